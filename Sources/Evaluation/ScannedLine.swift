internal import CEL
internal import Diagnostics
internal import RulePacks
internal import Submissions

/// Where a line that a scanner has read stands.
struct ScannedLine {
  /// The bytes of the line.
  let range: Range<Int>
  /// Its number.
  let number: Int
  /// The file it stands in.
  let file: String

  /// The submission that the line is.
  func submission(_ scanner: RecordScanner) -> Submission {
    scanner.submission(line: range, number: number, of: file)
  }
}

/// The characters of a line, counted from the last place that was asked for: places mostly come in
/// the order of the line.
struct ColumnCounter {
  private var (offset, column) = (-1, 1)

  /// The place of an offset of a line.
  mutating func position(
    at place: Int, of line: ScannedLine, _ scanner: RecordScanner
  ) -> Position {
    if offset < line.range.lowerBound || place < offset {
      (offset, column) = (line.range.lowerBound, 1)
    }
    column += scanner.scalarCount(in: offset..<place)
    offset = place
    return Position(line: line.number, column: column)
  }
}

extension RecordScanner {
  /// Appends a value as messages show it; returns whether it is one that evidence shows so, too.
  func append(shown cell: RecordTable.Cell, to bytes: inout [UInt8]) -> Bool {
    if append(textOf: cell, to: &bytes) { return true }
    guard cell.kind == .timestamp, cell.bits % 86400 == 0 else { return false }
    Day(Timestamp(seconds: cell.bits)).append(to: &bytes)
    return true
  }

  /// What a cell holds, as evidence shows it.
  func content(of cell: RecordTable.Cell) -> Evidence.Content {
    switch cell.kind {
    case .records: .entries(Int(cell.count))
    case .record, .absent, .text, .decodedText, .double, .int, .bool, .timestamp, .list:
      Evidence.Content(table.value(of: cell))
    }
  }
}
