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
  private(set) var slots: [Slot] = []
  var diagnostics: [Diagnostic] = []

  init(schema: Schema, document: Document, acceptsDerivedFields: Bool) {
    self.schema = schema
    self.document = document
    self.acceptsDerivedFields = acceptsDerivedFields
    slots.reserveCapacity(document.nodeCount)
  }

  /// What has been read so far.
  var submission: Submission {
    Submission(schema: schema, document: document, records: records, slots: slots)
  }

  /// Reads the outermost record, and adds the top-level records that nobody wrote.
  mutating func readRoot() {
    let root = addRecord(RecordEntry(type: 0, firstSlot: 0, node: document.root.index))
    readFields(of: root, from: document.root)
    for (slot, field) in schema.root.fields.enumerated() where !field.isList {
      guard let type = field.type.recordIndex, case .absent = content(root, slot) else { continue }
      let record = addRecord(entry(of: type, node: -1, in: root, slot))
      set(root, slot, .record(record), node: -1)
    }
  }

  /// Numbers a record and makes room for its fields.
  mutating func addRecord(_ entry: RecordEntry) -> Int32 {
    var entry = entry
    entry.firstSlot = Int32(slots.count)
    let count = schema.records[Int(entry.type)].fields.count
    slots.append(contentsOf: repeatElement(Slot(), count: count))
    records.append(entry)
    return Int32(records.count - 1)
  }

  func entry(of type: Int, node: Int32, in parent: Int32, _ slot: Int) -> RecordEntry {
    RecordEntry(
      type: Int32(type), firstSlot: 0, node: node, parent: parent, parentSlot: Int32(slot))
  }

  func content(_ record: Int32, _ slot: Int) -> Slot.Content {
    slots[Int(records[Int(record)].firstSlot) + slot].content
  }

  mutating func set(_ record: Int32, _ slot: Int, _ content: Slot.Content, node: Int32) {
    slots[Int(records[Int(record)].firstSlot) + slot] = Slot(content: content, node: node)
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
    guard let content = element(node, as: field, in: record, slot) else { return }
    set(record, slot, content, node: node.index)
  }

  /// Reads one value; nil if it is wrong.
  private mutating func element(
    _ node: Node, as field: Schema.Field, in record: Int32, _ slot: Int
  ) -> Slot.Content? {
    if let type = field.type.recordIndex {
      guard node.kind == .mapping else { return reportMismatch(node, field) }
      let index = addRecord(entry(of: type, node: node.index, in: record, slot))
      readFields(of: index, from: node)
      return .record(index)
    }
    return scalar(node, as: field).map(Slot.Content.value)
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
  private mutating func reportMismatch(_ node: Node, _ field: Schema.Field) -> Slot.Content? {
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
      set(record, slot, .value(.list(values)), node: node.index)
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
      var entry = entry(of: type, node: node.index, in: record, slot)
      entry.position = Int32(position)
      _ = addRecord(entry)
    }
    let content = Slot.Content.records(first: first, count: Int32(list.count))
    set(record, slot, content, node: list.index)
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
