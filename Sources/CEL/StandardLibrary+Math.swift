extension StandardLibrary {
  /// `math.…`: rounding, signs, tests of doubles, bits, extremes.
  static let math: [Function] = rounding + signs + doubleTests + bits + extremes

  // MARK: Rounding and signs

  private static let rounding: [Function] = [
    rounded("math.ceil", .up), rounded("math.floor", .down), rounded("math.trunc", .towardZero),
    rounded("math.round", .toNearestOrAwayFromZero),
    Function("math.sqrt", [.double], .double, implementation: squareRoot),
    Function("math.sqrt", [.int], .double, implementation: squareRoot),
    Function("math.sqrt", [.uint], .double, implementation: squareRoot),
  ]

  private static func rounded(_ name: String, _ rule: FloatingPointRoundingRule) -> Function {
    Function(name, [.double], .double) { arguments throws(EvaluationError) in
      .double(try arguments[0].number.rounded(rule))
    }
  }

  private static let squareRoot: Function.Implementation = { arguments throws(EvaluationError) in
    .double(try arguments[0].number.squareRoot())
  }

  private static let signs: [Function] =
    ofEachNumber("math.abs") { value throws(EvaluationError) in
      switch value {
      case .int(.min): throw overflow("int")
      case .int(let number): .int(abs(number))
      case .double(let number): .double(number.magnitude)
      default: value
      }
    }
    + ofEachNumber("math.sign") { value throws(EvaluationError) in
      switch value {
      case .int(let number): .int(number.signum())
      case .uint(let number): .uint(number.signum())
      case .double(let number): .double(number > 0 ? 1 : number < 0 ? -1 : number)
      default: throw wrongTypes
      }
    }

  private static func ofEachNumber(
    _ name: String, _ operation: @escaping @Sendable (Value) throws(EvaluationError) -> Value
  ) -> [Function] {
    [Type.int, .uint, .double].map { type in
      Function(name, [type], type) { arguments throws(EvaluationError) in
        try operation(arguments[0])
      }
    }
  }

  private static let doubleTests: [Function] = [
    doubleTest("math.isNaN", \.isNaN), doubleTest("math.isInf", \.isInfinite),
    doubleTest("math.isFinite", \.isFinite),
  ]

  private static func doubleTest(
    _ name: String, _ holds: @escaping @Sendable (Double) -> Bool
  ) -> Function {
    Function(name, [.double], .bool) { arguments throws(EvaluationError) in
      .bool(holds(try arguments[0].number))
    }
  }

  // MARK: Bits

  private static let bits: [Function] =
    bitwise("math.bitAnd", &) + bitwise("math.bitOr", |) + bitwise("math.bitXor", ^)
    + [
      Function("math.bitNot", [.int], .int) { arguments throws(EvaluationError) in
        .int(Int64(bitPattern: ~(try arguments[0].bitPattern)))
      },
      Function("math.bitNot", [.uint], .uint) { arguments throws(EvaluationError) in
        .uint(~(try arguments[0].bitPattern))
      },
    ]
    + shift("math.bitShiftLeft") { $0 << $1 } + shift("math.bitShiftRight") { $0 >> $1 }

  private static func bitwise(
    _ name: String, _ operation: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> [Function] {
    ofWholeNumbers(name) { type in
      [type, type]
    } operation: { left, right throws(EvaluationError) in
      operation(try left.bitPattern, try right.bitPattern)
    }
  }

  /// Shifts the bits, not the number: what comes in from the left is zero, of an int, too.
  private static func shift(
    _ name: String, _ operation: @escaping @Sendable (UInt64, Int) -> UInt64
  ) -> [Function] {
    ofWholeNumbers(name) { type in
      [type, .int]
    } operation: { left, right throws(EvaluationError) in
      let distance = try right.integer
      guard distance >= 0 else { throw .failed("\(name)() by a negative offset: \(distance)") }
      return operation(try left.bitPattern, Int(min(distance, 64)))
    }
  }

  private static func ofWholeNumbers(
    _ name: String, _ parameters: (Type) -> [Type],
    operation: @escaping @Sendable (Value, Value) throws(EvaluationError) -> UInt64
  ) -> [Function] {
    [
      Function(name, parameters(.int), .int) { arguments throws(EvaluationError) in
        .int(Int64(bitPattern: try operation(arguments[0], arguments[1])))
      },
      Function(name, parameters(.uint), .uint) { arguments throws(EvaluationError) in
        .uint(try operation(arguments[0], arguments[1]))
      },
    ]
  }

  // MARK: Extremes

  private static let extremes: [Function] =
    extreme("math.greatest", .after) + extreme("math.least", .before)

  /// One to three numbers, of different types if need be, or a list; more numbers become a list
  /// when the call is parsed.
  private static func extreme(_ name: String, _ wanted: Value.Order) -> [Function] {
    let choose: Function.Implementation = { arguments throws(EvaluationError) in
      let values = if case .list(let elements) = arguments[0] { elements } else { arguments }
      guard var best = values.first else { throw .failed("\(name)() of an empty list") }
      for value in values {
        guard value.isNumber else { throw .failed("\(name)() of \(value.typeName.withArticle)") }
        if value.order(to: best) == wanted { best = value }
      }
      return best
    }
    let numbers: [Type] = [.int, .double, .uint]
    let pairs = numbers.flatMap { left in numbers.map { [left, $0] } }
    let triples = pairs.flatMap { pair in numbers.map { pair + [$0] } }
    let lists = numbers.map { [Type.list($0)] }
    return (numbers.map { [$0] } + pairs + triples + lists).map { parameters in
      Function(name, parameters, result(parameters), implementation: choose)
    }
  }

  private static func result(_ parameters: [Type]) -> Type {
    if case .list(let element) = parameters[0] { return element }
    return parameters.allSatisfy { $0 == parameters[0] } ? parameters[0] : .dyn
  }
}

extension Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }

  /// The number as a double.
  fileprivate var number: Double {
    get throws(EvaluationError) {
      switch self {
      case .int(let number): Double(number)
      case .uint(let number): Double(number)
      case .double(let number): number
      default: throw StandardLibrary.wrongTypes
      }
    }
  }

  fileprivate var bitPattern: UInt64 {
    get throws(EvaluationError) {
      switch self {
      case .int(let number): UInt64(bitPattern: number)
      case .uint(let number): number
      default: throw StandardLibrary.wrongTypes
      }
    }
  }
}
