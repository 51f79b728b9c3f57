internal import CEL
internal import Diagnostics
internal import Documents

/// Fills the flat form of a submission from a document.
///
/// The records of a list are numbered before their fields are read, so that their numbers follow
/// one another.
struct SubmissionBuilder {
  let schema: Schema
  let document: Document
  let acceptsDerivedFields: Bool
  private(set) var records: [RecordEntry] = []
  var table = RecordTable()
  private(set) var places: [SourceSpan] = []
  var diagnostics: [Diagnostic] = []
  var dossierFiles: [(path: String, file: DossierFile)] = []

  init(schema: Schema, document: Document, acceptsDerivedFields: Bool) {
    self.schema = schema
    self.document = document
    self.acceptsDerivedFields = acceptsDerivedFields
    table.cells.reserveCapacity(document.nodeCount)
    places.reserveCapacity(document.nodeCount)
  }

  /// What has been read so far.
  var submission: Submission {
    Submission(
      schema: schema, source: document.source, table: table, records: records, places: places,
      dossierFiles: dossierFiles)
  }

  /// Reads the outermost record, and adds the top-level records that nobody wrote.
  mutating func readRoot() {
    let root = addRecord(RecordEntry(type: 0, place: SourceSpan(document.root.shownRange)))
    readFields(of: root, from: document.root)
    for (slot, field) in schema.root.fields.enumerated() where !field.isList {
      guard let type = field.type.recordIndex, table.cell(root, slot).kind == .absent else {
        continue
      }
      let record = addRecord(entry(of: type, in: root, slot))
      set(root, slot, RecordTable.Cell(.record, Int64(record)))
    }
  }

  /// Numbers a record and makes room for its fields.
  mutating func addRecord(_ entry: RecordEntry) -> Int32 {
    let count = schema.records[Int(entry.type)].fields.count
    table.rows.append(Int32(table.cells.count))
    table.cells.append(contentsOf: repeatElement(RecordTable.Cell(), count: count))
    places.append(contentsOf: repeatElement(.none, count: count))
    records.append(entry)
    return Int32(records.count - 1)
  }

  /// The entry of a record that a field of another one holds; without a node nobody wrote it.
  func entry(of type: Int, _ node: Node? = nil, in parent: Int32, _ slot: Int) -> RecordEntry {
    RecordEntry(
      type: Int32(type), place: node.map { SourceSpan($0.shownRange) } ?? .none, parent: parent,
      parentSlot: Int32(slot))
  }

  /// Fills a field of a record in; without a node nobody wrote it.
  mutating func set(_ record: Int32, _ slot: Int, _ cell: RecordTable.Cell, _ node: Node? = nil) {
    let index = Int(table.rows[Int(record)]) + slot
    table.cells[index] = cell
    places[index] = node.map { SourceSpan($0.shownRange) } ?? .none
  }

  /// Where a field of a record is written.
  func place(_ record: Int32, _ slot: Int) -> SourceSpan {
    places[Int(table.rows[Int(record)]) + slot]
  }
}

extension SubmissionBuilder {
  /// Reads the fields of a record; they mostly come in the order of the schema.
  private mutating func readFields(of record: Int32, from node: Node) {
    let type = schema.records[Int(records[Int(record)].type)]
    var likely = 0
    for (key, value) in node.entries {
      guard key.isScalar, let slot = type.slot(of: key.utf8, startingAt: likely) else {
        reportUnknown(key, in: type)
        continue
      }
      likely = slot + 1
      read(value, key, as: type.fields[slot], into: record, slot)
    }
  }

  private mutating func read(
    _ node: Node, _ key: Node, as field: Schema.Field, into record: Int32, _ slot: Int
  ) {
    if field.isDerived, !acceptsDerivedFields {
      return report("The program fills \(field.name.quotedForMessage) in; leave it out", key)
    }
    if node.isNull { return }
    if field.isList { return readList(node, as: field, into: record, slot) }
    guard let cell = element(node, as: field, in: record, slot) else { return }
    set(record, slot, cell, node)
  }

  /// Reads one value; nil if it is wrong.
  private mutating func element(
    _ node: Node, as field: Schema.Field, in record: Int32, _ slot: Int
  ) -> RecordTable.Cell? {
    if let type = field.type.recordIndex {
      guard node.kind == .mapping else { return reportMismatch(node, field) }
      let index = addRecord(entry(of: type, node, in: record, slot))
      readFields(of: index, from: node)
      return RecordTable.Cell(.record, Int64(index))
    }
    return scalar(node, as: field).map { table.cell(of: $0) }
  }

  private mutating func scalar(_ node: Node, as field: Schema.Field) -> Value? {
    guard node.isScalar else {
      reportMismatch(node, field)
      return nil
    }
    switch ScalarReader(field: field).value(of: node) {
    case .success(let value): return value
    case .failure(let complaint):
      let name = field.name.quotedForMessage
      report("\(name) wants \(field.wantedElement), \(complaint.message)", node)
      return nil
    }
  }

  @discardableResult
  private mutating func reportMismatch(_ node: Node, _ field: Schema.Field) -> RecordTable.Cell? {
    let name = field.name.quotedForMessage
    report("\(name) wants \(field.wantedElement), found \(node.found)", node)
    return nil
  }

  private mutating func reportUnknown(_ key: Node, in type: Schema.Record) {
    let names = type.fields.filter { !$0.isDerived || acceptsDerivedFields }.map(\.name)
    let suggestion = Spelling.suggestion(for: key.text, in: names)
    report("Unknown field \(key.text.quotedForMessage)\(suggestion)", key)
  }

  private mutating func report(_ message: String, _ node: Node) {
    diagnostics.append(Diagnostic(.error, message, at: node.shownPlace))
  }
}

extension SubmissionBuilder {
  private mutating func readList(
    _ node: Node, as field: Schema.Field, into record: Int32, _ slot: Int
  ) {
    guard node.kind == .sequence else {
      let name = field.name.quotedForMessage
      return report("\(name) wants \(field.wanted), found \(node.found)", node)
    }
    if let type = field.type.recordIndex {
      readRecords(node, of: type, field, into: record, slot)
    } else {
      let values = node.elements.compactMap { scalarElement($0, as: field) }
      set(record, slot, table.cell(of: .list(values)), node)
    }
  }

  private mutating func scalarElement(_ node: Node, as field: Schema.Field) -> Value? {
    if node.isNull {
      reportMismatch(node, field)
      return nil
    }
    return scalar(node, as: field)
  }

  private mutating func readRecords(
    _ list: Node, of type: Int, _ field: Schema.Field, into record: Int32, _ slot: Int
  ) {
    let first = Int32(records.count)
    for (position, node) in list.elements.enumerated() {
      var entry = entry(of: type, node, in: record, slot)
      entry.position = Int32(position)
      _ = addRecord(entry)
    }
    set(record, slot, RecordTable.Cell(.records, Int64(first), count: Int32(list.count)), list)
    for (position, node) in list.elements.enumerated() {
      if node.kind == .mapping {
        readFields(of: first + Int32(position), from: node)
      } else {
        reportMismatch(node, field)
      }
    }
  }
}

extension Node {
  /// What the node is, as a message says that it was found.
  var found: String {
    switch kind {
    case .mapping: "a record"
    case .sequence: "a list"
    case .plainScalar: isNull ? "nothing" : text.quotedForMessage
    case .quotedScalar, .literalScalar, .foldedScalar: "the text \(text.quotedForMessage)"
    }
  }
}
