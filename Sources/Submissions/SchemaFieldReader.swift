internal import Diagnostics
internal import Documents

/// Reads the fields of a schema into record types.
struct SchemaFieldReader {
  let blocks: SchemaBlocks
  var diagnostics: [Diagnostic] = []
  private var records: [Schema.Record] = []
  private var references: [Node] = []

  init(blocks: SchemaBlocks) {
    self.blocks = blocks
  }

  /// Returns the outermost record type and all record types below it.
  mutating func records(of definition: SchemaDefinition, named name: String) -> [Schema.Record] {
    _ = record(definition, named: name, below: "")
    for node in references { checkReference(node) }
    return records
  }

  /// Reads a record type and returns its index; a record type comes before those of its fields.
  private mutating func record(
    _ definition: SchemaDefinition, named name: String, below path: String
  ) -> Int {
    let index = records.count
    records.append(Schema.Record(name: name, fields: []))
    let definitions = definition.fields
    let names = definitions.map(\.name)
    var fields: [Schema.Field] = []
    for raw in definitions {
      fields.append(field(raw, among: names, below: path, in: definition.blocks))
    }
    records[index] = Schema.Record(name: name, fields: fields)
    for (slot, field) in fields.enumerated() where field.isDerived {
      checkDerived(field, definitions[slot].key, in: records[index])
    }
    return index
  }

  private mutating func field(
    _ raw: SchemaFieldDefinition, among names: [String], below path: String, in blocks: [String]
  ) -> Schema.Field {
    checkName(raw.key, isTopLevel: path.isEmpty)
    let definition = definition(of: raw, in: blocks)
    let fieldPath = path.isEmpty ? raw.name : "\(path).\(raw.name)"
    let type = type(definition, raw.key, path: fieldPath)
    let field = Schema.Field(
      name: raw.name, type: type, cardinality: cardinality(definition),
      codes: codes(definition, type), format: format(definition, type),
      unit: unit(definition, type), reference: reference(definition, type),
      derivedFrom: source(definition, among: names), origin: text(.origin, definition),
      documentation: text(.documentation, definition) ?? "", example: example(definition),
      utf8Name: Array(raw.name.utf8))
    checkExample(field, definition)
    return field
  }

  /// Puts what the blocks say that a field includes under what it says itself.
  private mutating func definition(
    of raw: SchemaFieldDefinition, in blocks: [String]
  ) -> SchemaDefinition {
    var definition = SchemaDefinition(blocks: blocks)
    var waiting = raw.layers
    while !waiting.isEmpty {
      let layer = waiting.removeFirst()
      if layer.kind != .mapping { report("A field wants a record with its \"type\"", layer) }
      for (key, value) in layer.entries {
        guard let known = SchemaKey(key) else {
          reportUnknownKey(key)
          continue
        }
        definition.add(value, under: known)
        if known == .include, let block = block(value, definition.blocks) {
          definition.blocks.append(value.text)
          waiting.append(block)
        }
      }
    }
    return definition
  }

  private mutating func reportUnknownKey(_ key: Node) {
    let suggestion = Spelling.suggestion(for: key.text, in: SchemaKey.allCases.map(\.rawValue))
    report("Unknown key \(key.text.quotedForMessage)\(suggestion)", key)
  }

  private mutating func block(_ include: Node, _ open: [String]) -> Node? {
    let name = include.text
    if open.contains(name) {
      report("Block \(name.quotedForMessage) includes itself", include)
      return nil
    }
    guard let block = blocks[name] else {
      let suggestion = Spelling.suggestion(for: name, in: blocks.names)
      report("Unknown block \(name.quotedForMessage)\(suggestion)", include)
      return nil
    }
    return block
  }

  /// Returns a record type that has been read.
  func recordType(_ index: Int) -> Schema.Record { records[index] }

  mutating func report(_ message: String, _ node: Node?) {
    diagnostics.append(Diagnostic(.error, message, at: node?.shownPlace))
  }
}

extension SchemaFieldReader {
  private static let types: [Schema.Field.ValueType] = [
    .text, .code, .integer, .number, .boolean, .date,
  ]

