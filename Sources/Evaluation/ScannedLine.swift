internal import CEL
internal import Diagnostics
internal import RulePacks
internal import Submissions

/// A line that was read into a table, with what tells where its fields are written.
struct ScannedLine {
  let scanner: RecordScanner
  /// The bytes of the line.
  let range: Range<Int>
  /// Its number.
  let number: Int
  /// The file it stands in.
  let file: String

  /// The submission that the line is.
  var submission: Submission { scanner.submission(line: range, number: number, of: file) }

  /// What a field holds.
  func cell(of read: TableRead) -> RecordTable.Cell { scanner.cell(of: read) }

  /// Appends the JSON Pointer of a field.
  func append(pointerOf read: TableRead, to bytes: inout [UInt8]) {
    scanner.append(pointerOf: read, to: &bytes)
  }

  /// The offset at which a field is shown; of an absent one, that of the nearest record around it.
  func offset(of read: TableRead) -> Int { scanner.offset(of: read) }

  /// The place of an offset of the line.
  func position(at offset: Int) -> Position {
    Position(line: number, column: scanner.column(of: offset, inLineFrom: range.lowerBound))
  }

  /// Appends a value as messages show it; returns whether it is one that evidence shows so, too.
  func append(_ cell: RecordTable.Cell, to bytes: inout [UInt8]) -> Bool {
    if scanner.append(textOf: cell, to: &bytes) { return true }
    guard cell.kind == .timestamp, cell.bits % 86400 == 0 else { return false }
    Day(Timestamp(seconds: cell.bits)).append(to: &bytes)
    return true
  }

  /// The value of a cell that is no record.
  func value(of cell: RecordTable.Cell) -> Value? { scanner.table.value(of: cell) }

  /// What a cell holds, as evidence shows it.
  func content(of cell: RecordTable.Cell) -> Evidence.Content {
    switch cell.kind {
    case .records: .entries(Int(cell.count))
    case .record, .absent, .text, .decodedText, .double, .int, .bool, .timestamp, .list:
      Evidence.Content(value(of: cell))
    }
  }
}
