public import CEL
public import Documents

/// A submission in typed, located form: what any source format becomes, and what rules read.
///
/// Records are numbered, the outermost is 0; the values of a record stand side by side, one for
/// each slot of its type. A record that is a top-level field is there even if nobody wrote it, with
/// every field absent, so that a rule can always ask it.
public final class Submission: RecordStore, Sendable {
  /// The schema that it follows.
  public let schema: Schema
  /// The document that it was read from.
  public let document: Document
  let records: [RecordEntry]
  let slots: [Slot]

  init(schema: Schema, document: Document, records: [RecordEntry], slots: [Slot]) {
    self.schema = schema
    self.document = document
    self.records = records
    self.slots = slots
  }

  /// The name of its schema, such as `medicine`.
  public var kind: String { schema.name }

  /// The outermost record.
  public var root: Record { Record(store: self, index: 0) }

  /// Returns the path of names that leads to records of this type, such as `product.names`.
  public func typeName(of record: Int32) -> String { type(of: record).name }

  /// Returns the value of a field, or nil if it is absent.
  public func value(of record: Int32, slot: Int) -> Value? {
    switch self.slot(record, slot).content {
    case .absent: nil
    case .value(let value): value
    case .record(let index): .record(Record(store: self, index: index))
    case .records(let first, let count):
      .list((first..<first + count).map { .record(Record(store: self, index: $0)) })
    }
  }

  /// Returns the value of a field by the names that lead to it, such as `submission.date`; steps
  /// into lists are positions from 0.
  ///
  /// It is nil if the field is absent.
  public func value(at path: String) -> Value? {
    read(at: path).flatMap { value(of: $0.record.index, slot: $0.slot) }
  }

  /// Returns the reading of a field by the names that lead to it, or nil if no record on the way is
  /// there or the schema has no such field.
  public func read(at path: String) -> FieldRead? {
    let steps = path.split(separator: ".")
    guard let last = steps.last else { return nil }
    var record: Int32 = 0
    var pending: Slot.Content?
    for step in steps.dropLast() {
      guard let next = enter(step, from: &record, list: &pending) else { return nil }
      record = next
    }
    guard pending == nil, let slot = type(of: record).slot(of: String(last)) else { return nil }
    return FieldRead(
      record: Record(store: self, index: record), slot: slot,
      isPresent: value(of: record, slot: slot) != nil)
  }

  /// Follows one step of a path; a list of records waits for the position that follows.
  private func enter(
    _ step: Substring, from record: inout Int32, list: inout Slot.Content?
  ) -> Int32? {
    if case .records(let first, let count) = list {
      list = nil
      return Int32(step).flatMap { (0..<count).contains($0) ? first + $0 : nil }
    }
    guard let slot = type(of: record).slot(of: String(step)) else { return nil }
    switch self.slot(record, slot).content {
    case .record(let index): return index
    case .records:
      list = self.slot(record, slot).content
      return record
    case .absent, .value: return nil
    }
  }

  func type(of record: Int32) -> Schema.Record {
    schema.records[Int(records[Int(record)].type)]
  }

  func slot(_ record: Int32, _ slot: Int) -> Slot {
    slots[Int(records[Int(record)].firstSlot) + slot]
  }
}

/// One record of a submission.
struct RecordEntry: Sendable {
  /// The record type's index in the schema.
  var type: Int32
  /// Where the record's values start in the submission's slots.
  var firstSlot: Int32
  /// The document's node, or -1 if nobody wrote the record.
  var node: Int32
  /// The record that holds this one, or -1 for the outermost.
  var parent: Int32 = -1
  /// The field of the parent that holds this record.
  var parentSlot: Int32 = -1
  /// The position in the list that the field holds, or -1 if it is no list.
  var position: Int32 = -1
}

/// What a field of a record holds.
struct Slot: Sendable {
  /// The value of a field.
  ///
  /// Records are numbers, so that a submission does not hold itself.
  enum Content: Sendable {
    case absent
    case value(Value)
    case record(Int32)
    case records(first: Int32, count: Int32)
  }

  var content = Content.absent
  /// The document's node, or -1 if nobody wrote the field.
  var node: Int32 = -1
}
