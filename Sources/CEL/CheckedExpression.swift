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
    case functions([Function], takesTarget: Bool)
    /// A message that becomes a value of CEL's own.
    case message(WellKnownMessage)
    /// A value that is known already.
    case constant(Value)
  }

  /// The expression.
  let parsed: ParsedExpression
  /// The type of the expression.
  public let type: Type
  /// What names stand for, by the ids of their nodes.
  let references: [Reference?]
  /// The types of nodes, by their ids.
  let types: [Type]
  /// The slots of comprehensions' variables, by the ids of their nodes.
  let localSlots: [Int?]
  /// How many slots an evaluation needs.
  let slotCount: Int
}
