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
    let words = text.unicodeScalars.split(whereSeparator: \.isBlank).map { String($0) }
    let pieces = breaksWords ? words.flatMap { Self.pieces(of: $0, width: max(width, 2)) } : words
    for word in pieces {
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

  private static func pieces(of word: String, width: Int) -> [String] {
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

extension Unicode.Scalar {
  /// Whether a line can be broken at the scalar, which is white space.
  fileprivate var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D: true
    case 0x21...0x7F: false
    default: properties.isWhitespace
    }
  }
}
