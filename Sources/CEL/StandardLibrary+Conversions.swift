extension StandardLibrary {
  /// `int()`, `string()` and the like; what does not fit is an error.
  static let conversions: [Function] =
    conversions("int", .int, [.int, .uint, .double, .string, .timestamp], int)
    + conversions("uint", .uint, [.uint, .int, .double, .string], uint)
    + conversions("double", .double, [.double, .int, .uint, .string], double)
    + conversions(
      "string", .string,
      [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], string)
    + conversions("bytes", .bytes, [.bytes, .string], bytes)
    + conversions("bool", .bool, [.bool, .string], bool)
    + conversions("timestamp", .timestamp, [.timestamp, .string, .int], timestamp)
    + conversions("duration", .duration, [.duration, .string, .int], duration)

  private static func conversions(
    _ name: String, _ result: Type, _ sources: [Type],
    _ convert: @escaping @Sendable (Value) throws(EvaluationError) -> Value?
  ) -> [Function] {
    sources.map { source in
      Function(name, [source], result) { arguments throws(EvaluationError) in
        guard let value = try convert(arguments[0]) else {
          throw .failed("The value cannot be converted to \(name)")
        }
        return value
      }
    }
  }

  private static let int: @Sendable (Value) throws(EvaluationError) -> Value? = { value in
    switch value {
    case .int: value
    case .uint(let number): Int64(exactly: number).map(Value.int)
    case .double(let number):
      number > -0x1p63 && number < 0x1p63 ? .int(Int64(number)) : nil
    case .string(let text): Int64(text).map(Value.int)
    case .timestamp(let timestamp): .int(timestamp.seconds)
    default: nil
    }
  }

  private static let uint: @Sendable (Value) throws(EvaluationError) -> Value? = { value in
    switch value {
    case .uint: value
    case .int(let number): UInt64(exactly: number).map(Value.uint)
    case .double(let number): number > -1 && number < 0x1p64 ? .uint(UInt64(max(0, number))) : nil
    case .string(let text): UInt64(text).map(Value.uint)
    default: nil
    }
  }

  private static let double: @Sendable (Value) throws(EvaluationError) -> Value? = { value in
    switch value {
    case .double: value
    case .int(let number): .double(Double(number))
    case .uint(let number): .double(Double(number))
    case .string(let text): Double(text).map(Value.double)
    default: nil
    }
  }

  private static let string: @Sendable (Value) throws(EvaluationError) -> Value? = { value in
    switch value {
    case .string: value
    case .bool(let truth): .string(truth ? "true" : "false")
    case .int(let number): .string(String(number))
    case .uint(let number): .string(String(number))
    case .double(let number): .string(number.celText)
    case .bytes(let bytes): String(validating: bytes, as: UTF8.self).map(Value.string)
    case .timestamp(let timestamp): .string(timestamp.description)
    case .duration(let span): .string(span.description)
    default: nil
    }
  }

  private static let bytes: @Sendable (Value) throws(EvaluationError) -> Value? = { value in
    switch value {
    case .bytes: value
    case .string(let text): .bytes(Array(text.utf8))
    default: nil
    }
  }

  private static let bool: @Sendable (Value) throws(EvaluationError) -> Value? = { value in
    switch value {
    case .bool: value
    case .string("true"), .string("True"), .string("TRUE"), .string("t"), .string("1"): .bool(true)
    case .string("false"), .string("False"), .string("FALSE"), .string("f"), .string("0"):
      .bool(false)
    default: nil
    }
  }

  private static let timestamp: @Sendable (Value) throws(EvaluationError) -> Value? = { value in
    switch value {
    case .timestamp: value
    case .string(let text): Timestamp(parsing: text).map(Value.timestamp)
    case .int(let seconds):
      Timestamp(seconds: seconds).isInRange ? .timestamp(Timestamp(seconds: seconds)) : nil
    default: nil
    }
  }

  private static let duration: @Sendable (Value) throws(EvaluationError) -> Value? = { value in
    switch value {
    case .duration: value
    case .string(let text): Span(parsing: text).map(Value.duration)
    case .int(let seconds):
      seconds.magnitude <= UInt64(Span.greatestSeconds)
        ? .duration(Span(seconds: seconds, nanoseconds: 0)) : nil
    default: nil
    }
  }
}

extension Double {
  /// The number as CEL converts it to a string: without a point if it is whole.
  var celText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "+Infinity" }
    return self == rounded() && magnitude < 1e15 ? String(Int64(self)) : description
  }
}
