internal import Diagnostics

/// A line of an expression's text as a terminal shows it, with the cells at which its bytes stand.
struct TraceRow {
  /// The text, hidden characters escaped.
  private(set) var text = ""
  /// The cell at which each byte starts.
  private var cells: [Int] = []
  private let firstByte: Int
  private var width = 0

  private init(firstByte: Int) {
    self.firstByte = firstByte
  }

  /// Breaks a text at its line breaks, and at blanks or anywhere else if a line is too wide.
  static func rows(of text: String, width: Int) -> [TraceRow] {
    var rows: [TraceRow] = []
    var start = text.startIndex
    var byte = 0
    while start < text.endIndex {
      let row = TraceRow(text[start...], firstByte: byte, width: max(width, 8))
      rows.append(row)
      start = text.utf8.index(start, offsetBy: row.cells.count)
      byte += row.cells.count
    }
    return rows.filter { !$0.text.isEmpty }
  }

  /// Takes as much of a text as fits.
  private init(_ text: Substring, firstByte: Int, width: Int) {
    var row = TraceRow(firstByte: firstByte)
    var atBlank: TraceRow?
    for scalar in text.unicodeScalars {
      let isLineBreak = scalar == "\n" || scalar == "\r"
      let shown = Self.shown(scalar)
      if !isLineBreak, row.width + shown.terminalCells > width {
        self = (atBlank ?? row).trimmed
        return
      }
      row.append(isLineBreak ? "" : shown, bytes: Unicode.UTF8.width(scalar))
      if isLineBreak { break }
      if scalar == " " { atBlank = row }
    }
    self = row.trimmed
  }

  /// The row without the blanks at its end.
  private var trimmed: TraceRow {
    var row = self
    while row.text.last == " " { row.text.removeLast() }
    return row
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    scalar == "\t" ? " " : String(Character(scalar)).escapingHiddenCharacters
  }

  private mutating func append(_ shown: String, bytes: Int) {
    cells += Array(repeating: width, count: bytes)
    text += shown
    width += shown.terminalCells
  }

  /// The cell at which a byte of the whole text stands; nil if it is not in this row.
  func cell(of byte: Int) -> Int? {
    let index = byte - firstByte
    return cells.indices.contains(index) ? cells[index] : nil
  }
}
