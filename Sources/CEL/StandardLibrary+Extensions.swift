extension StandardLibrary {
  /// cel-go's extensions: lists, sets, optionals.
  static let extensions: [Function] = lists + sets + optionals

  private static let anyList: Type = .list(.parameter("A"))

  private static let lists: [Function] = [
    Function("distinct", method: [anyList], anyList) { arguments throws(EvaluationError) in
      var seen: Set<Value> = []
      return .list(try arguments[0].elements.filter { seen.insert($0).inserted })
    },
    Function("reverse", method: [anyList], anyList) { arguments throws(EvaluationError) in
      .list(try arguments[0].elements.reversed())
    },
    Function("sort", method: [anyList], anyList) { arguments throws(EvaluationError) in
      let elements = try arguments[0].elements
      if let first = elements.first, !elements.allSatisfy({ first.order(to: $0) != nil }) {
        throw .failed("The elements of the list have no order")
      }
      return .list(elements.sorted { $0.order(to: $1) == .before })
    },
    Function("slice", method: [anyList, .int, .int], anyList) { arguments throws(EvaluationError) in
      let elements = try arguments[0].elements
      let (start, end) = (try arguments[1].integer, try arguments[2].integer)
      guard start >= 0, start <= end, end <= elements.count else {
        throw .failed("The slice from \(start) to \(end) leaves the list")
      }
      return .list(Array(elements[Int(start)..<Int(end)]))
    },
    Function("flatten", method: [.list(anyList)], anyList) { arguments throws(EvaluationError) in
      .list(try flattened(arguments[0].elements))
    },
    Function("flatten", method: [.list(.dyn), .int], .list(.dyn)) {
      arguments throws(EvaluationError) in
      let depth = try arguments[1].integer
      guard depth >= 0 else { throw .failed("flatten() to a negative depth: \(depth)") }
      var elements = try arguments[0].elements
      var level: Int64 = 0
      while level < depth, elements.contains(where: \.isList) {
        elements = try flattened(elements)
        level += 1
      }
      return .list(elements)
    },
    Function("first", method: [anyList], .optional(.parameter("A"))) {
      arguments throws(EvaluationError) in
      .optional(try arguments[0].elements.first)
    },
    Function("last", method: [anyList], .optional(.parameter("A"))) {
      arguments throws(EvaluationError) in
      .optional(try arguments[0].elements.last)
    },
    Function("lists.range", [.int], .list(.int)) { arguments throws(EvaluationError) in
      let count = try arguments[0].integer
      guard count <= Limits.steps else { throw .failed("The range is longer than \(Limits.steps)") }
      return .list((0..<max(0, count)).map(Value.int))
    },
  ]

  /// The elements with those that are lists replaced by their own.
  private static func flattened(_ elements: [Value]) throws(EvaluationError) -> [Value] {
    try Limits.checkList(elements.reduce(0) { $0 + $1.elementCount })
    return elements.flatMap { element in
      if case .list(let inner) = element { inner } else { [element] }
    }
  }

  private static let sets: [Function] = [
    Function("sets.contains", [anyList, anyList], .bool) { arguments throws(EvaluationError) in
      .bool(Set(try arguments[0].elements).isSuperset(of: try arguments[1].elements))
    },
    Function("sets.equivalent", [anyList, anyList], .bool) { arguments throws(EvaluationError) in
      .bool(Set(try arguments[0].elements) == Set(try arguments[1].elements))
    },
    Function("sets.intersects", [anyList, anyList], .bool) { arguments throws(EvaluationError) in
      .bool(!Set(try arguments[0].elements).isDisjoint(with: try arguments[1].elements))
    },
  ]

  private static let any: Type = .parameter("A")

  private static let optionals: [Function] = [
    Function("optional.of", [any], .optional(any)) { arguments throws(EvaluationError) in
      .optional(arguments[0])
    },
    Function("optional.none", [], .optional(any)) { _ throws(EvaluationError) in .optional(nil) },
    Function("optional.ofNonZeroValue", [any], .optional(any)) {
      arguments throws(EvaluationError) in
      .optional(arguments[0].isZero ? nil : arguments[0])
    },
    Function("optional.unwrap", [.list(.optional(any))], .list(any), implementation: unwrap),
    Function("unwrapOpt", method: [.list(.optional(any))], .list(any), implementation: unwrap),
    Function("hasValue", method: [.optional(any)], .bool) { arguments throws(EvaluationError) in
      .bool(try arguments[0].wrapped != nil)
    },
    Function("value", method: [.optional(any)], any) { arguments throws(EvaluationError) in
      guard let value = try arguments[0].wrapped else { throw .failed("The optional has no value") }
      return value
    },
    Function("orValue", method: [.optional(any), any], any) { arguments throws(EvaluationError) in
      try arguments[0].wrapped ?? arguments[1]
    },
    Function("or", method: [.optional(any), .optional(any)], .optional(any)) {
      arguments throws(EvaluationError) in
      try arguments[0].wrapped == nil ? arguments[1] : arguments[0]
    },
  ]
}

extension StandardLibrary {
  /// The values of the optionals that have one.
  private static let unwrap: Function.Implementation = { arguments throws(EvaluationError) in
    var values: [Value] = []
    for element in try arguments[0].elements {
      if let value = try element.wrapped { values.append(value) }
    }
    return .list(values)
  }
}

extension Value {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }

  /// How many elements the value is flattened to.
  fileprivate var elementCount: Int {
    if case .list(let elements) = self { elements.count } else { 1 }
  }

  fileprivate var wrapped: Value? {
    get throws(EvaluationError) {
      guard case .optional(let value) = self else { throw StandardLibrary.wrongTypes }
      return value
    }
  }

  /// Whether the value is what protocol buffers leave out: zero, empty, false.
  fileprivate var isZero: Bool {
    switch self {
    case .null, .bool(false), .int(0), .uint(0), .double(0), .string(""): true
    case .bytes(let bytes): bytes.isEmpty
    case .list(let elements): elements.isEmpty
    case .map(let map): map.count == 0
    case .duration(let span): span == Span(seconds: 0, nanoseconds: 0)
    case .optional(let value): value == nil
    case .bool, .int, .uint, .double, .string, .timestamp, .type, .record, .address,
      .block:
      false
    }
  }
}
