internal import MarkingCodes

extension IdentifierFormat {
  /// The numbers of GS1 and the days and strings in its symbols.
  static let gs1: [IdentifierFormat] = [
    IdentifierFormat(
      "gtin", "Global Trade Item Number", digits: [8, 12, 13, 14], example: "04607123400012",
      rule: checkedByGS1),
    IdentifierFormat(
      "gln", "Global Location Number", digits: [13], example: "4607123400005", rule: checkedByGS1),
    IdentifierFormat(
      "sscc", "Serial Shipping Container Code", digits: [18], example: "046071234000000012",
      rule: checkedByGS1),
    IdentifierFormat(
      "gs1-date", "Day in a GS1 symbol, YYMMDD", example: "270831", repairs: .number
    ) { text in
      ComponentCheck.yymmd0.complaint(about: text)?.kind.words.en
    },
    IdentifierFormat(
      "gmn", "GS1 Global Model Number, the basic UDI-DI", example: "1987654Ad4X4bL5ttr2310c2K",
      complaint: modelNumber),
    IdentifierFormat(
      "sgtin", "GTIN and serial number of a Russian medicine pack",
      example: "04607143560598FGXEAGA5A1GAH", complaint: serialisedNumber),
    IdentifierFormat(
      "gs1-elements", "Element string of a GS1 symbol",
      example: "0106261987654325112601151729011410HA26A1\u{1D}21SN0001234"
    ) { text in
      // What stands under a symbol for people to read is not what the symbol holds.
      text.hasPrefix("(")
        ? CodeFault.Kind.humanReadable.words.en
        : complaint(about: MarkingCode(text, expecting: .gs1))
    },
    IdentifierFormat(
      "hibc", "Health Industry Bar Code", example: "+A123BJC5D6E71G", complaint: healthIndustryCode
    ),
  ]

  /// Returns what is wrong with the check digit of GS1, or nil.
  static func checkedByGS1(_ digits: [Int]) -> String? {
    guard let found = digits.last else { return "it is empty" }
    return NumberRule.checkDigit(found, gives: CheckDigits.digit(after: digits.dropLast()))
  }

  /// Returns what is wrong with a GTIN of 14 digits, or nil.
  static func tradeItem(_ text: String) -> String? {
    NumberRule.complaint(about: text, counts: [14]) ?? text.decimalDigits.flatMap(checkedByGS1)
  }

  private static func serialisedNumber(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == 27 else {
      return
        "it has \(scalars.count.counted("character")), wanted 27: a GTIN of 14 and a serial of 13"
    }
    return tradeItem(String(text.unicodeScalars.prefix(14)))
      ?? MedicineSerial.complaint(about: scalars[14...])
  }
}

/// The serial number of a Russian medicine pack.
enum MedicineSerial {
  /// Returns what is wrong with the characters of a serial number, or nil.
  static func complaint(about scalars: some Sequence<Unicode.Scalar>) -> String? {
    scalars.first { !isAllowed($0) }.map { scalar in
      "the serial number has \(String(scalar).quotedForMessage), which is not allowed there"
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "!", "\"", "%"..."/", "0"..."9", "A"..."Z", "_", "a"..."z": true
    default: false
    }
  }
}

extension IdentifierFormat {
  /// The two check characters of a model number.
  private static func modelNumber(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard (6...25).contains(scalars.count), scalars.prefix(5).allSatisfy(\.isDigit) else {
      return "wanted at most 25 characters that start with 5 digits or more of a company prefix"
    }
    if let scalar = scalars.first(where: { !$0.isOfSet82 }) {
      return "it has \(String(scalar).quotedForMessage), which is outside the GS1 character set 82"
    }
    return ComponentCheck.csumalpha.complaint(about: text)?.kind.words.en
  }

  private static let set43 = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%".unicodeScalars)

  /// The check character of a health industry bar code: the sum of all before it, modulo 43.
  private static func healthIndustryCode(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.first == "+", scalars.count >= 8, scalars[1].isCapital else {
      return "wanted \"+\", a labeller code that starts with a letter, a product number and a unit"
    }
    let values = scalars.map { set43.firstIndex(of: $0) }
    guard let found = scalars.last, values.allSatisfy({ $0 != nil }) else {
      return "wanted only digits, Latin capitals and - . $ / + %"
    }
    let wanted = set43[values.dropLast().reduce(0) { $0 + ($1 ?? 0) } % 43]
    return found == wanted
      ? nil : "the check character is \"\(found)\", the characters before it give \"\(wanted)\""
  }
}
