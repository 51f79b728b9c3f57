/// Goes through an expression and notes the small changes that can be made to it.
///
/// Left out, because it can be proven that they change nothing or the same as another one:
/// - `has(x.y)` that becomes `true` where it is a conjunct, or all that a filter asks: leaving it
///   out is the same;
/// - a filter that is dropped as a whole where it asks several things: they are dropped one by one;
/// - `!` that is dropped before a comparison, and `true` or `false` that are turned round where they
///   are compared: the comparison is turned round;
/// - a bound of 0 for a size that becomes -1: no size is less than 0, so that `> -1` is `>= 0`;
/// - texts that change inside a list of constants: they are dropped one by one.
struct MutationFinder {
  private let checked: CheckedExpression
  private let text: [UInt8]
  private let naming: Set<String>
  private(set) var found: [Mutation] = []

  /// Where a node stands.
  private enum Role {
    case conjunct
    case compared
    case boundOfSize
    case other
  }

  init(_ checked: CheckedExpression, leavingNamesOf functions: Set<String>) {
    self.checked = checked
    self.text = Array(checked.parsed.text.utf8)
    self.naming = functions
  }

  mutating func walk(_ node: Expression) { walk(node, as: .other) }

  private mutating func walk(_ node: Expression, as role: Role) {
    switch node.kind {
    case .literal(let value): literal(value, node, role)
    case .identifier: break
    case .select(let operand, _, let mode):
      if mode == .test, role != .conjunct {
        add(.literal(.bool(true)), node, "with `true` in place of \(quoted(node))")
      }
      walk(operand)
    case .call(let function, let target, let arguments):
      call(function, target, arguments, node)
    case .list(let elements): list(elements, node)
    case .comprehension(let macro): comprehension(macro, node)
    case .map, .message, .bind, .optionalMap, .block:
      for child in node.kind.children { walk(child) }
    }
  }

  private mutating func add(
    _ change: Mutation.Change, _ node: Expression, at range: SourceRange? = nil,
    _ description: String
  ) {
    found.append(
      Mutation(
        range: range ?? node.range, description: description, node: node.id, change: change))
  }

  // MARK: Calls

  private mutating func call(
    _ function: Expression.Name, _ target: Expression?, _ arguments: [Expression],
    _ node: Expression
  ) {
    if case .constant(let value)? = checked.reference(of: node) { return constant(value, node) }
    turnRound(function, node)
    switch function.text {
    case "_&&_", "_||_": logical(function.text, arguments, node)
    case "!_":
      if !arguments[0].isComparison { add(.operand(0), node, at: function.range, "without `!`") }
      walk(arguments[0])
    case "_?_:_":
      add(.exchanged, node, at: function.range, "with the two values of `?:` exchanged")
      for argument in arguments { walk(argument) }
    case "_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_": comparison(arguments)
    default:
      if let target { walk(target) }
      let leavesNames = naming.contains(function.text)
      for argument in arguments where !(leavesNames && argument.isText) { walk(argument) }
    }
  }

  private static let comparisons = [
    "_<_": ["_<=_", "_>=_"], "_<=_": ["_<_", "_>_"], "_>_": ["_>=_", "_<=_"],
    "_>=_": ["_>_", "_<_"], "_==_": ["_!=_"], "_!=_": ["_==_"],
  ]
  private static let connectives = ["_&&_": ["_||_"], "_||_": ["_&&_"]]
  private static let arithmetic = [
    "_+_": ["_-_"], "_-_": ["_+_"], "_*_": ["_/_"], "_/_": ["_*_"],
  ]

  /// Puts other operators in the place of one.
  private mutating func turnRound(_ function: Expression.Name, _ node: Expression) {
    if function.text == "@in" {
      add(.negated, node, at: function.range, "with `in` turned round")
    }
    let twins =
      Self.comparisons[function.text] ?? Self.connectives[function.text]
      ?? (isNumber(node) ? Self.arithmetic[function.text] : nil) ?? []
    for twin in twins {
      let (old, new) = (
        Operators.symbol(of: function.text) ?? "", Operators.symbol(of: twin) ?? ""
      )
      add(.operation(twin), node, at: function.range, "with `\(new)` in place of `\(old)`")
    }
  }

