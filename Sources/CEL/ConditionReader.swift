/// What is written in conditions in place of something that an expression says.
public struct ConditionNames: Sendable {
  /// What variables are called, by their names.
  public var variables: [String: String]
  /// What fields and literals stand for that are the same for a whole comparison, by how they are
  /// written, such as `market.code` or `"IR"`: a text that is compared as a constant.
  public var constants: [String: String]

  /// Creates names; without arguments everything is called what it is called.
  public init(variables: [String: String] = [:], constants: [String: String] = [:]) {
    self.variables = variables
    self.constants = constants
  }
}

extension Program {
  /// Returns the conditions that all hold where the expression is true.
  public func conditions(naming names: ConditionNames = ConditionNames()) -> [Condition] {
    var reader = ConditionReader(origin, names)
    return reader.conditions(checked.parsed.root)
  }

  /// Returns the list that the expression filters, written out, and the conditions on the elements
  /// that are left; of any other list itself.
  public func filteredList(
    naming names: ConditionNames = ConditionNames()
  ) -> (list: String, conditions: [Condition]) {
    var reader = ConditionReader(origin, names)
    return reader.filtered(checked.parsed.root)
  }
}

/// Reads conditions out of a checked expression.
private struct ConditionReader {
  private let origin: ProgramOrigin
  private let names: ConditionNames
  /// What the variables of macros are called, by their slots.
  private var elements: [Int: String] = [:]

  init(_ origin: ProgramOrigin, _ names: ConditionNames) {
    self.origin = origin
    self.names = names
  }

  // MARK: Conditions

  mutating func conditions(_ node: Expression, isNegated: Bool = false) -> [Condition] {
    switch node.kind {
    case .call(let function, nil, let operands):
      return call(function.text, operands, node, isNegated)
    case .comprehension(let macro) where macro.variables.count == 1:
      if let condition = quantified(macro, node, isNegated) { return [condition] }
    case .call, .comprehension, .literal, .identifier, .select, .list, .map, .message, .bind,
      .optionalMap, .block:
      break
    }
    return [truth(node, isNegated)]
  }

  /// An expression about which nothing more is known than whether it is true.
  private mutating func truth(_ node: Expression, _ isNegated: Bool) -> Condition {
    .bound(subject: text(node), .among([.bool(!isNegated)]))
  }

  private mutating func call(
    _ function: String, _ operands: [Expression], _ node: Expression, _ isNegated: Bool
  ) -> [Condition] {
    switch function {
    case "!_": return conditions(operands[0], isNegated: !isNegated)
    case "_&&_" where !isNegated, "_||_" where isNegated:
      return operands.flatMap { conditions($0, isNegated: isNegated) }
    case "_||_", "_&&_": return [alternatives(operands, node, isNegated)]
    default: break
    }
    if let bound = bound(function, operands, isNegated) { return [bound] }
    return [truth(node, isNegated)]
  }

  /// Alternatives about one subject are one bound.
  private mutating func alternatives(
    _ operands: [Expression], _ node: Expression, _ isNegated: Bool
  ) -> Condition {
    var values: Set<Value> = []
    var subjects: Set<String> = []
    for operand in operands {
      let conditions = conditions(operand, isNegated: isNegated)
      guard conditions.count == 1, case .bound(let subject, .among(let some)) = conditions[0] else {
        return truth(node, isNegated)
      }
      subjects.insert(subject)
      values.formUnion(some)
    }
    guard subjects.count == 1, let subject = subjects.first else { return truth(node, isNegated) }
    return .bound(subject: subject, .among(values))
  }

  /// `e.exists(x, p)` and `e.all(x, p)`; of the negated ones each is the other.
  private mutating func quantified(
    _ macro: Comprehension, _ node: Expression, _ isNegated: Bool
  ) -> Condition? {
    switch macro.kind {
    case .exists, .all: break
    case .existsOne, .filter, .map, .transformMap, .transformMapEntry, .sortBy: return nil
    }
    let (list, given) = macro.kind == .exists ? filtered(macro.range) : (text(macro.range), [])
    let body = inside(macro, node, of: list) { reader in
      reader.conditions(macro.body, isNegated: isNegated)
    }
    switch (macro.kind == .exists, isNegated) {
    case (true, false): return .exists(list: list, given + body)
    case (true, true): return given.isEmpty ? .all(list: list, body) : nil
    case (false, false): return .all(list: list, body)
    case (false, true): return .exists(list: list, body)
    }
  }

  /// The list under filters, and what they ask of its elements.
  mutating func filtered(_ node: Expression) -> (list: String, conditions: [Condition]) {
    guard case .comprehension(let macro) = node.kind, macro.kind == .filter,
      macro.variables.count == 1
    else { return (text(node), []) }
    let (list, given) = filtered(macro.range)
    let own = inside(macro, node, of: list) { reader in reader.conditions(macro.body) }
    return (list, given + own)
  }

  /// Reads something while the variable of a macro stands for the elements of a list; inside one
  /// that goes through the same list it has a stroke more.
  private mutating func inside<Result>(
    _ macro: Comprehension, _ node: Expression, of list: String,
    _ read: (inout ConditionReader) -> Result
  ) -> Result {
    guard let slot = origin.checked.localSlot(of: node) else { return read(&self) }
    var name = list + "[]"
    while elements.values.contains(name) { name += "'" }
    elements[slot] = name
    defer { elements[slot] = nil }
    return read(&self)
  }

  // MARK: Bounds

