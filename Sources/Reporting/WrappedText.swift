internal import Diagnostics

/// A text broken at its blanks into lines that fit a width.
struct WrappedText {
  let lines: [String]

  /// Breaks a text; with `breaksWords` also inside words that are wider than a line, which nobody
  /// could copy then.
  init(_ text: String, width: Int, breaksWords: Bool = false) {
    var lines: [String] = []
    var line = ""
    var cells = 0
    let words = text.split(whereSeparator: \.isWhitespace)
    for word in words.flatMap({ Self.pieces(of: $0, width: breaksWords ? max(width, 2) : .max) }) {
      let wordCells = word.terminalCells
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

  private static func pieces(of word: Substring, width: Int) -> [String] {
    let word = String(word)
    guard word.terminalCells > width else { return [word] }
    var pieces = [""]
    var cells = 0
    for character in word {
      let added = String(character).terminalCells
      if cells + added > width {
        pieces.append("")
        cells = 0
      }
      pieces[pieces.count - 1].append(character)
      cells += added
    }
    return pieces
  }
}
