internal import Documents

/// The keys with which a schema file describes a field.
enum SchemaKey: String, CaseIterable {
  case include
  case type
  case cardinality
  case codes
  case format
  case unit
  case reference = "refers-to"
  case source = "derived-from"
  case origin
  case documentation = "doc"
  case example
  case fields
}

/// What the files of a schema say about one field: its own mapping first, then those of the blocks
/// that it includes.
///
/// What is said first holds.
struct SchemaDefinition {
  /// The names of the blocks that led here, against blocks that include themselves.
  var blocks: [String]
  /// What is said under each key, in the order of the keys.
  private var values = [Node?](repeating: nil, count: SchemaKey.allCases.count)
  /// The mappings of fields, nearest first.
  private var fieldMappings: [Node] = []

  init(blocks: [String] = []) {
    self.blocks = blocks
  }

  /// What is said under a key, or nil.
  subscript(key: SchemaKey) -> Node? { values[key.position] }

  /// Takes in what one mapping says under a key, unless a nearer one has said something.
  mutating func add(_ value: Node, under key: SchemaKey) {
    if key == .fields, value.kind == .mapping { fieldMappings.append(value) }
    if values[key.position] == nil, !value.isNull { values[key.position] = value }
  }

  /// The fields of the definition, those of included blocks first.
  var fields: [SchemaFieldDefinition] {
    var fields: [SchemaFieldDefinition] = []
    for mapping in fieldMappings.reversed() {
      for (key, value) in mapping.entries { fields.define(key, as: value) }
    }
    return fields
  }

  /// Whether the definition has fields.
  var hasFields: Bool { fieldMappings.contains { $0.count > 0 } }
}

/// The name of a field and what is said about it.
struct SchemaFieldDefinition {
  /// The field's name.
  let name: String
  /// The key by which the field was defined, nearest to the schema.
  var key: Node
  /// The mappings that describe it, nearest first.
  var layers: [Node]
}

extension [SchemaFieldDefinition] {
  /// Adds a field, or puts a layer over the field that has the name already.
  fileprivate mutating func define(_ key: Node, as value: Node) {
    let name = key.text
    guard let index = firstIndex(where: { $0.name == name }) else {
      append(SchemaFieldDefinition(name: name, key: key, layers: [value]))
      return
    }
    self[index].key = key
    self[index].layers.insert(value, at: 0)
  }
}

extension SchemaKey {
  private static let known = allCases.map {
    (key: $0, text: $0.rawValue, length: $0.rawValue.utf8.count)
  }

  /// The key that a node is, or nil.
  init?(_ node: Node) {
    let length = node.textLength
    let known = Self.known.first { $0.length == length && node.hasText($0.text) }
    guard let known else { return nil }
    self = known.key
  }

  /// The position among all keys.
  fileprivate var position: Int {
    switch self {
    case .include: 0
    case .type: 1
    case .cardinality: 2
    case .codes: 3
    case .format: 4
    case .unit: 5
    case .reference: 6
    case .source: 7
    case .origin: 8
    case .documentation: 9
    case .example: 10
    case .fields: 11
    }
  }
}
