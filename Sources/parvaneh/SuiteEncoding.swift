internal import CEL
internal import Documents

/// Values and types in the form of the CEL specification's own test suite, which is the JSON of its
/// messages `Value` and `Type`.
enum SuiteEncoding {
  /// Why something cannot be read or written.
  struct Refusal: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }

  private static let typePrefix = "type.googleapis.com/"

  // MARK: Reading values

  /// Reads a value such as `{"int64_value": "1"}`.
  static func value(_ node: Node) throws(Refusal) -> Value {
    let (kind, content) = try only(node, "a value")
    switch kind {
    case "null_value": return .null
    case "bool_value": return .bool(try bool(content))
    case "int64_value": return .int(try whole(content))
    case "uint64_value": return .uint(try whole(content))
    case "double_value": return .double(try double(content))
    case "string_value": return .string(try text(content))
    case "bytes_value": return .bytes(try bytes(content))
    case "type_value": return .type(try text(content))
    case "enum_value": return .int(try content[key: "value"].map(whole) ?? 0)
    case "list_value": return .list(try list(content[key: "values"], value))
    case "map_value": return try map(content)
    case "object_value": return try message(content)
    default: throw Refusal("Unknown kind of value \(quoted(kind))")
    }
  }

  private static func map(_ node: Node) throws(Refusal) -> Value {
    .map(
      MapValue(
        try list(node[key: "entries"]) { entry throws(Refusal) in
          guard let key = entry[key: "key"], let value = entry[key: "value"] else {
            throw Refusal("An entry of a map needs \"key\" and \"value\"")
          }
          return (key: try Self.value(key), value: try Self.value(value))
        }))
  }

  /// Reads a message that CEL knows as a value of its own.
  private static func message(_ node: Node) throws(Refusal) -> Value {
    let url = node[key: "@type"]?.text ?? ""
    let name = url.hasPrefix(typePrefix) ? String(url.dropFirst(typePrefix.count)) : url
    guard let type = Type.message(name), let content = node[key: "value"] else {
      throw Refusal("The message \(quoted(name)) is not known")
    }
    switch type {
    case .timestamp:
      guard let timestamp = Timestamp(parsing: try text(content)) else {
        throw Refusal("\(quoted(content.text)) is no timestamp")
      }
      return .timestamp(timestamp)
    case .duration:
      guard let span = Span(parsing: try text(content)) else {
        throw Refusal("\(quoted(content.text)) is no duration")
      }
      return .duration(span)
    case .wrapper(.bool): return .bool(try bool(content))
    case .wrapper(.bytes): return .bytes(try bytes(content))
    case .wrapper(.double): return .double(try double(content))
    case .wrapper(.int): return .int(try whole(content))
    case .wrapper(.uint): return .uint(try whole(content))
    case .wrapper(.string): return .string(try text(content))
    case .list, .map: return try json(content)
    default:
      guard name == "google.protobuf.Value" else {
        throw Refusal("The message \(quoted(name)) cannot be read")
      }
      return try json(content)
    }
  }

  /// Reads JSON that stands for itself.
  private static func json(_ node: Node) throws(Refusal) -> Value {
    switch node.kind {
    case .sequence: return .list(try list(node, json))
    case .mapping:
      var entries: [(key: Value, value: Value)] = []
      for entry in node.entries { entries.append((.string(entry.key.text), try json(entry.value))) }
      return .map(MapValue(entries))
    case .plainScalar where node.isNull: return .null
    case .plainScalar where node.text == "true" || node.text == "false":
      return .bool(try bool(node))
    case .plainScalar: return .double(try double(node))
    case .quotedScalar, .literalScalar, .foldedScalar: return .string(node.text)
    }
  }

  // MARK: Reading types

  private static let primitives: [String: Type] = [
    "BOOL": .bool, "INT64": .int, "UINT64": .uint, "DOUBLE": .double, "STRING": .string,
    "BYTES": .bytes,
  ]

  /// Reads a type such as `{"primitive": "INT64"}`.
  static func type(_ node: Node) throws(Refusal) -> Type {
    let (kind, content) = try only(node, "a type")
    switch kind {
    case "dyn": return .dyn
    case "null": return .null
    case "primitive": return try primitive(content)
    case "wrapper": return .wrapper(try primitive(content))
    case "well_known": return try wellKnown(content)
    case "list_type": return .list(try part(content, "elem_type"))
    case "map_type": return .map(try part(content, "key_type"), try part(content, "value_type"))
    case "type": return .type(content.count == 0 ? .dyn : try type(content))
    case "type_param": return .parameter(try text(content))
    case "message_type":
      let name = try text(content)
      guard let type = Type.message(name) else {
        throw Refusal("The message \(quoted(name)) is not known")
      }
      return type
    case "abstract_type":
      let name = try content[key: "name"].map(text) ?? ""
      let parameters = try list(content[key: "parameter_types"], type)
      return name == "optional_type"
        ? .optional(parameters.first ?? .dyn) : .abstract(name, parameters)
    default: throw Refusal("Unknown kind of type \(quoted(kind))")
    }
  }

  private static func part(_ node: Node, _ key: String) throws(Refusal) -> Type {
    guard let part = node[key: key] else { return .dyn }
    return try type(part)
  }

  private static func primitive(_ node: Node) throws(Refusal) -> Type {
    guard let type = primitives[node.text] else {
      throw Refusal("Unknown primitive type \(quoted(node.text))")
    }
    return type
  }

  private static func wellKnown(_ node: Node) throws(Refusal) -> Type {
    switch node.text {
    case "ANY": return .dyn
    case "TIMESTAMP": return .timestamp
    case "DURATION": return .duration
    default: throw Refusal("Unknown well-known type \(quoted(node.text))")
    }
  }

  // MARK: Writing values

  /// The most parts that are written of a value: one that holds the same part many times may be far
  /// larger written than it is in memory.
  private static let greatestSize = 1_000_000

  /// Returns a value in the suite's form.
  static func json(of value: Value) throws(Refusal) -> JSONText {
    var rest = greatestSize
    return try json(of: value, &rest)
  }

  private static func json(of value: Value, _ rest: inout Int) throws(Refusal) -> JSONText {
    rest -= 1 + value.textSize
    guard rest >= 0 else { throw Refusal("The value has more than \(greatestSize) parts") }
    switch value {
    case .null: return member("null_value", .null)
    case .bool(let truth): return member("bool_value", .bool(truth))
    case .int(let number): return member("int64_value", .text(String(number)))
    case .uint(let number): return member("uint64_value", .text(String(number)))
    case .double(let number): return member("double_value", json(of: number))
    case .string(let text): return member("string_value", .text(text))
    case .bytes(let bytes): return member("bytes_value", .text(Base64.text(of: bytes)))
    case .type(let name): return member("type_value", .text(name))
    case .timestamp(let timestamp): return message("Timestamp", timestamp.protobufText)
    case .duration(let span): return message("Duration", span.protobufText)
    case .list(let elements):
      var values: [JSONText] = []
      for element in elements { values.append(try json(of: element, &rest)) }
      return member("list_value", values.isEmpty ? .object([]) : member("values", .list(values)))
    case .map(let map): return member("map_value", try json(of: map, &rest))
    case .optional, .record, .address, .block:
      throw Refusal("The value has a type that the suite has no form for")
    }
  }

  private static func json(of map: MapValue, _ rest: inout Int) throws(Refusal) -> JSONText {
    var entries: [JSONText] = []
    for entry in map.entries {
      entries.append(
        .object([
          (key: "key", value: try json(of: entry.key, &rest)),
          (key: "value", value: try json(of: entry.value, &rest)),
        ]))
    }
    return entries.isEmpty ? .object([]) : member("entries", .list(entries))
  }

  private static func json(of number: Double) -> JSONText {
    if number.isNaN { return .text("NaN") }
    if number.isInfinite { return .text(number < 0 ? "-Infinity" : "Infinity") }
    return .number(number.description)
  }

  private static func message(_ name: String, _ text: String) -> JSONText {
    member(
      "object_value",
      .object([
        (key: "@type", value: .text("\(typePrefix)google.protobuf.\(name)")),
        (key: "value", value: .text(text)),
      ]))
  }

  // MARK: Writing types

  /// Returns a type in the suite's form.
  static func json(of type: Type) -> JSONText {
    switch type {
    case .dyn: member("dyn", .object([]))
    case .error: member("error", .object([]))
    case .null: member("null", .null)
    case .bool, .int, .uint, .double, .string, .bytes: member("primitive", primitive(type))
    case .wrapper(let type): member("wrapper", primitive(type))
    case .timestamp: member("well_known", .text("TIMESTAMP"))
    case .duration: member("well_known", .text("DURATION"))
    case .list(let element): member("list_type", member("elem_type", json(of: element)))
    case .map(let key, let value):
      member(
        "map_type",
        .object([
          (key: "key_type", value: json(of: key)), (key: "value_type", value: json(of: value)),
        ]))
    case .type(let type): member("type", json(of: type))
    case .parameter(let name): member("type_param", .text(name))
    case .record(let name): member("message_type", .text(name))
    case .optional(let type): abstract("optional_type", [type])
    case .abstract(let name, let types): abstract(name, types)
    }
  }

  private static func primitive(_ type: Type) -> JSONText {
    .text(primitives.first { $0.value == type }?.key ?? "PRIMITIVE_TYPE_UNSPECIFIED")
  }

  private static func abstract(_ name: String, _ types: [Type]) -> JSONText {
    member(
      "abstract_type",
      .object(
        [(key: "name", value: .text(name))]
          + (types.isEmpty
            ? [] : [(key: "parameter_types", value: .list(types.map { json(of: $0) }))])))
  }

  static func member(_ key: String, _ value: JSONText) -> JSONText {
    .object([(key: key, value: value)])
  }

  // MARK: Scalars

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }

  private static func only(
    _ node: Node, _ wanted: String
  ) throws(Refusal) -> (kind: String, content: Node) {
    guard node.kind == .mapping, node.count == 1,
      let entry = node.entries.first(where: { _ in true })
    else { throw Refusal("Wanted \(wanted), which has one member that names its kind") }
    return (entry.key.text, entry.value)
  }

  private static func list<Element>(
    _ node: Node?, _ read: (Node) throws(Refusal) -> Element
  ) throws(Refusal) -> [Element] {
    guard let node else { return [] }
    guard node.kind == .sequence else { throw Refusal("Wanted a list") }
    var elements: [Element] = []
    for element in node.elements { elements.append(try read(element)) }
    return elements
  }

  private static func bool(_ node: Node) throws(Refusal) -> Bool {
    switch (node.kind, node.text) {
    case (.plainScalar, "true"): return true
    case (.plainScalar, "false"): return false
    default: throw Refusal("Wanted true or false, found \(quoted(node.text))")
    }
  }

  private static func text(_ node: Node) throws(Refusal) -> String {
    guard node.isScalar, node.kind != .plainScalar else {
      throw Refusal("Wanted a text, found \(quoted(node.text))")
    }
    return node.text
  }

  /// A whole number is a text, so that no reader of JSON rounds it; a number is taken, too.
  private static func whole<Whole: FixedWidthInteger>(_ node: Node) throws(Refusal) -> Whole {
    guard let number = Whole(node.text) else {
      throw Refusal("\(quoted(node.text)) is no \(Whole.isSigned ? "int" : "uint")")
    }
    return number
  }

  private static func double(_ node: Node) throws(Refusal) -> Double {
    switch node.text {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      guard let number = Double(node.text) else {
        throw Refusal("\(quoted(node.text)) is no double")
      }
      return number
    }
  }

  private static func bytes(_ node: Node) throws(Refusal) -> [UInt8] {
    guard let bytes = Base64.bytes(of: try text(node)) else {
      throw Refusal("\(quoted(node.text)) is no base64")
    }
    return bytes
  }
}

extension Timestamp {
  /// The point as the JSON of protocol buffers has it: with 0, 3, 6 or 9 digits of a second.
  fileprivate var protobufText: String {
    Timestamp(seconds: seconds).description.dropLast() + nanoseconds.fractionText + "Z"
  }
}

extension Span {
  /// The span as the JSON of protocol buffers has it: with 0, 3, 6 or 9 digits of a second.
  fileprivate var protobufText: String {
    let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(nanoseconds.fractionText)s"
  }
}

extension Int32 {
  /// Nanoseconds behind a point.
  fileprivate var fractionText: String {
    guard self != 0 else { return "" }
    let digits = String(magnitude)
    var text = String(repeating: "0", count: 9 - digits.count) + digits
    while text.hasSuffix("000") { text.removeLast(3) }
    return "." + text
  }
}

extension Value {
  /// How many parts a text counts for when it is written.
  fileprivate var textSize: Int {
    switch self {
    case .string(let text): text.utf8.count / 16
    case .bytes(let bytes): bytes.count / 16
    default: 0
    }
  }
}
