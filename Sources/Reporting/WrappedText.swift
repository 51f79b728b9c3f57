internal import Diagnostics

/// A text broken into lines that fit a width, every line but the first indented.
struct WrappedText {
  let lines: [String]

  init(_ text: String, width: Int) {
    var lines: [String] = []
    var line = ""
    var cells = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
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