  private mutating func type(
    _ definition: SchemaDefinition, _ key: Node, path: String
  ) -> Schema.Field.ValueType {
    guard let node = definition[.type] else {
      report("Field \(key.text.quotedForMessage) wants a \"type\"", key)
      return .text
    }
    if node.hasText("record") { return recordType(definition, node, path: path) }
    if let fields = definition[.fields] {
      report("Only a field of type \"record\" has \"fields\"", fields)
    }
    if let type = Self.types.first(where: { node.hasText($0.name) }) { return type }
    let names = Self.types.map(\.name) + ["record"]
    report(
      "Unknown type \(node.text.quotedForMessage)\(Spelling.suggestion(for: node.text, in: names))",
      node)
    return .text
  }

  private mutating func recordType(
    _ definition: SchemaDefinition, _ node: Node, path: String
  ) -> Schema.Field.ValueType {
    if !definition.hasFields { report("A field of type \"record\" wants \"fields\"", node) }
    return .record(record(definition, named: path, below: path))
  }

  /// Those that nearly all fields have.
  private static let commonCardinalities = [
    ("0..1", Schema.Cardinality(least: 0, most: 1)), ("1", .init(least: 1, most: 1)),
    ("0..*", .init(least: 0, most: nil)), ("1..*", .init(least: 1, most: nil)),
  ]

  private mutating func cardinality(_ definition: SchemaDefinition) -> Schema.Cardinality {
    let optional = Schema.Cardinality(least: 0, most: 1)
    guard let node = definition[.cardinality] else { return optional }
    if let common = Self.commonCardinalities.first(where: { node.hasText($0.0) }) {
      return common.1
    }
    if let cardinality = Schema.Cardinality(node.text) { return cardinality }
    report(
      "\"cardinality\" wants a number or two with dots between, such as 1, 0..1 or 1..*, "
        + "found \(node.text.quotedForMessage)", node)
    return optional
  }

  private mutating func codes(
    _ definition: SchemaDefinition, _ type: Schema.Field.ValueType
  ) -> [String] {
    guard let node = definition[.codes] else {
      if type == .code { report("A field of type \"code\" wants \"codes\"", definition[.type]) }
      return []
    }
    if type != .code { report("Only a field of type \"code\" has \"codes\"", node) }
    var codes: [String] = []
    for element in node.elements {
      if !element.isScalar || codes.contains(element.text) {
        report("Each code is a text that stands once", element)
      }
      codes.append(element.text)
    }
    if codes.isEmpty { report("\"codes\" wants a list of texts", node) }
    return codes
  }

  private mutating func reference(
    _ definition: SchemaDefinition, _ type: Schema.Field.ValueType
  ) -> String? {
    guard let node = definition[.reference] else { return nil }
    if type != .text { report("Only a field of type \"text\" has \"refers-to\"", node) }
    references.append(node)
    return node.text
  }

  private mutating func checkReference(_ node: Node) {
    let schema = Schema(
      name: "", title: "", identification: [], startingFields: [], dateSlots: [], marketSlots: [],
      records: records)
    if schema.slots(of: node.text.split(separator: ".")) == nil {
      report("\"refers-to\" wants the path of a field, such as documents.ref", node)
    }
  }

  private mutating func source(_ definition: SchemaDefinition, among names: [String]) -> Int? {
    guard let node = definition[.source] else { return nil }
    if let slot = names.firstIndex(of: node.text) { return slot }
    report(
      "Unknown field \(node.text.quotedForMessage)\(Spelling.suggestion(for: node.text, in: names))",
      node)
    return nil
  }

  func text(_ key: SchemaKey, _ definition: SchemaDefinition) -> String? {
    definition[key].flatMap { $0.isScalar ? $0.text : nil }
  }
}

extension Schema.Cardinality {
  /// Reads a cardinality as schema files write it.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1:
      guard let number = Int(parts[0]), number == 1 else { return nil }
      self.init(least: number, most: number)
    case 3:
      guard parts[1].isEmpty, let least = Int(parts[0]), least >= 0 else { return nil }
      let most = Int(parts[2])
      guard parts[2] == "*" || most.map({ $0 >= max(least, 1) }) == true else { return nil }
      self.init(least: least, most: most)
    default: return nil
    }
  }
}
