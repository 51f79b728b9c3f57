extension String {
  /// The text with Persian and Arabic-Indic digits as ASCII digits.
  public var withASCIIDigits: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    return mappingScalars { scalar in
      switch scalar.value {
      case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
      case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
      default: nil
      }
    }
  }

  /// The text with Cyrillic letters that look like Latin capitals as Latin ones.
  var withLatinLetters: String {
    mappingScalars { scalar in Self.lookAlikes.first { $0.cyrillic == scalar }?.latin }
  }

  /// The text with Latin letters that look like Cyrillic capitals as Cyrillic ones.
  var withCyrillicLetters: String {
    mappingScalars { scalar in Self.lookAlikes.first { $0.latin == scalar }?.cyrillic }
  }

  private static let lookAlikes: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
    ("A", "А"), ("B", "В"), ("C", "С"), ("E", "Е"), ("H", "Н"), ("K", "К"), ("M", "М"),
    ("O", "О"), ("P", "Р"), ("T", "Т"), ("X", "Х"), ("Y", "У"), ("a", "а"), ("c", "с"),
    ("e", "е"), ("o", "о"), ("p", "р"), ("x", "х"), ("y", "у"),
  ]

  /// Replaces the scalars for which another one is given.
  func mappingScalars(_ replacement: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(replacement(scalar) ?? scalar) }
    return String(text)
  }

  /// Keeps the scalars that are wanted.
  func filteringScalars(_ isWanted: (Unicode.Scalar) -> Bool) -> String {
    String(String.UnicodeScalarView(unicodeScalars.filter(isWanted)))
  }

  /// The digits of a text that has only ASCII digits, or nil.
  var decimalDigits: [Int]? {
    var digits: [Int] = []
    for byte in utf8 {
      guard byte.isASCIIDigit else { return nil }
      digits.append(Int(byte - UInt8(ascii: "0")))
    }
    return digits
  }
}

extension Unicode.Scalar {
  /// Whether the scalar shows nothing and has no place in a code.
  var isInvisibleInCodes: Bool {
    switch value {
    case 0x00AD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

extension String.UnicodeScalarView {
  func contains(_ scalar: Unicode.Scalar) -> Bool { contains { $0 == scalar } }
}

extension StringProtocol {
  /// Whether a scalar stands in the text.
  func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains { $0 == scalar } }
}
