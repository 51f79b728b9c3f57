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
      let lists = try arguments[0].elements
      try Limits.checkList(lists.reduce(0) { $0 + $1.elementCount })
      var flat: [Value] = []
      for element in lists {
        if case .list(let inner) = element { flat += inner } else { flat.append(element) }
      }
      return .list(flat)
    },
    Function("lists.range", [.int], .list(.int)) { arguments throws(EvaluationError) in
      let count = try arguments[0].integer
      guard count <= Limits.steps else { throw .failed("The range is longer than \(Limits.steps)") }
      return .list((0..<max(0, count)).map(Value.int))
    },
  ]

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

extension Value {
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
