/// What an expression says of one field: that it is, is not, is more or less than a constant.
public struct Comparison: Sendable, Hashable {
  /// The field by the type of its record, such as `stability.temperature_c`.
  public let field: String
  /// The operator, the field being on its left: `==`, `!=`, `<`, `<=`, `>`, `>=` or `in`.
  public let operation: String
  /// The constant; of `in`, each element of the list.
  public let constants: [Value]
  /// Where it is written.
  public let range: SourceRange
  /// The way to the field as it is written.
  let path: String
}

extension Program {
  /// All comparisons of a field with a constant, in the order of the text.
  public var comparisons: [Comparison] {
    var finder = ComparisonFinder(checked)
    finder.walk(checked.parsed.root)
    return finder.found
  }
}

/// Finds comparisons of fields with constants.
struct ComparisonFinder {
  private let checked: CheckedExpression
  private let text: [UInt8]
  private(set) var found: [Comparison] = []

  init(_ checked: CheckedExpression) {
    self.checked = checked
    self.text = Array(checked.parsed.text.utf8)
  }

  mutating func walk(_ node: Expression) {
    if let comparison = comparison(node) { found.append(comparison) }
    for child in node.kind.children { walk(child) }
  }

  /// The comparison that a node is, nil if it is none.
  func comparison(_ node: Expression) -> Comparison? {
    guard case .call(let function, nil, let operands) = node.kind, operands.count == 2,
      let symbol = Operators.symbol(of: function.text),
      let mirrored = Self.mirrored[symbol]
    else { return nil }
    return comparison(node, operands[0], symbol, operands[1])
      ?? (symbol == "in" ? nil : comparison(node, operands[1], mirrored, operands[0]))
  }

  private static let mirrored = [
    "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=", "in": "in",
  ]

  private func comparison(
    _ node: Expression, _ left: Expression, _ operation: String, _ right: Expression
  ) -> Comparison? {
    guard let field = field(left), let constants = constants(right, isList: operation == "in")
    else { return nil }
    let range = left.outerRange
    let path = String(decoding: text[range.lower..<range.upper], as: UTF8.self)
    return Comparison(
      field: field, operation: operation, constants: constants, range: node.range, path: path)
  }

  private func field(_ node: Expression) -> String? {
    switch (checked.reference(of: node), node.kind) {
    case (.scopeField?, .identifier(let name)): return name
    case (.field?, .select(let operand, let field, .value)):
      guard case .record(let type) = checked.type(of: operand) else { return nil }
      return "\(type).\(field.text)"
    case (.scopeField?, .select(_, let field, .value)): return field.text
    default: return nil
    }
  }

  private func constants(_ node: Expression, isList: Bool) -> [Value]? {
    if isList {
      guard case .list(let elements) = node.kind else { return nil }
      let values = elements.compactMap { constant($0.value) }
      return values.count == elements.count ? values : nil
    }
    return constant(node).map { [$0] }
  }

  private func constant(_ node: Expression) -> Value? {
    if case .constant(let value)? = checked.reference(of: node) { return value }
    switch node.kind {
    case .literal(let value): return value
    case .call(let function, nil, let arguments)
    where function.text == "date" && arguments.count == 1:
      guard case .literal(.string(let text)) = arguments[0].kind else { return nil }
      return text.asDay.map(Value.timestamp)
    default: return nil
    }
  }
}
