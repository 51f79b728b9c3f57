extension Unicode.Scalar {
  /// Whether showing the scalar raw could hide text, reorder it or drive a terminal: control
  /// characters and the bidirectional controls of Unicode Standard Annex 9.
  public var isHidden: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  /// The scalar written out in ASCII, as `\u{202E}`.
  public var escaped: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }

  /// The number of terminal cells the scalar takes: 0 for marks and joiners, 2 for wide characters.
  package var terminalCells: Int {
    switch value {
    // Most of what is ever asked for, without a look into Unicode's tables: ASCII, Latin, Cyrillic
    // and Persian letters and digits, punctuation, arrows and lines; what joins Persian letters.
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x24F, 0x400...0x482, 0x48A...0x52F: return 1
    case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D5, 0x6EE...0x6FF: return 1
    case 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x257F: return 1
    case 0x200B...0x200F, 0x2066...0x2069: return 0
    default: break
    }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: isWide ? 2 : 1
    }
  }

  /// Whether the scalar is wide or full-width by Unicode Standard Annex 11, to the block.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF: true
    case 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
    case 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: true
    case 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}

extension String {
  /// The text with control characters and bidirectional controls escaped, safe to print anywhere.
  public var escapingHiddenCharacters: String {
    guard utf8.contains(where: \.mayBeginHidden), unicodeScalars.contains(where: \.isHidden) else {
      return self
    }
    return unicodeScalars.map { $0.isHidden ? $0.escaped : String(Character($0)) }.joined()
  }

  /// The number of terminal cells the text takes.
  public var terminalCells: Int { unicodeScalars.reduce(0) { $0 + $1.terminalCells } }
}

extension UInt8 {
  /// Whether a character that begins with the byte may be hidden; most texts have none of these.
  fileprivate var mayBeginHidden: Bool {
    switch self {
    case 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }
}
