public import CEL
internal import Diagnostics

/// Reads submissions that are written as JSON, one a line, straight into a flat table.
///
/// It reads what is as the schema wants it and gives up on everything else: an unknown field, a
/// wrong type, a repeated key, malformed JSON. Such a line is then read the long way, by
/// `DocumentReader` and `SubmissionReader`, which tell what is wrong; both give the same submission
/// for what this one accepts. The table is filled anew for each line, so that nothing is allocated.
public struct RecordScanner: Sendable {
  /// The schema that the lines follow.
  public let schema: Schema
  /// What was read from the last line.
  public private(set) var table = RecordTable()
  /// Whether the schema names the markets by records.
  public let hasMarketRecords: Bool
  private var lines = RecordLines([])
  private let plan: RecordPlan
  /// The fields that identify the schema, and what they say.
  private let identification: [(slot: Int, text: [UInt8])]?
  private var room: LineRoom
  /// The number of cells of the last line; the arrays are longer.
  private var cellCount = 0

  /// Creates a scanner for lines that follow a schema.
  public init(_ schema: Schema) {
    self.schema = schema
    self.plan = RecordPlan(schema)
    self.hasMarketRecords = schema.marketType != nil
    self.identification = schema.identifyingSlots
    self.room = LineRoom(cells: 4 * plan.fields.count + 16)
    table.cells = Array(repeating: RecordTable.Cell(), count: room.places.count)
  }

  /// Takes the lines that the following ones are ranges of.
  public mutating func begin(_ lines: RecordLines) {
    self.lines = lines
    table.text = lines.padded
  }

  /// Reads the line that begins at an offset; returns the offset at which the next one begins, or
  /// nil if the line could not be read.
  public mutating func read(from start: Int) -> Int? {
    while true {
      table.decoded.removeAll(keepingCapacity: true)
      let (end, counts) = LineScan.read(
        plan, lines, from: start, &room, &table.cells, &table.decoded)
      guard room.holds(counts) else {
        room.grow(for: counts)
        table.cells = Array(repeating: RecordTable.Cell(), count: room.places.count)
        continue
      }
      cellCount = counts.cells
      table.rows.replaceAll(by: room.rows.prefix(counts.records))
      table.elements.replaceAll(by: room.elements.prefix(counts.elements))
      return end >= 0 && isIdentified ? end : nil
    }
  }

  /// Returns the offset behind the line that begins at an offset, its end included.
  public func lineEnd(from start: Int) -> Int {
    LineBytes.with(lines) { $0.lineEnd(from: start) }
  }

  /// Returns the submission of the last line, which stands in a file as the line with a number.
  public func submission(
    line: Range<Int>, number: Int, of file: String
  ) -> Submission {
    let source = SourceText(name: file, bytes: table.text, line: line, number: number)
    var table = table
    table.cells = Array(table.cells.prefix(cellCount))
    return Submission(
      schema: schema, source: source, table: table,
      records: Array(room.records.prefix(table.rows.count)),
      places: Array(room.places.prefix(cellCount)))
  }

  /// Whether the fields that identify the schema say so.
  private var isIdentified: Bool {
    guard let identification else { return false }
    for (slot, text) in identification where !table.holds(text, table.cell(0, slot)) {
      return false
    }
    return true
  }
}

extension Schema {
  /// The fields that identify the schema, and what they say; nil if there is no such field.
  fileprivate var identifyingSlots: [(slot: Int, text: [UInt8])]? {
    var slots: [(slot: Int, text: [UInt8])] = []
    for identification in identification {
      guard let slot = root.slot(of: identification.field) else { return nil }
      slots.append((slot, Array(identification.value.utf8)))
    }
    return slots
  }
}

// MARK: Fields of the last line

extension RecordScanner {
  /// Returns what a field holds.
  public func cell(of read: TableRead) -> RecordTable.Cell {
    table.cell(read.record, Int(read.slot))
  }

  /// Appends the bytes of a text; returns whether the cell is one.
  public func append(textOf cell: RecordTable.Cell, to bytes: inout [UInt8]) -> Bool {
    guard let range = cell.textRange else { return false }
    bytes += (cell.kind == .text ? table.text : table.decoded)[range]
    return true
  }

  /// Returns the number of characters in a range of the bytes.
  public func scalarCount(in range: Range<Int>) -> Int { table.text.scalarCount(in: range) }

  /// Appends the JSON Pointer of a field of the last line.
  public func append(pointerOf read: TableRead, to bytes: inout [UInt8]) {
    append(pointerOf: read.record, to: &bytes)
    append(stepTo: Int(read.slot), of: read.record, to: &bytes)
  }

  private func append(pointerOf record: Int32, to bytes: inout [UInt8]) {
    let entry = room.records[Int(record)]
    guard entry.parent >= 0 else { return }
    append(pointerOf: entry.parent, to: &bytes)
    append(stepTo: Int(entry.parentSlot), of: entry.parent, to: &bytes)
    if entry.position >= 0 { bytes += "/\(entry.position)".utf8 }
  }

  private func append(stepTo slot: Int, of record: Int32, to bytes: inout [UInt8]) {
    let type = plan.types[Int(room.records[Int(record)].type)]
    let step = plan.fields[type.fields.lowerBound + slot].step
    bytes += plan.bytes[Int(step.lowerBound)..<Int(step.upperBound)]
  }

  /// Returns the offset at which a field of the last line is shown; of an absent one, that of the
  /// nearest record around it.
  public func offset(of read: TableRead) -> Int {
    let place = room.places[Int(table.rows[Int(read.record)]) + Int(read.slot)]
    if let range = place.range { return range.lowerBound }
    var record = Int(read.record)
    while room.records[record].place.range == nil, room.records[record].parent >= 0 {
      record = Int(room.records[record].parent)
    }
    return room.records[record].place.range?.lowerBound ?? 0
  }
}

extension Array {
  /// Replaces the elements and keeps the memory.
  fileprivate mutating func replaceAll(by elements: ArraySlice<Element>) {
    removeAll(keepingCapacity: true)
    append(contentsOf: elements)
  }
}
