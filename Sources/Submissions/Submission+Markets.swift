public import CEL
public import Diagnostics

extension Schema {
  /// The type of the records that name the markets, nil for a schema that names them by codes or
  /// not at all.
  public var marketType: CEL.`Type`? {
    guard marketSlots.count == 2,
      let index = root.fields[marketSlots[0]].type.recordIndex
    else { return nil }
    return .record(records[index].name)
  }
}

extension RecordTable {
  /// What stands at the end of slots that lead from record to record.
  func cell(at slots: [Int]) -> Cell {
    var record: Int32 = 0
    for slot in slots.dropLast() {
      let cell = cell(record, slot)
      guard cell.kind == .record else { return Cell() }
      record = Int32(cell.bits)
    }
    return slots.last.map { cell(record, $0) } ?? Cell()
  }

  /// The date that a submission has, at midnight UTC.
  public func date(_ schema: Schema) -> Timestamp? {
    let cell = cell(at: schema.dateSlots)
    return cell.kind == .timestamp ? Timestamp(seconds: cell.bits) : nil
  }

  /// The markets that a submission names, in its order: the code, and the record that says more of
  /// it, if there is one.
  public func markets(_ schema: Schema) -> [(code: Cell, record: Int32?)] {
    guard let first = schema.marketSlots.first else { return [] }
    let named = cell(0, first)
    switch named.kind {
    case .text, .decodedText: return [(named, nil)]
    case .list:
      return elements[Int(named.bits)..<Int(named.bits) + Int(named.count)].map { ($0, nil) }
    case .records where schema.marketSlots.count == 2:
      return named.recordNumbers.map { (cell($0, schema.marketSlots[1]), $0) }
        .filter { $0.code.kind != .absent }
    default: return []
    }
  }
}

extension Submission {
  /// The codes of the markets that the submission names, in its order.
  public var marketCodes: [String] {
    table.markets(schema).compactMap { table.value(of: $0.code)?.text }
  }

  /// Returns the record that says more of a market, or nil if there is none.
  public func marketEntry(_ market: String) -> Record? {
    table.markets(schema).first { table.value(of: $0.code)?.text == market }?.record
      .map { Record(store: self, index: $0) }
  }

  /// Where the markets are named, or the submission itself.
  public var placeOfMarkets: Place {
    guard let slot = schema.marketSlots.first else { return place(of: 0) }
    return place(of: FieldRead(record: root, slot: slot, isPresent: true))
  }

  /// The submission's own date, at midnight UTC.
  public var date: Timestamp? { table.date(schema) }

  /// Returns the value of a field that was read, or nil if it is absent.
  public func value(of read: FieldRead) -> Value? {
    value(of: read.record.index, slot: read.slot)
  }
}

extension Value {
  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
