/// The type of an expression.
public indirect enum Type: Sendable, Hashable {
  /// Any type, known only when the expression runs.
  case dyn
  /// The type of an expression that is wrong.
  case error
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  /// A list of elements of a type.
  case list(Type)
  /// A map from keys to values.
  case map(Type, Type)
  /// A value that may be there.
  case optional(Type)
  /// A type as a value.
  case type(Type)
  /// A type that a call decides, such as the element type of `size`'s list.
  case parameter(String)
  /// A host's structured type.
  case record(String)
  /// A primitive type that may be null.
  case wrapper(Type)
  /// A type of values that only functions take apart, such as `net.IP`, and its parameters.
  case abstract(String, [Type])
}

extension Type: CustomStringConvertible {
  /// The type as CEL writes it: `list(string)`.
  public var description: String {
    switch self {
    case .dyn: "dyn"
    case .error: "error"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let wrapped): "optional(\(wrapped))"
    case .type(let type): "type(\(type))"
    case .parameter(let name): name
    case .record(let name): name
    case .wrapper(let type): "wrapper(\(type))"
    case .abstract(let name, []): name
    case .abstract(let name, let types):
      "\(name)(\(types.map(\.description).joined(separator: ", ")))"
    }
  }

  /// Whether a type that a call decides is in it.
  var hasParameters: Bool {
    switch self {
    case .parameter: true
    case .list(let element), .optional(let element), .type(let element), .wrapper(let element):
      element.hasParameters
    case .map(let key, let value): key.hasParameters || value.hasParameters
    case .abstract(_, let types): types.contains(where: \.hasParameters)
    case .dyn, .error, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
      .record:
      false
    }
  }

  /// The name of the type of values at run time, parameters left out.
  var runtimeName: String {
    switch self {
    case .null: "null_type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .type: "type"
    case .abstract(let name, _): name
    case .dyn, .error, .bool, .int, .uint, .double, .string, .bytes, .parameter, .record, .wrapper:
      description
    }
  }
}

/// A host's structured type: fields by slot.
public struct RecordType: Sendable {
  /// A field of a record.
  public struct Field: Sendable {
    /// The name.
    public let name: String
    /// The type of its value.
    public let type: Type

    /// Whether a record need not have it, so that whoever reads it should ask first.
    public let mayBeAbsent: Bool

    /// Creates a field.
    public init(name: String, type: Type, mayBeAbsent: Bool = false) {
      self.name = name
      self.type = type
      self.mayBeAbsent = mayBeAbsent
    }
  }

  /// The name of the type.
  public let name: String
  /// The fields; the index of a field is its slot.
  public let fields: [Field]
  private let slots: [String: Int]

  /// Creates a type.
  public init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
    self.slots = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns the slot of a field, or nil if there is none of that name.
  public func slot(of name: String) -> Int? { slots[name] }
}

extension Type {
  /// Whether a type is one of those that only accept themselves.
  private var isPlain: Bool {
    switch self {
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
    default: false
    }
  }

  private var isContainer: Bool {
    switch self {
    case .list, .map, .record: true
    default: false
    }
  }

  /// Whether it is worth asking if a value of another type can be used where this one is wanted:
  /// most overloads of an operator are ruled out by this alone.
  func mayAccept(_ given: Type) -> Bool {
    if isPlain { return given.isPlain ? self == given : !given.isContainer }
    return !(isContainer && given.isPlain)
  }
}
