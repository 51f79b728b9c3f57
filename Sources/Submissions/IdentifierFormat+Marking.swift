extension IdentifierFormat {
  /// The codes that national systems put on single packs.
  static let marking: [IdentifierFormat] = [
    IdentifierFormat(
      "mdlp", "Code of the Russian system for medicines (МДЛП), as scanned",
      example: "010460714356059821FGXEAGA5A1GAH\u{1D}91EE06\u{1D}92\(exampleTail)",
      repairs: [.scanner, .keyboard, .separatorWords, .missingSeparators]
    ) { text in
      MarkingCode.complaint(about: text, serial: MedicineSerial.complaint)
    },
    IdentifierFormat(
      "gis-mt", "Code of the Russian system for devices (ГИС МТ), as scanned",
      example: "0104640088091000215gMpn5CJG37mF\u{1D}91FFD0\u{1D}92\(exampleTail)",
      repairs: [.scanner, .keyboard, .separatorWords, .missingSeparators]
    ) { text in
      MarkingCode.complaint(about: text) { _ in nil }
    },
    IdentifierFormat(
      "ttac", "Symbol of the Iranian system (TTAC), as scanned",
      example: "01062611234567832112345012345678901234\u{1D}1728083110A2301",
      repairs: [.scanner, .separatorWords], complaint: iranianSymbol),
    IdentifierFormat(
      "uid", "Unique code of a pack in the Iranian system", digits: [20],
      example: "12345012345678901234"),
    IdentifierFormat(
      "uid-prefix", "Company's prefix in the Iranian system", digits: [4, 5], example: "12345"),
  ]

  private static let exampleTail = "VW/n3g0hYP6kqx1WjVy/fnpKT+i7N3FT8QPUyzzKQT4="

  /// The GTIN, the unique code of 20 digits, day and lot; the separator after the unique code is
  /// often left out.
  private static func iranianSymbol(_ text: String) -> String? {
    let scalars = Array(Substring(text).withoutSymbology.unicodeScalars)
    guard scalars.count > 38, scalars[..<2].elementsEqual("01".unicodeScalars) else {
      return "wanted 01 and a GTIN, then 21 and a unique code of 20 digits"
    }
    if let complaint = tradeItem(Array(scalars[2..<16]).text) { return "in the GTIN, \(complaint)" }
    let code = scalars[18..<38]
    guard scalars[16..<18].elementsEqual("21".unicodeScalars), code.allSatisfy(\.isDigit) else {
      return "wanted 21 and a unique code of 20 digits after the GTIN"
    }
    let rest = scalars[38...].drop { $0 == "\u{1D}" }
    return GS1ElementString.complaint(about: Array(rest).text)
  }
}

/// The code of a single pack in the Russian systems: GTIN, serial number of 13, key of 4 and
/// signature of 44 characters, with separators before the last two.
enum MarkingCode {
  private static let separator: Unicode.Scalar = "\u{1D}"

  /// Returns what is wrong with a code, or nil.
  static func complaint(
    about text: String, serial: ([Unicode.Scalar]) -> String?
  ) -> String? {
    let scalars = Array(Substring(text).withoutSymbology.unicodeScalars)
    if let scalar = scalars.first(where: { !$0.isOfSet82 && $0 != separator }) {
      return "\(String(scalar).quotedForMessage) is outside the GS1 character set 82"
    }
    let parts = scalars.split(separator: separator, omittingEmptySubsequences: false)
      .map(Array.init)
    return head(parts[0]) ?? serialNumber(parts[0], serial) ?? tail(parts)
  }

  private static func head(_ scalars: [Unicode.Scalar]) -> String? {
    guard scalars.count >= 18, scalars[..<2].elementsEqual("01".unicodeScalars),
      scalars[16..<18].elementsEqual("21".unicodeScalars)
    else { return "wanted 01 and a GTIN of 14 digits, then 21 and a serial number" }
    return IdentifierFormat.tradeItem(Array(scalars[2..<16]).text).map { "in the GTIN, \($0)" }
  }

