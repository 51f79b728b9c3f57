internal import Documents

/// What the files of a schema say about one field: its own mapping first, then those of the blocks
/// that it includes.
///
/// What is said first holds.
struct SchemaDefinition {
  /// The mappings, nearest first.
  var layers: [Node]
  /// The names of the blocks that led here, against blocks that include themselves.
  var blocks: [String] = []

  /// Returns what is said under a key.
  subscript(key: String) -> Node? {
    for layer in layers {
      if let node = layer[key], !node.isNull { return node }
    }
    return nil
  }

  /// Where the definition was written first.
  var node: Node? { layers.first }

  /// The fields of the definition, those of included blocks first.
  var fields: [SchemaFieldDefinition] {
    var fields: [SchemaFieldDefinition] = []
    for layer in layers.reversed() {
      guard let mapping = layer["fields"], mapping.kind == .mapping else { continue }
      for (key, value) in mapping.entries { fields.define(key, as: value, blocks: blocks) }
    }
    return fields
  }
}

/// The name of a field and what is said about it.
struct SchemaFieldDefinition {
  /// The key by which the field was defined, nearest to the schema.
  var key: Node
  /// What is said about it.
  var definition: SchemaDefinition

  /// The field's name.
  var name: String { key.text }
}

extension [SchemaFieldDefinition] {
  /// Adds a field, or puts a layer over the field that has the name already.
  fileprivate mutating func define(_ key: Node, as value: Node, blocks: [String]) {
    guard let index = firstIndex(where: { $0.name == key.text }) else {
      append(.init(key: key, definition: .init(layers: [value], blocks: blocks)))
      return
    }
    self[index].key = key
    self[index].definition.layers.insert(value, at: 0)
  }
}
