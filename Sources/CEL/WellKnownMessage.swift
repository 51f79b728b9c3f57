/// The messages of `google.protobuf` that CEL knows as values of its own.
enum WellKnownMessage: String, Sendable, CaseIterable {
  case any = "google.protobuf.Any"
  case bool = "google.protobuf.BoolValue"
  case bytes = "google.protobuf.BytesValue"
  case double = "google.protobuf.DoubleValue"
  case duration = "google.protobuf.Duration"
  case float = "google.protobuf.FloatValue"
  case int32 = "google.protobuf.Int32Value"
  case int64 = "google.protobuf.Int64Value"
  case list = "google.protobuf.ListValue"
  case string = "google.protobuf.StringValue"
  case structure = "google.protobuf.Struct"
  case timestamp = "google.protobuf.Timestamp"
  case uint32 = "google.protobuf.UInt32Value"
  case uint64 = "google.protobuf.UInt64Value"
  case value = "google.protobuf.Value"

  /// The type of what the message becomes.
  var type: Type {
    switch self {
    case .any, .value: .dyn
    case .bool: .wrapper(.bool)
    case .bytes: .wrapper(.bytes)
    case .double, .float: .wrapper(.double)
    case .int32, .int64: .wrapper(.int)
    case .string: .wrapper(.string)
    case .uint32, .uint64: .wrapper(.uint)
    case .list: .list(.dyn)
    case .structure: .map(.string, .dyn)
    case .timestamp: .timestamp
    case .duration: .duration
    }
  }

  private static let object: Type = .map(.string, .dyn)

  /// The fields with their types.
  var fields: [String: Type] {
    switch self {
    case .any: ["type_url": .string, "value": .bytes]
    case .bool: ["value": .bool]
    case .bytes: ["value": .bytes]
    case .double, .float: ["value": .double]
    case .int32, .int64: ["value": .int]
    case .string: ["value": .string]
    case .uint32, .uint64: ["value": .uint]
    case .list: ["values": .list(.dyn)]
    case .structure: ["fields": Self.object]
    case .timestamp, .duration: ["seconds": .int, "nanos": .int]
    case .value:
      [
        "null_value": .wrapper(.int), "number_value": .double, "string_value": .string,
        "bool_value": .bool, "struct_value": Self.object, "list_value": .list(.dyn),
      ]
    }
  }

  /// Returns what a message with fields of the right types becomes.
  func value(_ given: [String: Value]) throws(EvaluationError) -> Value {
    switch self {
    case .any: throw .failed("A google.protobuf.Any cannot be converted: its messages are unknown")
    case .bool: return given["value"] ?? .bool(false)
    case .bytes: return given["value"] ?? .bytes([])
    case .double: return given["value"] ?? .double(0)
    case .float: return .double(Self.single(given["value"]))
    case .int32: return try Self.fitting(given["value"] ?? .int(0), Int32.self)
    case .int64: return given["value"] ?? .int(0)
    case .string: return given["value"] ?? .string("")
    case .uint32: return try Self.fitting(given["value"] ?? .uint(0), UInt32.self)
    case .uint64: return given["value"] ?? .uint(0)
    case .list: return try (given["values"] ?? .list([])).asJSON
    case .structure: return try (given["fields"] ?? .map(MapValue())).asJSON
    case .timestamp: return try Self.timestamp(given)
    case .duration: return try Self.duration(given)
    case .value: return try Self.member(given)
    }
  }

  private static func single(_ value: Value?) -> Double {
    guard case .double(let number)? = value else { return 0 }
    return Double(Float(number))
  }

  private static func fitting<Narrow: FixedWidthInteger>(
    _ value: Value, _ type: Narrow.Type
  ) throws(EvaluationError) -> Value {
    switch value {
    case .int(let number) where Narrow(exactly: number) != nil: return value
    case .uint(let number) where Narrow(exactly: number) != nil: return value
    default: throw StandardLibrary.overflow("\(type)")
    }
  }

  private static func parts(_ given: [String: Value]) throws(EvaluationError) -> (Int64, Int32) {
    let nanos = try given["nanos"]?.integer ?? 0
    guard nanos.magnitude < 1_000_000_000 else { throw StandardLibrary.overflow("nanos") }
    return (try given["seconds"]?.integer ?? 0, Int32(nanos))
  }

  private static func timestamp(_ given: [String: Value]) throws(EvaluationError) -> Value {
    let (seconds, nanos) = try parts(given)
    let timestamp = Timestamp(seconds: seconds, nanoseconds: nanos)
    guard nanos >= 0, timestamp.isInRange else { throw StandardLibrary.overflow("timestamp") }
    return .timestamp(timestamp)
  }

  private static func duration(_ given: [String: Value]) throws(EvaluationError) -> Value {
    let (seconds, nanos) = try parts(given)
    let span = Span(seconds: seconds, nanoseconds: Int64(nanos))
    guard seconds.signum() * Int64(nanos.signum()) >= 0, span.isInRange else {
      throw StandardLibrary.overflow("duration")
    }
    return .duration(span)
  }

  /// A `Value` holds one of its fields; without one it is null.
  private static func member(_ given: [String: Value]) throws(EvaluationError) -> Value {
    guard given.count <= 1 else {
      throw .failed("A google.protobuf.Value holds one value, not \(given.count)")
    }
    guard let (name, value) = given.first, name != "null_value" else { return .null }
    return try value.asJSON
  }
}

extension Value {
  /// The greatest whole number that JSON readers keep exactly.
  private static let greatestExact: UInt64 = 1 << 53 - 1

  /// The value as JSON has it: numbers are doubles, or texts where a double is not exact enough.
  fileprivate var asJSON: Value {
    get throws(EvaluationError) {
      switch self {
      case .null, .bool, .string: return self
      case .double(let number): return number.isFinite ? self : .string(number.jsonText)
      case .int(let number):
        return number.magnitude <= Self.greatestExact
          ? .double(Double(number)) : .string(String(number))
      case .uint(let number):
        return number <= Self.greatestExact ? .double(Double(number)) : .string(String(number))
      case .bytes(let bytes): return .string(Base64.text(of: bytes))
      case .timestamp(let timestamp): return .string(timestamp.description)
      case .duration(let span): return .string(span.description)
      case .list(let elements):
        return .list(try elements.map { value throws(EvaluationError) in try value.asJSON })
      case .map(let map):
        return .map(
          MapValue(
            try map.entries.map { entry throws(EvaluationError) in
              guard case .string = entry.key else {
                throw .failed("\(entry.key.typeName.withCapitalArticle) cannot be a key in JSON")
              }
              return (key: entry.key, value: try entry.value.asJSON)
            }))
      case .type, .optional, .record, .address, .block:
        throw .failed("\(typeName.withCapitalArticle) cannot be converted to JSON")
      }
    }
  }
}

extension Double {
  /// What JSON has for a number that it cannot write.
  fileprivate var jsonText: String { isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity" }
}

extension Type {
  /// The type of what a message of protocol buffers becomes, such as `google.protobuf.Int32Value`;
  /// nil for a message that is not known.
  public static func message(_ name: String) -> Type? { WellKnownMessage(rawValue: name)?.type }
}