  private static func serialNumber(
    _ scalars: [Unicode.Scalar], _ complaint: ([Unicode.Scalar]) -> String?
  ) -> String? {
    if isWithoutSeparators(scalars) { return "the group separators before 91 and 92 are missing" }
    guard scalars.count == 31 else {
      return "the serial number has \((scalars.count - 18).counted("character")), wanted 13"
    }
    return complaint(Array(scalars[18...]))
  }

  private static func tail(_ parts: [[Unicode.Scalar]]) -> String? {
    guard parts.count > 1 else { return "the key (91) and the signature (92) are missing" }
    if parts.count == 2, parts[1].starts(with: "93".unicodeScalars) {
      return "wanted the key (91) and the signature (92), found the short signature (93)"
    }
    guard parts.count == 3, parts[1].starts(with: "91".unicodeScalars), parts[1].count == 6 else {
      return "wanted a key (91) of 4 characters between two separators"
    }
    guard parts[2].starts(with: "92".unicodeScalars), parts[2].count == 46 else {
      return "the signature (92) has \(max(0, parts[2].count - 2)) characters, wanted 44"
    }
    return nil
  }

  /// Whether the text is a whole code whose separators were lost.
  static func isWithoutSeparators(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count == 83 && scalars[31..<33].elementsEqual("91".unicodeScalars)
      && scalars[37..<39].elementsEqual("92".unicodeScalars)
  }
}

extension IdentifierRepair {
  /// Line ends that a scanner sends after the code.
  static let scanner = IdentifierRepair("line ends after it") { text in
    let end = text.unicodeScalars.lastIndex { !"\r\n\t ".contains($0) }
    return end.map { String(text.unicodeScalars[...$0]) } ?? ""
  }

  /// Separators that were written out as words or pictures.
  static let separatorWords = IdentifierRepair("group separators written out") { text in
    for word in ["<GS>", "{GS}", "[GS]", "\\u001d", "\\x1D", "␝", "^]", "GS", "|"] {
      let parts = text.split(word)
      if parts.count == 3, parts[1].hasPrefix("91"), parts[2].hasPrefix("92") {
        return parts.joined(separator: "\u{1D}")
      }
    }
    return text
  }

  /// Separators that were lost on the way.
  static let missingSeparators = IdentifierRepair("lost its group separators") { text in
    let scalars = Array(text.unicodeScalars)
    guard MarkingCode.isWithoutSeparators(scalars) else { return text }
    return [scalars[..<31].text, scalars[31..<37].text, scalars[37...].text]
      .joined(separator: "\u{1D}")
  }

  /// A code that was scanned while the keyboard was set to Russian.
  static let keyboard = IdentifierRepair("the Russian keyboard's letters") { text in
    let isCyrillic = text.unicodeScalars.contains { (0x0400...0x04FF).contains($0.value) }
    guard isCyrillic else { return text }
    return text.mappingScalars { scalar in
      russianKeys.firstIndex(of: scalar).map { latinKeys[$0] }
    }
  }

  private static let russianKeys = Array(
    "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?".unicodeScalars)
  private static let latinKeys = Array(
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&".unicodeScalars)
}

extension Collection<Unicode.Scalar> {
  /// The scalars as text.
  var text: String { String(String.UnicodeScalarView(self)) }
}

extension String {
  /// Returns the parts between the places at which a word stands.
  fileprivate func split(_ word: String) -> [String] {
    var parts: [String] = []
    var rest = unicodeScalars[...]
    var part = String.UnicodeScalarView()
    while let first = rest.first {
      if rest.starts(with: word.unicodeScalars) {
        parts.append(String(part))
        part = String.UnicodeScalarView()
        rest = rest.dropFirst(word.unicodeScalars.count)
      } else {
        part.append(first)
        rest.removeFirst()
      }
    }
    return parts + [String(part)]
  }
}
