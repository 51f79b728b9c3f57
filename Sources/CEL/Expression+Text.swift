extension ParsedExpression {
  /// The expression written anew on one line, without comments and needless parentheses.
  ///
  /// Parsed again, it gives the same tree; two texts of one tree are written alike.
  public var canonicalText: String { ExpressionWriter.text(of: root) }
}

/// Writes syntax trees as expressions; the levels are those of Grammar.txt.
private enum ExpressionWriter {
  /// How tightly the parts of an expression hold together.
  enum Level: Int {
    case expression
    case or
    case and
    case relation
    case sum
    case product
    case unary
    case member

    /// The level of operands that must hold together more tightly.
    var tighter: Level { Level(rawValue: rawValue + 1) ?? .member }
  }

  static func text(of node: Expression) -> String {
    switch node.kind {
    case .literal(let value): value.literal
    case .identifier(let name): BlockName.call(of: name) ?? name
    case .select(let operand, let field, .value): "\(member(operand)).\(selector(field))"
    case .select(let operand, let field, .optional): "\(member(operand)).?\(selector(field))"
    case .select(let operand, let field, .test): "has(\(member(operand)).\(selector(field)))"
    case .call(let function, let target, let arguments): call(function, target, arguments)
    case .list(let elements): list(elements)
    case .map(let entries): map(entries)
    case .message(let name, let fields): message(name, fields)
    case .comprehension(let macro): comprehension(macro)
    case .bind(let name, let value, let result):
      "cel.bind(\(variable(name)), \(text(of: value)), \(text(of: result)))"
    case .optionalMap(let macro):
      "\(member(macro.target)).\(macro.name.text)(\(variable(macro.variable)), "
        + "\(text(of: macro.body)))"
    case .block(let values, let result): "cel.block([\(joined(values))], \(text(of: result)))"
    }
  }

  /// The text of an operand, in parentheses if it does not hold together by itself.
  private static func text(of node: Expression, atLeast level: Level) -> String {
    self.level(of: node).rawValue >= level.rawValue ? text(of: node) : "(\(text(of: node)))"
  }

  private static func level(of node: Expression) -> Level {
    switch node.kind {
    case .literal(let value): value.isNegative ? .unary : .member
    case .call(let function, nil, _): operators[function.text]?.level ?? .member
    case .call, .identifier, .select, .list, .map, .message, .comprehension, .bind, .optionalMap,
      .block:
      .member
    }
  }

  private static func member(_ node: Expression) -> String { text(of: node, atLeast: .member) }

  private static func joined(_ nodes: [Expression]) -> String {
    nodes.map(text).joined(separator: ", ")
  }

  // MARK: Calls and operators

  private static let operators: [String: (symbol: String, level: Level)] = [
    "_?_:_": ("?", .expression), "_||_": ("||", .or), "_&&_": ("&&", .and),
    "_<_": ("<", .relation), "_<=_": ("<=", .relation), "_>_": (">", .relation),
    "_>=_": (">=", .relation), "_==_": ("==", .relation), "_!=_": ("!=", .relation),
    "@in": ("in", .relation), "_+_": ("+", .sum), "_-_": ("-", .sum), "_*_": ("*", .product),
    "_/_": ("/", .product), "_%_": ("%", .product), "!_": ("!", .unary), "-_": ("-", .unary),
    "_[_]": ("[", .member), "_[?_]": ("[?", .member),
  ]

  private static func call(
    _ function: Expression.Name, _ target: Expression?, _ arguments: [Expression]
  ) -> String {
    if let target { return "\(member(target)).\(selector(function))(\(joined(arguments)))" }
    guard let (symbol, level) = operators[function.text] else {
      return "\(function.text)(\(joined(arguments)))"
    }
    return switch level {
    case .expression: choice(arguments)
    case .or, .and: chain(function.text, symbol, level, arguments)
    case .relation, .sum, .product:
      text(of: arguments[0], atLeast: level) + " \(symbol) "
        + text(of: arguments[1], atLeast: level.tighter)
    case .unary: symbol + operand(of: symbol, arguments[0])
    case .member: "\(member(arguments[0]))\(symbol)\(text(of: arguments[1]))]"
    }
  }

