extension Program {
  /// What can be told of conditions without a value for any field: that some can never hold at once,
  /// that one of some always holds, and that a condition reads no field at all.
  public var foregoneConditions: [Issue] {
    var finder = ForegoneConditions(origin)
    finder.walk(checked.parsed.root)
    return Issues(finder.issues).list
  }
}

/// Finds conditions that are decided before any field has a value.
private struct ForegoneConditions {
  private let origin: ProgramOrigin
  private let comparisons: ComparisonFinder
  private(set) var issues: [Issue] = []

  init(_ origin: ProgramOrigin) {
    self.origin = origin
    self.comparisons = ComparisonFinder(origin.checked)
  }

  mutating func walk(_ node: Expression) {
    if case .call(let function, _, let operands) = node.kind,
      ["_&&_", "_||_"].contains(function.text)
    {
      let chain = operands.flatMap { Self.chain(of: $0, function.text) }
      lookForClashes(in: chain, isConjunction: function.text == "_&&_")
      for operand in chain {
        lookForConstant(operand)
        walk(operand)
      }
      return
    }
    for child in node.kind.children { walk(child) }
  }

  /// The operands of a chain of one operator, which is a tree of its calls.
  private static func chain(of node: Expression, _ operation: String) -> [Expression] {
    guard case .call(let function, _, let operands) = node.kind, function.text == operation else {
      return [node]
    }
    return operands.flatMap { chain(of: $0, operation) }
  }

  private mutating func lookForClashes(in chain: [Expression], isConjunction: Bool) {
    let facts = chain.compactMap { node in
      comparisons.comparison(node).flatMap { isConjunction ? $0 : $0.contrary }
    }
    for (index, fact) in facts.enumerated() {
      guard let other = facts[..<index].first(where: { $0.excludes(fact) }) else { continue }
      let told =
        isConjunction
        ? "This never holds together with what is asked of \"\(other.path)\" before"
        : "One of this and what is asked of \"\(other.path)\" before always holds"
      issues.append(Issue(.warning, told, at: fact.range))
    }
  }

  /// Tells of a condition that is the same for every submission on every day.
  private mutating func lookForConstant(_ node: Expression) {
    guard origin.checked.type(of: node) == .bool, !readsAnything(node) else { return }
    issues.append(Issue(.warning, "This condition reads no field", at: node.range))
  }

  private func readsAnything(_ node: Expression) -> Bool {
    switch origin.checked.reference(of: node) {
    case .slot, .scopeField, .field, .constant: return true
    case .functions, .message, nil: return node.kind.children.contains { readsAnything($0) }
    }
  }
}

extension Comparison {
  /// What is said by the contrary, nil if that is no comparison.
  fileprivate var contrary: Comparison? {
    let contraries = ["==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"]
    return contraries[operation].map {
      Comparison(field: field, operation: $0, constants: constants, range: range, path: path)
    }
  }

  /// Whether no value of the field can be as both say.
  fileprivate func excludes(_ other: Comparison) -> Bool {
    guard path == other.path else { return false }
    if let values = allowed { return values.allSatisfy { !other.holds(for: $0) } }
    if let values = other.allowed { return values.allSatisfy { !holds(for: $0) } }
    guard let bound = constants.first?.rank, let otherBound = other.constants.first?.rank else {
      return false
    }
    switch (operation, other.operation) {
    case (">=", "<="): return bound > otherBound
    case ("<=", ">="): return otherBound > bound
    case (">", "<"), (">", "<="), (">=", "<"): return bound >= otherBound
    case ("<", ">"), ("<=", ">"), ("<", ">="): return otherBound >= bound
    default: return false
    }
  }

  /// The only values that the field may have, if it is a few.
  private var allowed: [Value]? { ["==", "in"].contains(operation) ? constants : nil }

  private func holds(for value: Value) -> Bool {
    guard let constant = constants.first else { return operation == "!=" }
    switch operation {
    case "==", "in": return constants.contains(value)
    case "!=": return value != constant
    default: break
    }
    guard let left = value.rank, let right = constant.rank else { return true }
    switch operation {
    case "<": return left < right
    case "<=": return left <= right
    case ">": return left > right
    default: return left >= right
    }
  }
}

extension Value {
  /// What numbers and points in time are ordered by, nil for other values.
  fileprivate var rank: Double? {
    switch self {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .double(let number): number
    case .timestamp(let time): Double(time.seconds)
    case .null, .bool, .string, .bytes, .list, .map, .duration, .type, .optional, .record,
      .address, .block:
      nil
    }
  }
}
