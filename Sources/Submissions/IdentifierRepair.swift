/// One way in which identifiers are misspelt, and how it is put right.
struct IdentifierRepair: Sendable {
  /// What a text that needs the repair has.
  let fault: @Sendable (String) -> String
  /// Puts it right.
  let apply: @Sendable (String) -> String

  init(_ fault: String, _ apply: @escaping @Sendable (String) -> String) {
    self.fault = { _ in fault }
    self.apply = apply
  }

  init(
    fault: @escaping @Sendable (String) -> String, apply: @escaping @Sendable (String) -> String
  ) {
    self.fault = fault
    self.apply = apply
  }

  func fault(in text: String) -> String { fault(text) }
}

extension IdentifierRepair {
  /// Persian and Arabic-Indic digits become ASCII digits.
  static let digits = IdentifierRepair(
    fault: { text in
      text.unicodeScalars.contains { (0x06F0...0x06F9).contains($0.value) }
        ? "Persian digits" : "Arabic-Indic digits"
    },
    apply: \.withASCIIDigits)

  /// Joiners and marks of direction are dropped.
  static let invisible = IdentifierRepair("invisible characters") { text in
    text.filteringScalars { !$0.isInvisibleInCodes }
  }

  /// Arabic letters become the Persian ones.
  static let persianLetters = IdentifierRepair("Arabic letters where Persian ones are meant") {
    $0.mappingScalars { ["ي": "ی", "ك": "ک"][$0] }
  }

  /// White space around the text is dropped.
  static let margins = IdentifierRepair("white space around it") { text in
    let isSpace: (Unicode.Scalar) -> Bool = \.properties.isWhitespace
    let start = text.unicodeScalars.drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) }
    return end.map { String(start[...$0]) } ?? ""
  }

  /// Spaces, dots and dashes inside a number are dropped.
  static let separators = IdentifierRepair("separators") { text in
    text.filteringScalars { !" -.\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{A0}".contains($0) }
  }

  /// Typographic dashes become hyphens.
  static let dashes = IdentifierRepair("a dash where a hyphen is meant") { text in
    text.mappingScalars { (0x2010...0x2015).contains($0.value) || $0 == "\u{2212}" ? "-" : nil }
  }

  /// Commas become dots.
  static let commas = IdentifierRepair("commas where dots are meant") { text in
    text.mappingScalars { $0 == "," || $0 == "٫" ? "." : nil }
  }

  /// Cyrillic letters that look Latin become Latin.
  static let latin = IdentifierRepair("Cyrillic letters that look Latin") { $0.withLatinLetters }

  /// Small letters become capitals.
  static let capitals = IdentifierRepair("small letters") { $0.uppercased() }

  /// Capitals become small letters.
  static let smallLetters = IdentifierRepair("capital letters") { $0.lowercased() }
}

extension [IdentifierRepair] {
  /// What is put right in every identifier.
  static let always: [IdentifierRepair] = [.digits, .invisible, .margins]

  /// What is put right in an identifier of digits.
  static let number: [IdentifierRepair] = always + [.separators]

  /// What is put right in an identifier of Latin capitals and digits.
  static let latinCode: [IdentifierRepair] = always + [.capitals, .latin, .dashes]
}
