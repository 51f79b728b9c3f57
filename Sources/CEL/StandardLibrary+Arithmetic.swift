extension StandardLibrary {
  /// `+ - * / %` and the minus sign; what leaves the range of a type is an error.
  static let arithmetic: [Function] = integers + unsigneds + doubles + joins + spans

  private static let integers: [Function] = [
    integer("_+_") { $0.addingReportingOverflow($1) },
    integer("_-_") { $0.subtractingReportingOverflow($1) },
    integer("_*_") { $0.multipliedReportingOverflow(by: $1) },
    integer("_/_", divides: true) { $0.dividedReportingOverflow(by: $1) },
    integer("_%_", divides: true) { $0.remainderReportingOverflow(dividingBy: $1) },
    Function("-_", [.int], .int) { arguments throws(EvaluationError) in
      guard case .int(let number) = arguments[0], number != .min else { throw overflow("int") }
      return .int(-number)
    },
  ]

  private static let unsigneds: [Function] = [
    unsigned("_+_") { $0.addingReportingOverflow($1) },
    unsigned("_-_") { $0.subtractingReportingOverflow($1) },
    unsigned("_*_") { $0.multipliedReportingOverflow(by: $1) },
    unsigned("_/_", divides: true) { $0.dividedReportingOverflow(by: $1) },
    unsigned("_%_", divides: true) { $0.remainderReportingOverflow(dividingBy: $1) },
  ]

  private static let doubles: [Function] = [
    double("_+_", +), double("_-_", -), double("_*_", *), double("_/_", /),
    Function("-_", [.double], .double) { arguments throws(EvaluationError) in
      guard case .double(let number) = arguments[0] else { throw wrongTypes }
      return .double(-number)
    },
  ]

  private static let joins: [Function] = [
    Function("_+_", [.string, .string], .string) { arguments throws(EvaluationError) in
      .string(try arguments[0].text + arguments[1].text)
    },
    Function("_+_", [.bytes, .bytes], .bytes) { arguments throws(EvaluationError) in
      guard case .bytes(let left) = arguments[0], case .bytes(let right) = arguments[1] else {
        throw wrongTypes
      }
      return .bytes(left + right)
    },
    Function("_+_", [.list(.parameter("A")), .list(.parameter("A"))], .list(.parameter("A"))) {
      arguments throws(EvaluationError) in
      .list(try arguments[0].elements + arguments[1].elements)
    },
  ]

  private static let spans: [Function] = [
    Function("_+_", [.timestamp, .duration], .timestamp) { arguments throws(EvaluationError) in
      try later(arguments[0], arguments[1])
    },
    Function("_+_", [.duration, .timestamp], .timestamp) { arguments throws(EvaluationError) in
      try later(arguments[1], arguments[0])
    },
    Function("_+_", [.duration, .duration], .duration) { arguments throws(EvaluationError) in
      guard let sum = try arguments[0].span.adding(arguments[1].span) else {
        throw overflow("duration")
      }
      return .duration(sum)
    },
    Function("_-_", [.timestamp, .timestamp], .duration) { arguments throws(EvaluationError) in
      let span = try arguments[0].timestamp.since(arguments[1].timestamp)
      // CEL's difference is counted in nanoseconds.
      guard span.seconds.magnitude < Int64.max / 1_000_000_000 else { throw overflow("duration") }
      return .duration(span)
    },
    Function("_-_", [.timestamp, .duration], .timestamp) { arguments throws(EvaluationError) in
      try later(arguments[0], .duration(arguments[1].span.negated))
    },
    Function("_-_", [.duration, .duration], .duration) { arguments throws(EvaluationError) in
      guard let difference = try arguments[0].span.adding(arguments[1].span.negated) else {
        throw overflow("duration")
      }
      return .duration(difference)
    },
  ]

  private static func later(_ start: Value, _ span: Value) throws(EvaluationError) -> Value {
    guard let sum = try start.timestamp.adding(span.span) else { throw overflow("timestamp") }
    return .timestamp(sum)
  }

  private static func integer(
    _ name: String, divides: Bool = false,
    _ operation: @escaping @Sendable (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> Function {
    Function(name, [.int, .int], .int) { arguments throws(EvaluationError) in
      guard case .int(let left) = arguments[0], case .int(let right) = arguments[1] else {
        throw wrongTypes
      }
      if divides, right == 0 {
        throw .failed(name == "_/_" ? "Division by zero" : "Modulus by zero")
      }
      let (result, overflows) = operation(left, right)
      if overflows { throw overflow("int") }
      return .int(result)
    }
  }

  private static func unsigned(
    _ name: String, divides: Bool = false,
    _ operation: @escaping @Sendable (UInt64, UInt64) -> (partialValue: UInt64, overflow: Bool)
  ) -> Function {
    Function(name, [.uint, .uint], .uint) { arguments throws(EvaluationError) in
      guard case .uint(let left) = arguments[0], case .uint(let right) = arguments[1] else {
        throw wrongTypes
      }
      if divides, right == 0 {
        throw .failed(name == "_/_" ? "Division by zero" : "Modulus by zero")
      }
      let (result, overflows) = operation(left, right)
      if overflows { throw overflow("uint") }
      return .uint(result)
    }
  }

  private static func double(
    _ name: String, _ operation: @escaping @Sendable (Double, Double) -> Double
  ) -> Function {
    Function(name, [.double, .double], .double) { arguments throws(EvaluationError) in
      guard case .double(let left) = arguments[0], case .double(let right) = arguments[1] else {
        throw wrongTypes
      }
      return .double(operation(left, right))
    }
  }

  static func overflow(_ type: String) -> EvaluationError {
    .failed("The result leaves the range of \(type)")
  }

  static let wrongTypes = EvaluationError.failed("No such overload")
}

/// The checker and the evaluator have seen to the types; these are for the compiler's sake.
extension Value {
  var text: String {
    get throws(EvaluationError) {
      guard case .string(let text) = self else { throw StandardLibrary.wrongTypes }
      return text
    }
  }

  var elements: [Value] {
    get throws(EvaluationError) {
      guard case .list(let elements) = self else { throw StandardLibrary.wrongTypes }
      return elements
    }
  }

  var timestamp: Timestamp {
    get throws(EvaluationError) {
      guard case .timestamp(let timestamp) = self else { throw StandardLibrary.wrongTypes }
      return timestamp
    }
  }

  var span: Span {
    get throws(EvaluationError) {
      guard case .duration(let span) = self else { throw StandardLibrary.wrongTypes }
      return span
    }
  }

  var integer: Int64 {
    get throws(EvaluationError) {
      guard case .int(let number) = self else { throw StandardLibrary.wrongTypes }
      return number
    }
  }
}
