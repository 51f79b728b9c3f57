public import CEL
public import Diagnostics

/// A submission in typed, located form: what any source format becomes, and what rules read.
///
/// Records are numbered, the outermost is 0; the values of a record stand side by side, one for
/// each slot of its type. A record that is a top-level field is there even if nobody wrote it, with
/// every field absent, so that a rule can always ask it.
public final class Submission: RecordStore, Sendable {
  /// The schema that it follows.
  public let schema: Schema
  /// The text that it was read from.
  public let source: SourceText
  /// Its values in flat form.
  public let table: RecordTable
  let records: [RecordEntry]
  /// Where each cell of the table is written.
  let places: [SourceSpan]
  /// The files of the dossier that were looked at, by the paths that the submission has for them.
  public let dossierFiles: [(path: String, file: DossierFile)]

  init(
    schema: Schema, source: SourceText, table: RecordTable, records: [RecordEntry],
    places: [SourceSpan], dossierFiles: [(path: String, file: DossierFile)] = []
  ) {
    self.schema = schema
    self.source = source
    self.table = table
    self.records = records
    self.places = places
    self.dossierFiles = dossierFiles
  }

  /// The name of its schema, such as `medicine`.
  public var kind: String { schema.name }

  /// The outermost record.
  public var root: Record { Record(store: self, index: 0) }

  /// Whether a record is one of the submission, and not of something that a function gave.
  public func holds(_ record: Record) -> Bool { record.store === self }

  /// Returns the path of names that leads to records of this type, such as `product.names`.
  public func typeName(of record: Int32) -> String { type(of: record).name }

  /// Returns the value of a field, or nil if it is absent.
  public func value(of record: Int32, slot: Int) -> Value? {
    let cell = table.cell(record, slot)
    switch cell.kind {
    case .record: return .record(Record(store: self, index: Int32(cell.bits)))
    case .records:
      return .list(cell.recordNumbers.map { .record(Record(store: self, index: $0)) })
    case .absent, .text, .decodedText, .double, .int, .bool, .timestamp, .list:
      return table.value(of: cell)
    }
  }

  /// Returns the number of fields of a record that are given.
  public func fieldCount(of record: Int32) -> Int {
    type(of: record).fields.indices.count { table.cell(record, $0).kind != .absent }
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
    var pending: RecordTable.Cell?
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
    _ step: Substring, from record: inout Int32, list: inout RecordTable.Cell?
  ) -> Int32? {
    if let records = list?.recordNumbers {
      list = nil
      return Int(step).flatMap { records.indices.contains($0) ? records[$0] : nil }
    }
    guard let slot = type(of: record).slot(of: String(step)) else { return nil }
    let cell = table.cell(record, slot)
    switch cell.kind {
    case .record: return Int32(cell.bits)
    case .records:
      list = cell
      return record
    case .absent, .text, .decodedText, .double, .int, .bool, .timestamp, .list: return nil
    }
  }

  func type(of record: Int32) -> Schema.Record {
    schema.records[Int(records[Int(record)].type)]
  }
}

extension RecordTable.Cell {
  /// The numbers of the records that a list of records holds.
  var recordNumbers: [Int32] {
    kind == .records ? Array(Int32(bits)..<Int32(bits) + count) : []
  }
}

/// One record of a submission.
struct RecordEntry: Sendable {
  /// The record type's index in the schema.
  var type: Int32
  /// The part of the source that is shown for it; none if nobody wrote the record.
  var place = SourceSpan.none
  /// The record that holds this one, or -1 for the outermost.
  var parent: Int32 = -1
  /// The field of the parent that holds this record.
  var parentSlot: Int32 = -1
  /// The position in the list that the field holds, or -1 if it is no list.
  var position: Int32 = -1
}

/// A range of bytes of a source, or none.
struct SourceSpan: Sendable, Hashable {
  var lower: Int32
  var upper: Int32

  static let none = SourceSpan(lower: -1, upper: -1)

  init(lower: Int32, upper: Int32) {
    self.lower = lower
    self.upper = upper
  }

  init(_ range: Range<Int>) {
    self.lower = Int32(range.lowerBound)
    self.upper = Int32(range.upperBound)
  }

  /// The range, nil for none.
  var range: Range<Int>? { lower < 0 ? nil : Int(lower)..<Int(upper) }
}
