public import Diagnostics
public import Documents

/// Reads the files of a folder of schemas.
///
/// A file holds `blocks:`, definitions that others include by name, or one schema:
///
///     schema: medicine
///     title: Submission of a medicine
///     identified-by: { schema: parvaneh-submission/1, kind: medicine }
///     starts-with: [submission, markets]
///     date: submission.date       # whose law is applied; this unless said otherwise
///     markets: markets            # a code, or records with a code; this unless said otherwise
///     fields: { … }
///
/// Grammar of a field: `include`, `type`, `cardinality` (0..1 unless said), `codes`, `format`,
/// `unit`, `refers-to`, `derived-from`, `origin`, `doc`, `example`, `fields`.
public enum SchemaReader {
  /// Reads all files of the folder together, in the order of their names.
  ///
  /// A schema in which something is wrong is returned all the same, without what is wrong.
  public static func read(
    _ documents: [Document]
  ) -> (schemas: [Schema], diagnostics: [Diagnostic]) {
    var blocks = SchemaBlocks()
    for document in documents { blocks.collect(from: document.root) }
    var diagnostics = blocks.diagnostics
    var schemas: [Schema] = []
    for document in documents {
      var file = SchemaFileReader(blocks: blocks)
      if let schema = file.read(document.root) { schemas.append(schema) }
      diagnostics += file.diagnostics
    }
    return (schemas, diagnostics.withoutRepetitions)
  }
}

/// The definitions that fields include by name.
struct SchemaBlocks {
  private var nodes: [String: Node] = [:]
  /// The names in the order of the files.
  private(set) var names: [String] = []
  /// What is wrong with the names.
  private(set) var diagnostics: [Diagnostic] = []

  /// Returns the block of a name.
  subscript(name: String) -> Node? { nodes[name] }

  /// Takes the blocks of one file in.
  mutating func collect(from root: Node) {
    guard let blocks = root[key: "blocks"] else { return }
    guard blocks.kind == .mapping else {
      diagnostics.append(Diagnostic(.error, "\"blocks\" wants named definitions", at: blocks.place))
      return
    }
    for (key, value) in blocks.entries { add(key, value) }
  }

  private mutating func add(_ key: Node, _ value: Node) {
    let name = key.text
    guard nodes.updateValue(value, forKey: name) != nil else { return names.append(name) }
    diagnostics.append(
      Diagnostic(.error, "Block \(name.quotedForMessage) is there already", at: key.place))
  }
}

/// Reads one file of a schema.
private struct SchemaFileReader {
  let blocks: SchemaBlocks
  var diagnostics: [Diagnostic] = []

  private static let keys = [
    "schema", "title", "identified-by", "starts-with", "date", "markets", "fields", "blocks",
  ]

  mutating func read(_ root: Node) -> Schema? {
    guard root.kind == .mapping else {
      report("A file of a schema wants a record with \"schema\" or \"blocks\"", root)
      return nil
    }
    reportUnknownKeys(root)
    guard let name = root[key: "schema"] else {
      if root[key: "blocks"] == nil { report("Missing \"schema\", the name of the schema", root) }
      return nil
    }
    return schema(named: name, root)
  }

  private mutating func schema(named name: Node, _ root: Node) -> Schema? {
    guard name.isScalar, let topLevel = root[key: "fields"], topLevel.kind == .mapping else {
      report("A schema wants a name and, under \"fields\", its fields", name)
      return nil
    }
    if root[key: "title"]?.isScalar != true { report("Missing \"title\" of the schema", name) }
    var fields = SchemaFieldReader(blocks: blocks)
    var definition = SchemaDefinition()
    definition.add(topLevel, under: .fields)
    // The outermost record is named otherwise than a field can be: a schema and its main field
    // often share a name.
    let records = fields.records(of: definition, named: "\(name.text) submission")
    diagnostics += fields.diagnostics
    return Schema(
      name: name.text, title: root[key: "title"]?.text ?? name.text,
      identification: identification(root[key: "identified-by"], in: records[0]),
      startingFields: startingFields(root[key: "starts-with"], in: records[0]),
      dateSlots: path(root[key: "date"], .dateDefault, in: records) { $0 == .date },
      marketSlots: marketSlots(root[key: "markets"], in: records), records: records)
  }

  /// The slots of the field that names the markets, and of the code if it holds records.
  private mutating func marketSlots(_ node: Node?, in records: [Schema.Record]) -> [Int] {
    let slots = path(node, .marketsDefault, in: records) { _ in true }
    guard let last = slots.last, slots.count == 1,
      let type = records[0].fields[last].type.recordIndex
    else { return slots }
    return records[type].slot(of: "code").map { slots + [$0] } ?? []
  }

  /// The slots that lead to a field named in a schema file, or to the one that such a field mostly
  /// is, if the schema has it.
  private mutating func path(
    _ node: Node?, _ usual: String, in records: [Schema.Record],
    where fits: (Schema.Field.ValueType) -> Bool
  ) -> [Int] {
    var (slots, record): ([Int], Schema.Record?) = ([], records[0])
    var type: Schema.Field.ValueType?
    for name in (node?.text ?? usual).split(separator: ".") {
      guard let slot = record?.slot(of: String(name)), let field = record?.fields[slot] else {
        if let node { report("There is no field \(node.text.quotedForMessage)", node) }
        return []
      }
      slots.append(slot)
      type = field.type
      record = field.type.recordIndex.map { records[$0] }
    }
    guard let type, fits(type) else {
      if let node { report("\(node.text.quotedForMessage) is a field of another type", node) }
      return []
    }
    return slots
  }

  private mutating func identification(
    _ node: Node?, in record: Schema.Record
  ) -> [Schema.Identification] {
    guard let node else { return [] }
    var identification: [Schema.Identification] = []
    for (key, value) in node.entries {
      if let slot = record.slot(of: key.text), record.fields[slot].identifies {
        identification.append(.init(field: key.text, value: value.text))
      } else {
        report("\"identified-by\" wants top-level fields that hold text or a code", key)
      }
    }
    return identification
  }

  private mutating func startingFields(_ node: Node?, in record: Schema.Record) -> [String] {
    guard let node else { return [] }
    for element in node.elements where record.slot(of: element.text) == nil {
      let suggestion = Spelling.suggestion(for: element.text, in: record.fields.map(\.name))
      report("Unknown field \(element.text.quotedForMessage)\(suggestion)", element)
    }
    return node.elements.map(\.text)
  }

  private mutating func reportUnknownKeys(_ root: Node) {
    for (key, _) in root.entries where !Self.keys.contains(key.text) {
      let suggestion = Spelling.suggestion(for: key.text, in: Self.keys)
      report("Unknown key \(key.text.quotedForMessage)\(suggestion)", key)
    }
  }

  private mutating func report(_ message: String, _ node: Node) {
    diagnostics.append(Diagnostic(.error, message, at: node.shownPlace))
  }
}

extension String {
  fileprivate static let dateDefault = "submission.date"
  fileprivate static let marketsDefault = "markets"
}

extension Schema.Field {
  /// Whether the field can say which schema a submission follows.
  fileprivate var identifies: Bool {
    switch type {
    case .text, .code: !isList
    case .integer, .number, .boolean, .date, .record: false
    }
  }
}

extension [Diagnostic] {
  /// The diagnostics without those that say the same of the same place again.
  fileprivate var withoutRepetitions: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
