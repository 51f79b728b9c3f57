internal import Diagnostics

/// A text broken at its blanks into lines that fit a width.
struct WrappedText {
  let lines: [String]

  /// Breaks a text; with `breaksWords` also inside words that are wider than a line, which nobody
  /// could copy then.
  init(_ text: String, width: Int, breaksWords: Bool = false) {
    var filler = LineFiller(width: width)
    let utf8 = text.utf8Span
    var scalars = utf8.makeUnicodeScalarIterator()
    var (start, cells) = (0, 0)
    while true {
      let offset = scalars.currentCodeUnitOffset
      let scalar = scalars.next()
      if let scalar, !scalar.isBlank {
        cells += scalar.terminalCells
        continue
      }
      if start < offset {
        let word = utf8.span.extracting(start..<offset)
        if breaksWords, cells > width {
          for piece in Self.pieces(of: word, width: max(width, 2)) {
            filler.take(piece.utf8.span, cells: piece.terminalCells)
          }
        } else {
          filler.take(word, cells: cells)
        }
      }
      if scalar == nil { break }
      (start, cells) = (scalars.currentCodeUnitOffset, 0)
    }
    self.lines = filler.finish()
  }

  private static func pieces(of word: Span<UInt8>, width: Int) -> [String] {
    var pieces = [""]
    var cells = 0
    for character in String(decoding: word.indices.map { word[$0] }, as: UTF8.self) {
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

/// Puts words behind each other for as long as a line has room.
private struct LineFiller {
  private let width: Int
  private var lines: [String] = []
  private var line: [UInt8] = []
  private var cells = 0

  init(width: Int) {
    self.width = width
  }

  mutating func take(_ word: Span<UInt8>, cells wordCells: Int) {
    if cells > 0, cells + 1 + wordCells > width { endLine() }
    if cells > 0 {
      line.append(UInt8(ascii: " "))
      cells += 1
    }
    for index in word.indices { line.append(word[index]) }
    cells += wordCells
  }

  /// All lines, at least one.
  mutating func finish() -> [String] {
    if cells > 0 || lines.isEmpty { endLine() }
    return lines
  }

  private mutating func endLine() {
    lines.append(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
    cells = 0
  }
}

extension Unicode.Scalar {
  /// Whether a line can be broken at the scalar, which is white space (Unicode's PropList).
  fileprivate var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