  private mutating func bound(
    _ function: String, _ operands: [Expression], _ isNegated: Bool
  ) -> Condition? {
    guard operands.count == 2 else { return nil }
    if let value = comparable(operands[1]) {
      return bound(function, operands[0], value, isNegated)
    }
    guard let mirrored = Self.mirrored[function], let value = comparable(operands[0]) else {
      return nil
    }
    return bound(mirrored, operands[1], value, isNegated)
  }

  private mutating func bound(
    _ function: String, _ subject: Expression, _ value: Value, _ isNegated: Bool
  ) -> Condition? {
    guard let domain = domain(function, value),
      let wanted = isNegated ? domain.complement : domain
    else { return nil }
    return .bound(subject: text(subject), wanted)
  }

  private static let mirrored = [
    "_==_": "_==_", "_!=_": "_!=_", "_<_": "_>_", "_<=_": "_>=_", "_>_": "_<_", "_>=_": "_<=_",
  ]

  private func domain(_ function: String, _ value: Value) -> Domain? {
    switch function {
    case "_==_": return Domain(only: renamed(value))
    case "_!=_": return Domain(only: renamed(value)).complement
    case "_<_": return interval(high: value, isIncluded: false)
    case "_<=_": return interval(high: value, isIncluded: true)
    case "_>_": return interval(low: value, isIncluded: false)
    case "_>=_": return interval(low: value, isIncluded: true)
    case "@in":
      guard case .list(let values) = value else { return nil }
      return .among(Set(values.map(renamed)))
    default: return nil
    }
  }

  private func interval(low: Value? = nil, high: Value? = nil, isIncluded: Bool) -> Domain? {
    guard low?.hasOrder ?? true, high?.hasOrder ?? true else { return nil }
    return .interval(
      low: low.map { Domain.Limit(value: $0, isIncluded: isIncluded) },
      high: high.map { Domain.Limit(value: $0, isIncluded: isIncluded) })
  }

  private func renamed(_ value: Value) -> Value {
    names.constants[value.literal].map(Value.string) ?? value
  }

  /// The value of a constant, or of what stands for one.
  private mutating func comparable(_ node: Expression) -> Value? {
    constant(node) ?? names.constants[written(node)].map(Value.string)
  }

  /// The value of an expression that reads no variable.
  private func constant(_ node: Expression) -> Value? {
    guard isClosed(node) else { return nil }
    var walk = ExplanationWalk(origin, [])
    return try? walk.evaluate(node).outcome.get()
  }

  private func isClosed(_ node: Expression) -> Bool {
    switch origin.checked.reference(of: node) {
    case .slot, .scopeField: return false
    case .constant: return true
    case .field, .functions, .message, nil: break
    }
    return node.kind.children.allSatisfy(isClosed)
  }

  // MARK: Texts

  /// An expression written out, the same for expressions that are the same but for the names of
  /// variables, the order of equal sides, and constants by their names.
  private mutating func text(_ node: Expression) -> String {
    let text = constant(node)?.literal ?? name(of: node) ?? written(node)
    return names.constants[text].map { Value.string($0).literal } ?? text
  }

  private func name(of node: Expression) -> String? {
    switch origin.checked.reference(of: node) {
    case .slot(let slot):
      let variables = origin.environment.variables
      if let element = elements[slot] { return element }
      guard slot < variables.count else { return nil }
      return names.variables[variables[slot].name] ?? variables[slot].name
    case .scopeField(_, let slot): return origin.environment.scope?.type.fields[slot].name
    case .field, .functions, .message, .constant, nil: return nil
    }
  }

  private mutating func written(_ node: Expression) -> String {
    switch node.kind {
    case .select(let operand, let field, let mode):
      let path = "\(text(operand)).\(mode == .optional ? "?" : "")\(field.text)"
      return mode == .test ? "has(\(path))" : path
    case .call(let function, let target, let arguments):
      return call(function.text, target.map { text($0) }, arguments.map { text($0) })
    case .list(let elements):
      return "[\(elements.map { text($0.value) }.joined(separator: ", "))]"
    case .comprehension(let macro) where macro.variables.count == 1:
      return comprehension(macro, node)
    case .comprehension, .literal, .identifier, .map, .message, .bind, .optionalMap, .block:
      return source(of: node)
    }
  }

  private static let symmetric: Set<String> = ["_&&_", "_||_", "_==_", "_!=_"]

  private func call(_ function: String, _ target: String?, _ arguments: [String]) -> String {
    guard target == nil, let symbol = Operators.symbol(of: function) else {
      let list = arguments.joined(separator: ", ")
      return "\(target.map { "\($0)." } ?? "")\(function)(\(list))"
    }
    let operands = Self.symmetric.contains(function) ? arguments.sorted() : arguments
    switch operands.count {
    case 1: return symbol + operands[0]
    case 2 where symbol == "[]": return "\(operands[0])[\(operands[1])]"
    case 2: return "(\(operands[0]) \(symbol) \(operands[1]))"
    default: return "(\(operands.joined(separator: " \(symbol) ")))"
    }
  }

  private mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> String {
    let list = text(macro.range)
    let body = inside(macro, node, of: list) { reader in
      ([macro.condition].compactMap(\.self) + [macro.body]).map { reader.text($0) }
        .joined(separator: ", ")
    }
    return "\(list).\(macro.name.text)(\(body))"
  }

  private func source(of node: Expression) -> String {
    let text = origin.checked.parsed.text.utf8
    let range = node.outerRange
    return String(
      decoding: text.dropFirst(range.lower).prefix(range.upper - range.lower), as: UTF8.self)
  }
}