  /// A minus and a number behind it would be read as one literal, even where the number is only what
  /// the operand begins with.
  private static func operand(of symbol: String, _ node: Expression) -> String {
    let text = member(node)
    guard symbol == "-", let first = text.utf8.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return text }
    return "(\(text))"
  }

  private static func choice(_ parts: [Expression]) -> String {
    text(of: parts[0], atLeast: .or) + " ? " + text(of: parts[1], atLeast: .or) + " : "
      + text(of: parts[2])
  }

  /// The parser balances a chain of `&&` or `||`, so only a balanced tree is written as a chain.
  private static func chain(
    _ function: String, _ symbol: String, _ level: Level, _ sides: [Expression]
  ) -> String {
    let links = sides.map { self.links(of: function, $0) }
    let isBalanced = sides.allSatisfy { self.isBalanced(function, $0) }
    let operands =
      isBalanced && (0...1).contains(links[0].count - links[1].count) ? links[0] + links[1] : sides
    return operands.map { text(of: $0, atLeast: level.tighter) }.joined(separator: " \(symbol) ")
  }

  private static func links(of function: String, _ node: Expression) -> [Expression] {
    guard case .call(let name, nil, let sides) = node.kind, name.text == function else {
      return [node]
    }
    return sides.flatMap { links(of: function, $0) }
  }

  private static func isBalanced(_ function: String, _ node: Expression) -> Bool {
    guard case .call(let name, nil, let sides) = node.kind, name.text == function else {
      return true
    }
    let counts = sides.map { links(of: function, $0).count }
    return (0...1).contains(counts[0] - counts[1])
      && sides.allSatisfy { isBalanced(function, $0) }
  }

  // MARK: Collections, messages and macros

  private static func mark(_ isOptional: Bool) -> String { isOptional ? "?" : "" }

  private static func list(_ elements: [Expression.Element]) -> String {
    let texts = elements.map { mark($0.isOptional) + text(of: $0.value) }
    return "[\(texts.joined(separator: ", "))]"
  }

  private static func map(_ entries: [Expression.Entry]) -> String {
    let texts = entries.map { entry in
      "\(mark(entry.isOptional))\(text(of: entry.key)): \(text(of: entry.value))"
    }
    return "{\(texts.joined(separator: ", "))}"
  }

  private static func message(_ name: Expression.Name, _ fields: [Expression.Field]) -> String {
    let texts = fields.map { field in
      "\(mark(field.isOptional))\(selector(field.name)): \(text(of: field.value))"
    }
    return "\(name.text){\(texts.joined(separator: ", "))}"
  }

  private static func comprehension(_ macro: Comprehension) -> String {
    let arguments =
      macro.variables.map(variable) + (macro.condition.map { [text(of: $0)] } ?? [])
      + [text(of: macro.body)]
    return "\(member(macro.range)).\(macro.name.text)(\(arguments.joined(separator: ", ")))"
  }

  private static func variable(_ name: Expression.Name) -> String {
    BlockName.call(of: name.text) ?? name.text
  }

  /// A name behind a point, which can be any text between backquotes.
  private static func selector(_ name: Expression.Name) -> String {
    name.text.isIdentifier ? name.text : "`\(name.text)`"
  }
}

extension BlockName {
  /// The call that stands for a name of a block, nil for a name that is written as it is.
  fileprivate static func call(of name: String) -> String? {
    let parts = name.split(separator: ":")
    switch parts.first {
    case "@it": return "cel.iterVar(\(parts.dropFirst().joined(separator: ", ")))"
    case "@ac": return "cel.accuVar(\(parts.dropFirst().joined(separator: ", ")))"
    default: return name.hasPrefix("@index") ? "cel.index(\(name.dropFirst(6)))" : nil
    }
  }
}

extension Value {
  fileprivate var isNegative: Bool {
    switch self {
    case .int(let number): number < 0
    case .double(let number): number.sign == .minus
    case .null, .bool, .uint, .string, .bytes, .list, .map, .timestamp, .duration, .type,
      .optional, .record, .address, .block:
      false
    }
  }
}

extension String {
  /// Whether a name needs no backquotes.
  fileprivate var isIdentifier: Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = utf8.first, !digits.contains(first) else { return false }
    return utf8.allSatisfy(\.isIdentifierPart)
  }
}
