import CEL
import Foundation

/// Any JSON, as the cases of the CEL specification are written in.
indirect enum JSONValue: Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .bool(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let elements = try? container.decode([JSONValue].self) {
      self = .list(elements)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var elements: [JSONValue] {
    guard case .list(let elements) = self else { return [] }
    return elements
  }

  /// The only member of an object, such as `{"int64_value": "1"}`.
  var only: (key: String, value: JSONValue)? {
    guard case .object(let members) = self, members.count == 1 else { return nil }
    return members.first.map { (key: $0.key, value: $0.value) }
  }
}

/// One case of the specification.
struct ConformanceCase: Decodable, Sendable {
  let name: String
  private(set) var expr: String
  private(set) var value: JSONValue?
  let typedResult: JSONValue?
  let evalError: JSONValue?
  let checkOnly: Bool?
  let disableCheck: Bool?
  let typeEnv: [JSONValue]?
  let bindings: [String: JSONValue]?
  let container: String?
  let file: String
  let section: String
  let needs: String

  /// Where the case stands in the suite.
  var path: String { "\(file)/\(section)/\(name)" }

  func replacing(expr: String, value: JSONValue?) -> ConformanceCase {
    var other = self
    other.expr = expr
    other.value = value
    return other
  }

  private enum CodingKeys: String, CodingKey {
    case name, expr, value, bindings, container
    case typedResult = "typed_result"
    case evalError = "eval_error"
    case checkOnly = "check_only"
    case disableCheck = "disable_check"
    case typeEnv = "type_env"
    case file = "_file"
    case section = "_section"
    case needs = "_needs"
  }
}

extension JSONValue {
  /// The value of CEL that is meant, nil for messages and the like.
  var celValue: Value? {
    guard let (kind, value) = only else { return nil }
    switch kind {
    case "null_value": return .null
    case "bool_value": return if case .bool(let truth) = value { .bool(truth) } else { nil }
    case "int64_value": return value.text.flatMap { Int64($0) }.map(Value.int)
    case "uint64_value": return value.text.flatMap { UInt64($0) }.map(Value.uint)
    case "double_value": return value.double.map(Value.double)
    case "string_value": return value.text.map(Value.string)
    case "bytes_value":
      return value.text.flatMap { Data(base64Encoded: $0) }.map { .bytes(Array($0)) }
    case "type_value": return value.text.map(Value.type)
    case "list_value": return value.listValue
    case "map_value": return value.mapValue
    case "object_value": return value.messageValue
    default: return nil
    }
  }

  private var double: Double? {
    switch self {
    case .number(let number): number
    case .text("NaN"): .nan
    case .text("Infinity"): .infinity
    case .text("-Infinity"): -.infinity
    case .text(let text): Double(text)
    case .null, .bool, .list, .object: nil
    }
  }

  private var listValue: Value? {
    let values = (self["values"]?.elements ?? []).map(\.celValue)
    return values.contains { $0 == nil } ? nil : .list(values.compactMap(\.self))
  }

  private var mapValue: Value? {
    var entries: [(key: Value, value: Value)] = []
    for entry in self["entries"]?.elements ?? [] {
      guard let key = entry["key"]?.celValue, let value = entry["value"]?.celValue else {
        return nil
      }
      entries.append((key: key, value: value))
    }
    return .map(MapValue(entries))
  }

  /// A message that CEL knows as a value of its own.
  private var messageValue: Value? {
    guard let name = self["@type"]?.text?.split(separator: "/").last, let value = self["value"]
    else { return nil }
    switch Type.message(String(name)) {
    case .timestamp?, .duration?: return timeValue
    case .dyn?, .list?, .map?: return value.jsonCELValue
    case .wrapper(.bool)?: return JSONValue.object(["bool_value": value]).celValue
    case .wrapper(.string)?: return JSONValue.object(["string_value": value]).celValue
    case .wrapper(.bytes)?: return JSONValue.object(["bytes_value": value]).celValue
    case .wrapper(.double)?: return JSONValue.object(["double_value": value]).celValue
    case .wrapper(.int)?: return value.double.flatMap { Int64(exactly: $0) }.map(Value.int)
    case .wrapper(.uint)?: return value.double.flatMap { UInt64(exactly: $0) }.map(Value.uint)
    default: return nil
    }
  }

  /// JSON as a value of CEL.
  private var jsonCELValue: Value {
    switch self {
    case .null: .null
    case .bool(let truth): .bool(truth)
    case .number(let number): .double(number)
    case .text(let text): .string(text)
    case .list(let elements): .list(elements.map(\.jsonCELValue))
    case .object(let members):
      .map(MapValue(members.map { (key: .string($0.key), value: $0.value.jsonCELValue) }))
    }
  }

  /// A time or a span, by asking CEL itself to read its text.
  private var timeValue: Value? {
    guard let name = self["@type"]?.text?.split(separator: ".").last, let text = self["value"]?.text
    else { return nil }
    let function = name == "Timestamp" ? "timestamp" : name == "Duration" ? "duration" : ""
    let program = try? Environment().compile("\(function)('\(text)')").get()
    return try? program?.evaluate([]).get()
  }

  /// The type that is meant; what has no counterpart is `dyn`.
  var celType: Type {
    guard let (kind, value) = only else { return .dyn }
    switch kind {
    case "primitive": return Self.primitives[value.text ?? ""] ?? .dyn
    case "well_known":
      return value.text == "TIMESTAMP" ? .timestamp : value.text == "DURATION" ? .duration : .dyn
    case "wrapper": return .wrapper(Self.primitives[value.text ?? ""] ?? .dyn)
    case "null": return .null
    case "type": return .type(.dyn)
    case "list_type": return .list(value["elem_type"]?.celType ?? .dyn)
    case "map_type":
      return .map(value["key_type"]?.celType ?? .dyn, value["value_type"]?.celType ?? .dyn)
    case "type_param": return .parameter(value.text ?? "")
    case "message_type": return Type.message(value.text ?? "") ?? .record(value.text ?? "")
    case "abstract_type":
      let parameters = (value["parameter_types"]?.elements ?? []).map(\.celType)
      let name = value["name"]?.text ?? ""
      return name == "optional_type"
        ? .optional(parameters.first ?? .dyn) : .abstract(name, parameters)
    default: return .dyn
    }
  }

  /// The functions that a declaration stands for; they can only be checked.
  func functions(named name: String) -> [Function] {
    (self["overloads"]?.elements ?? []).map { overload in
      let parameters = (overload["params"]?.elements ?? []).map(\.celType)
      return Function(name, parameters, overload["result_type"]?.celType ?? .dyn) {
        _ throws(EvaluationError) in
        throw .failed("The function has only been declared")
      }
    }
  }

  private static let primitives: [String: Type] = [
    "BOOL": .bool, "INT64": .int, "UINT64": .uint, "DOUBLE": .double, "STRING": .string,
    "BYTES": .bytes,
  ]
}
