/// A member of a list or a map that a macro goes through.
struct ContainerMember {
  /// The index or the key.
  let position: Value
  /// The element or the value.
  let value: Value
  /// What a single variable holds: an element of a list, or a key of a map.
  let single: Value
}

extension Value {
  /// The members of a list or a map, nil for another value.
  var members: [ContainerMember]? {
    switch self {
    case .list(let elements):
      elements.enumerated().map { index, element in
        ContainerMember(position: .int(Int64(index)), value: element, single: element)
      }
    case .map(let map):
      map.entries.map { ContainerMember(position: $0.key, value: $0.value, single: $0.key) }
    default: nil
    }
  }
}

/// Finds the members that decided the value of a macro.
struct DecidingMembers {
  private let kind: Comprehension.Kind
  private var deciding: [Int] = []
  private var failure: (index: Int, error: EvaluationError)?

  init(_ kind: Comprehension.Kind) {
    self.kind = kind
  }

  /// Whether no later member can matter.
  var isComplete: Bool {
    switch kind {
    case .all, .exists: !deciding.isEmpty
    case .existsOne, .filter, .map, .transformMap, .transformMapEntry, .sortBy: failure != nil
    }
  }

  /// Takes what the body came to for a member.
  mutating func meet(_ outcome: Result<Value, EvaluationError>, at index: Int) {
    switch kind {
    case .all: meet(outcome.truth, decidedBy: false, at: index)
    case .exists, .existsOne: meet(outcome.truth, decidedBy: true, at: index)
    case .filter: meet(outcome.truth, decidedBy: nil, at: index)
    case .map, .transformMap, .transformMapEntry, .sortBy:
      meet(outcome.map { _ in true }, decidedBy: nil, at: index)
    }
  }

  /// Takes what the condition came to for a member.
  mutating func meetCondition(_ outcome: Result<Bool, EvaluationError>, at index: Int) {
    meet(outcome, decidedBy: nil, at: index)
  }

  private mutating func meet(
    _ outcome: Result<Bool, EvaluationError>, decidedBy deciding: Bool?, at index: Int
  ) {
    switch outcome {
    case .success(let truth): if truth == deciding { self.deciding.append(index) }
    case .failure(let error): fail(error, at: index)
    }
  }

  private mutating func fail(_ error: EvaluationError, at index: Int) {
    guard let known = failure else {
      failure = (index, error)
      return
    }
    if known.error.outweighing(error) != known.error { failure = (index, error) }
  }

  /// The members that decided; nil if none did alone.
  var indices: [Int]? {
    let failing = failure.map { [$0.index] }
    switch kind {
    case .all, .exists: return deciding.isEmpty ? failing : deciding
    case .existsOne: return failing ?? (deciding.isEmpty ? nil : Array(deciding.prefix(2)))
    case .filter, .map, .transformMap, .transformMapEntry, .sortBy: return failing ?? []
    }
  }
}

extension Expression {
  /// Whether the expression leads to a place by names and constant indices alone.
  var isPlainPath: Bool {
    switch kind {
    case .identifier: true
    case .select(let operand, _, .value): operand.isPlainPath
    case .call(let function, nil, let arguments):
      function.text == "_[_]" && arguments[0].isPlainPath && arguments[1].isLiteral
    default: false
    }
  }

  /// The operands of a chain of `&&`, or the expression alone.
  var conjuncts: [Expression] {
    guard case .call(let function, nil, let operands) = kind, function.text == "_&&_" else {
      return [self]
    }
    return operands.flatMap(\.conjuncts)
  }

  private var isLiteral: Bool { if case .literal = kind { true } else { false } }
}
