extension Program {
  /// The values that stand in the expression: its literals and what the host's constants stand for,
  /// the elements of lists one by one, each once and in the order in which they are written.
  public var constants: [Value] {
    var walk = ConstantWalk(checked)
    walk.visit(checked.parsed.root)
    return walk.constants
  }
}

private struct ConstantWalk {
  private let checked: CheckedExpression
  private var seen: Set<Value> = []
  private(set) var constants: [Value] = []

  init(_ checked: CheckedExpression) {
    self.checked = checked
  }

  mutating func visit(_ node: Expression) {
    if case .constant(let value) = checked.reference(of: node) {
      add(value)
      return
    }
    if case .literal(let value) = node.kind { add(value) }
    for child in node.kind.children { visit(child) }
  }

  private mutating func add(_ value: Value) {
    if case .list(let elements) = value {
      for element in elements { add(element) }
    } else if seen.insert(value).inserted {
      constants.append(value)
    }
  }
}
