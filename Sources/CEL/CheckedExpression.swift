/// An expression whose types are right, with what its names stand for.
public struct CheckedExpression: Sendable {
  /// What a name or a call stands for.
  enum Reference: Sendable {
    /// A value in the slots of an evaluation: a variable, or an element of a comprehension.
    case slot(Int)
    /// A field of the record in a slot, named as if it were a variable.
    case scopeField(record: Int, slot: Int)
    /// A field of a record.
    case field(slot: Int)
    /// Functions that may be meant; with `dyn`, the arguments decide at run time. A qualified name
    /// such as `math.greatest` takes no receiver.
    case functions(ArraySlice<Function>, takesTarget: Bool)
    /// A message that becomes a value of CEL's own.
    case message(WellKnownMessage)
    /// A value that is known already.
    case constant(Value)
  }

  /// The expression.
  let parsed: ParsedExpression
  /// The type of the expression.
  public let type: Type
  /// What is known of nodes, by their ids.
  let facts: [NodeFacts]
  /// How many slots an evaluation needs.
  let slotCount: Int

  /// What was found out about one node.
  struct NodeFacts: Sendable {
    /// The type of its value.
    var type: Type
    /// What its name stands for, if it has one.
    var reference: Reference?
    /// The slot of the first variable that it brings, if it brings some.
    var localSlot: Int?
  }

  func type(of node: Expression) -> Type { facts[node.id].type }

  func reference(of node: Expression) -> Reference? { facts[node.id].reference }

  func localSlot(of node: Expression) -> Int? { facts[node.id].localSlot }
}
