/// The functions that every expression has, by name: the one table that checker, evaluator and
/// manual read.
enum StandardLibrary {
  /// All functions of a name.
  static let functions: [String: [Function]] = Dictionary(grouping: all, by: \.name)

  /// The functions of a name that are called as `name(…)`.
  static let plainFunctions = functions.mapValues { $0.filter { !$0.isMethod } }
  /// The functions of a name that are called as `receiver.name(…)`.
  static let methods = functions.mapValues { $0.filter(\.isMethod) }

  /// All functions, in the order of the manual.
  static let all: [Function] =
    logic + comparisons + arithmetic + containers + conversions + times + strings + extensions
    + math + encoders + network

  // MARK: Logic and comparison

  private static let logic: [Function] = [
    // The planner compiles these itself: their operands are not all evaluated.
    Function("_&&_", [.bool, .bool], .bool, implementation: planned),
    Function("_||_", [.bool, .bool], .bool, implementation: planned),
    Function("!_", [.bool], .bool, implementation: planned),
    Function(
      "_?_:_", [.bool, .parameter("A"), .parameter("A")], .parameter("A"), implementation: planned),
    Function("_==_", [.parameter("A"), .parameter("A")], .bool, implementation: planned),
    Function("_!=_", [.parameter("A"), .parameter("A")], .bool, implementation: planned),
    Function("@in", [.parameter("A"), .list(.parameter("A"))], .bool, implementation: planned),
    Function(
      "@in", [.parameter("K"), .map(.parameter("K"), .parameter("V"))], .bool,
      implementation: planned),
    Function("_[_]", [.list(.parameter("A")), .int], .parameter("A"), implementation: planned),
    Function(
      "_[_]", [.map(.parameter("K"), .parameter("V")), .parameter("K")], .parameter("V"),
      implementation: planned),
    Function(
      "_[_]", [.optional(.list(.parameter("A"))), .int], .optional(.parameter("A")),
      implementation: planned),
    Function(
      "_[_]", [.optional(.map(.parameter("K"), .parameter("V"))), .parameter("K")],
      .optional(.parameter("V")), implementation: planned),
    Function(
      "_[?_]", [.list(.parameter("A")), .int], .optional(.parameter("A")), implementation: planned),
    Function(
      "_[?_]", [.map(.parameter("K"), .parameter("V")), .parameter("K")],
      .optional(.parameter("V")), implementation: planned),
    Function(
      "_[?_]", [.optional(.list(.parameter("A"))), .int], .optional(.parameter("A")),
      implementation: planned),
    Function(
      "_[?_]", [.optional(.map(.parameter("K"), .parameter("V"))), .parameter("K")],
      .optional(.parameter("V")), implementation: planned),
  ]

  /// What stands for a function that the planner compiles itself.
  static let planned: Function.Implementation = { arguments throws(EvaluationError) in
    throw .failed("The operator does not take \(arguments.count) evaluated operands")
  }

  private static let ordered: [Type] = [.bool, .string, .bytes, .timestamp, .duration]
  private static let numbers: [Type] = [.int, .uint, .double]

  private static let comparisons: [Function] = ["_<_", "_<=_", "_>_", "_>=_"].flatMap { name in
    let pairs = ordered.map { ($0, $0) } + numbers.flatMap { left in numbers.map { (left, $0) } }
    return pairs.map { left, right in
      Function(name, [left, right], .bool) { arguments throws(EvaluationError) in
        guard let order = arguments[0].order(to: arguments[1]) else { return .bool(false) }
        return .bool(holds(name, order))
      }
    }
  }

  private static func holds(_ name: String, _ order: Value.Order) -> Bool {
    switch (name, order) {
    case ("_<_", .before), ("_>_", .after): true
    case ("_<=_", .before), ("_<=_", .same), ("_>=_", .after), ("_>=_", .same): true
    default: false
    }
  }

  // MARK: Containers

  private static let containers: [Function] =
    sizes + [
      Function("type", [.parameter("A")], .type(.parameter("A"))) {
        arguments throws(EvaluationError) in
        .type(arguments[0].typeName)
      },
      Function("dyn", [.dyn], .dyn) { arguments throws(EvaluationError) in arguments[0] },
    ]

  private static let sizes: [Function] = [
    .string, .bytes, .list(.parameter("A")), .map(.parameter("K"), .parameter("V")),
  ].flatMap { (type: Type) in
    [
      Function("size", [type], .int, implementation: size),
      Function("size", method: [type], .int, implementation: size),
    ]
  }

  private static let size: Function.Implementation = { arguments throws(EvaluationError) in
    switch arguments[0] {
    case .string(let text): .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): .int(Int64(bytes.count))
    case .list(let elements): .int(Int64(elements.count))
    case .map(let map): .int(Int64(map.count))
    default: throw .failed("\(arguments[0].typeName.withCapitalArticle) has no size")
    }
  }
}