  private func isNumber(_ node: Expression) -> Bool {
    switch checked.type(of: node) {
    case .int, .uint, .double, .timestamp, .duration: true
    default: false
    }
  }

  /// Leaves the operands of a chain out one by one; the chain is a tree of calls of the operator.
  private mutating func logical(
    _ operation: String, _ operands: [Expression], _ node: Expression
  ) {
    for (index, operand) in operands.enumerated() {
      if !operand.isCall(of: operation) {
        add(.operand(1 - index), node, at: operand.outerRange, "without \(quoted(operand))")
      }
      walk(operand, as: operation == "_&&_" ? .conjunct : .other)
    }
  }

  private mutating func comparison(_ operands: [Expression]) {
    let comparesSize = operands.contains { $0.isCall(of: "size") }
    for operand in operands { walk(operand, as: comparesSize ? .boundOfSize : .compared) }
  }

  // MARK: Constants

  private mutating func literal(_ value: Value, _ node: Expression, _ role: Role) {
    switch value {
    case .bool(let truth):
      if role == .compared { return }
      add(.literal(.bool(!truth)), node, "with `\(!truth)` in place of `\(truth)`")
    case .string(let text) where text.asDay == nil:
      if let other = value.spoilt {
        add(.literal(other), node, "with another text than \(quoted(node))")
      }
    default:
      for units in [-1, 1] where !(role == .boundOfSize && value == .int(0) && units < 0) {
        guard let other = value.moved(by: units) else { continue }
        add(.literal(other), node, "with `\(other.literal)` in place of `\(value.literal)`")
      }
    }
  }

  /// Changes what the host gives, such as a dated parameter, whatever it is on the day.
  private mutating func constant(_ value: Value, _ node: Expression) {
    if value.moved(by: 1) != nil {
      for (units, words) in [(-1, "less"), (1, "more")] {
        add(.moved(by: units), node, "with one unit \(words) than \(quoted(node))")
      }
    } else if value.spoilt != nil {
      add(.spoilt, node, "with something else than \(quoted(node))")
    }
  }

  private mutating func list(_ elements: [Expression.Element], _ node: Expression) {
    let isConstant = elements.allSatisfy { element in
      if case .literal = element.value.kind { true } else { false }
    }
    for (index, element) in elements.enumerated() {
      if isConstant {
        let range = element.value.range
        add(.withoutElement(index), node, at: range, "without \(quoted(element.value))")
      } else {
        walk(element.value)
      }
    }
  }

  // MARK: Macros

  private mutating func comprehension(_ macro: Comprehension, _ node: Expression) {
    let range = macro.name.range
    var body = Role.other
    switch macro.kind {
    case .all: add(.macro(.exists), node, at: range, "with `exists` in place of `all`")
    case .exists: add(.macro(.all), node, at: range, "with `all` in place of `exists`")
    case .existsOne: add(.macro(.exists), node, at: range, "with `exists` in place of `exists_one`")
    case .filter:
      body = .conjunct
      if !macro.body.isCall(of: "_&&_") { add(.range, node, at: range, "without the filter") }
    case .map, .transformMap, .transformMapEntry, .sortBy: break
    }
    walk(macro.range)
    if let condition = macro.condition { walk(condition) }
    walk(macro.body, as: body)
  }

  // MARK: Words

  /// What a node is written as, on one line and not too long.
  private func quoted(_ node: Expression) -> String {
    let range = node.outerRange
    let bytes = text[range.lower..<min(range.upper, text.count)]
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let line = words.joined(separator: " ")
    return line.count > 60 ? "`\(line.prefix(57))…`" : "`\(line)`"
  }
}

extension Expression {
  fileprivate func isCall(of function: String) -> Bool {
    if case .call(let name, _, _) = kind { name.text == function } else { false }
  }

  fileprivate var isComparison: Bool {
    ["_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_", "@in"].contains { isCall(of: $0) }
  }

  fileprivate var isText: Bool {
    if case .literal(.string) = kind { true } else { false }
  }
}
