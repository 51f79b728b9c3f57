public import CEL

extension Submission {
  /// Returns the same submission as if it were of another date; nil if it has no date.
  ///
  /// Nothing else is another: documents, certificates and their places stay what they are.
  public func dated(_ time: Timestamp) -> Submission? {
    guard let index = table.index(at: schema.dateSlots), table.cells[index].kind == .timestamp
    else { return nil }
    var table = table
    table.cells[index] = RecordTable.Cell(.timestamp, time.seconds)
    return Submission(
      schema: schema, source: source, table: table, records: records, places: places)
  }

  /// The times that the submission gives, by the names of their fields.
  public var times: [String: Set<Timestamp>] {
    var times: [String: Set<Timestamp>] = [:]
    for record in records.indices {
      for (slot, field) in type(of: Int32(record)).fields.enumerated() {
        let cell = table.cell(Int32(record), slot)
        if cell.kind == .timestamp {
          times[field.name, default: []].insert(Timestamp(seconds: cell.bits))
        }
      }
    }
    return times
  }
}

extension Schema {
  /// The names that lead to a submission's own date; empty if it has none.
  public var datePath: [String] {
    var record = root
    return dateSlots.map { slot in
      let field = record.fields[slot]
      if let next = field.type.recordIndex { record = records[next] }
      return field.name
    }
  }
}

extension RecordTable {
  /// Where the cell at the end of slots stands, nil if no record on the way is there.
  fileprivate func index(at slots: [Int]) -> Int? {
    guard let last = slots.last else { return nil }
    var record: Int32 = 0
    for slot in slots.dropLast() {
      let cell = cell(record, slot)
      guard cell.kind == .record else { return nil }
      record = Int32(cell.bits)
    }
    return Int(rows[Int(record)]) + last
  }
}
