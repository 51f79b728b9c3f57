extension ParsedExpression {
  /// The tree as nested lists such as `(_+_ int(1) a)`, places left out; for tests.
  package var dump: String { root.dump }
}

extension Expression {
  fileprivate var dump: String {
    switch kind {
    case .literal(let value): "\(value)"
    case .identifier(let name): name
    case .select(let operand, let field, let mode):
      list("select", mode.dump, operand.dump, field.dump)
    case .call(let function, nil, let arguments): list(function.dump, arguments.dump)
    case .call(let function, let target?, let arguments):
      list("method", function.dump, target.dump, arguments.dump)
    case .list(let elements):
      list("list", elements.map { ($0.isOptional ? "?" : "") + $0.value.dump }.joinedBySpaces)
    case .map(let entries):
      list(
        "map",
        entries.map { ($0.isOptional ? "?" : "") + $0.key.dump + ":" + $0.value.dump }
          .joinedBySpaces)
    case .message(let name, let fields):
      list(
        "message", name.dump,
        fields.map { ($0.isOptional ? "?" : "") + $0.name.dump + ":" + $0.value.dump }
          .joinedBySpaces)
    case .comprehension(let macro): macro.dump
    case .bind(let name, let value, let result): list("bind", name.dump, value.dump, result.dump)
    case .optionalMap(let macro):
      list(
        macro.isFlat ? "flatMap" : "map", macro.name.dump, macro.target.dump, macro.variable.dump,
        macro.body.dump)
    case .block(let values, let result): list("block", list(values.dump), result.dump)
    }
  }
}

extension Comprehension {
  fileprivate var dump: String {
    list(
      kind.rawValue, name.dump, range.dump, list(variables.map(\.dump).joinedBySpaces),
      condition?.dump ?? "-", body.dump)
  }
}

extension Expression.Name {
  /// Quoted, since a name between backquotes can be any text.
  fileprivate var dump: String { text.debugDescription }
}

extension Expression.SelectMode {
  fileprivate var dump: String {
    switch self {
    case .value: "value"
    case .test: "test"
    case .optional: "optional"
    }
  }
}

extension [Expression] {
  fileprivate var dump: String { map(\.dump).joinedBySpaces }
}

extension [String] {
  fileprivate var joinedBySpaces: String { joined(separator: " ") }
}

private func list(_ parts: String...) -> String { "(\(parts.joinedBySpaces))" }
