internal import Diagnostics

/// A text broken at its blanks into lines that fit a width.
struct WrappedText {
  let lines: [String]

  init(_ text: String, width: Int) {
    var lines: [String] = []
    var line = ""
    var cells = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let wordCells = String(word).terminalCells
      if cells > 0, cells + 1 + wordCells > width {
        lines.append(line)
        line = ""
        cells = 0
      }
      line += cells == 0 ? word : " " + word
      cells += wordCells + (cells == 0 ? 0 : 1)
    }
    if cells > 0 || lines.isEmpty { lines.append(line) }
    self.lines = lines
  }
}
