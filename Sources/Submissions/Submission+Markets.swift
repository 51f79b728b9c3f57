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
    var (record, cell): (Int32, Cell) = (0, Cell())
    for index in slots.indices {
      if index > 0 {
        guard cell.kind == .record else { return Cell() }
        record = Int32(cell.bits)
      }
      cell = self.cell(record, slots[index])
    }
    return cell
  }

  /// The date that a submission has, at midnight UTC.
  public func date(_ schema: Schema) -> Timestamp? {
    let cell = cell(at: schema.dateSlots)
    return cell.kind == .timestamp ? Timestamp(seconds: cell.bits) : nil
  }

  /// A market that a submission names: the code, and the record that says more of it, if there is
  /// one.
  public typealias NamedMarket = (code: Cell, record: Int32?)

  /// The number of places at which a submission names a market, or could.
  public func marketCount(_ schema: Schema) -> Int {
    guard let first = schema.marketSlots.first else { return 0 }
    let named = cell(0, first)
    switch named.kind {
    case .text, .decodedText: return 1
    case .list: return Int(named.count)
    case .records where schema.marketSlots.count == 2: return Int(named.count)
    default: return 0
    }
  }

  /// The market at one of these places, nil if none is named there.
  public func market(_ index: Int, _ schema: Schema) -> NamedMarket? {
    guard let first = schema.marketSlots.first else { return nil }
    let named = cell(0, first)
    switch named.kind {
    case .list: return (elements[Int(named.bits) + index], nil)
    case .records:
      let record = Int32(named.bits) + Int32(index)
      let code = cell(record, schema.marketSlots[1])
      return code.kind == .absent ? nil : (code, record)
    default: return (named, nil)
    }
  }

  /// The markets that a submission names, in its order.
  func markets(_ schema: Schema) -> [NamedMarket] {
    (0..<marketCount(schema)).compactMap { market($0, schema) }
  }

  /// Whether a cell holds a text with these bytes.
  public func holds(_ bytes: [UInt8], _ cell: Cell) -> Bool {
    guard let range = cell.textRange, range.count == bytes.count else { return false }
    return (cell.kind == .text ? text : decoded)[range].elementsEqual(bytes)
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
