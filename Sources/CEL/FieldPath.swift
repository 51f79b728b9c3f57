/// A field by the names that lead to it from a variable.
struct FieldPath: Hashable {
  /// The slot of the variable.
  var root: Int
  var names: [String]

  /// The path and all on the way to it: if a field is there, so are the records around it.
  var withPrefixes: [FieldPath] {
    names.isEmpty
      ? [] : (1...names.count).map { FieldPath(root: root, names: Array(names.prefix($0))) }
  }
}

extension ProgramOrigin {
  /// The path that an expression is, nil if it is none; `has(a.b)` is that of `a.b`.
  func path(of node: Expression) -> FieldPath? {
    switch checked.reference(of: node) {
    case .slot(let slot): return FieldPath(root: root(of: slot), names: [])
    case .scopeField(let record, let slot):
      return environment.scope.map { FieldPath(root: record, names: [$0.type.fields[slot].name]) }
    case .field, .functions, .message, .constant, nil: break
    }
    guard case .select(let operand, let field, let mode) = node.kind, mode != .optional,
      var path = path(of: operand)
    else { return nil }
    path.names.append(field.text)
    return path
  }

  /// A variable of the scope's own type stands for the scope: the host names it so that `has` can
  /// ask for its fields.
  private func root(of slot: Int) -> Int {
    guard let scope = environment.scope, slot < environment.variables.count,
      environment.variables[slot].type == .record(scope.type.name)
    else { return slot }
    return scope.slot
  }

  /// Whether the field that a node reads may be absent.
  func mayBeAbsent(_ node: Expression) -> Bool {
    switch (checked.reference(of: node), node.kind) {
    case (.scopeField(_, let slot), _):
      environment.scope?.type.fields[slot].mayBeAbsent ?? false
    case (.field(let slot), .select(let operand, _, _)):
      if case .record(let name) = checked.type(of: operand) {
        environment.records[name]?.fields[slot].mayBeAbsent ?? false
      } else {
        false
      }
    default: false
    }
  }

  // MARK: What is known

  /// The fields that are there when a condition has come to a truth.
  func fields(in condition: Expression, whenIt truth: Bool) -> Set<FieldPath> {
    guard case .call(let function, _, let operands) = condition.kind else {
      if case .select(_, _, .test) = condition.kind, !truth { return [] }
      return fieldsRead(by: condition)
    }
    switch function.text {
    case "!_": return fields(in: operands[0], whenIt: !truth)
    case "_&&_", "_||_":
      let (left, right) = (
        fields(in: operands[0], whenIt: truth), fields(in: operands[1], whenIt: truth)
      )
      let bothCame = (function.text == "_&&_") == truth
      return bothCame ? left.union(right) : left.intersection(right)
    default: return fieldsRead(by: condition)
    }
  }

  /// The fields without which an expression has no value.
  private func fieldsRead(by node: Expression) -> Set<FieldPath> {
    if let path = path(of: node) { return Set(path.withPrefixes) }
    guard case .call(let function, let target, let arguments) = node.kind,
      !["_&&_", "_||_", "_?_:_"].contains(function.text)
    else { return [] }
    let operands = (target.map { [$0] } ?? []) + arguments
    return operands.reduce(into: []) { $0.formUnion(fieldsRead(by: $1)) }
  }

  /// The fields that every element of a list has, since it was filtered by them.
  func elementFields(of list: Expression) -> [[String]] {
    guard case .comprehension(let macro) = list.kind, macro.kind == .filter,
      let slot = checked.localSlot(of: list)
    else { return [] }
    let own = fields(in: macro.body, whenIt: true).filter { $0.root == slot }.map(\.names)
    return own + elementFields(of: macro.range)
  }
}
