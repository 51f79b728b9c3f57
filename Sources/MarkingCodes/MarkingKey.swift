/// How the code of a pack in the Russian systems is laid out: a GTIN, a serial number of 13
/// characters, and a key of 4 with a signature of 44, or a short signature of 4.
enum MarkingKey {
  static let serialLength = 13
  static let keyLength = 4
  static let signatureLength = 44
  /// Where the serial number ends.
  private static let headLength = 31

  /// Whether an identifier is the one that comes next in a Russian code.
  static func expected(_ code: String, after head: Scalars) -> Bool {
    guard startsCode(head) else { return false }
    switch code {
    case "91", "93": return head.count == headLength
    case "92":
      return head.count > headLength && head.suffix(keyLength + 2).starts(with: "91".unicodeScalars)
    default: return false
    }
  }

  /// Puts the separators in where they are wanted; false if the text is no whole Russian code.
  static func insertSeparators(in text: inout CodeText) -> Bool {
    guard startsCode(text.scalars[...]) else { return false }
    if text.scalars.count == headLength + 6, text.has("93", at: headLength) {
      text.insertSeparator(at: headLength)
      return true
    }
    if text.has("91", at: headLength) { text.insertSeparator(at: headLength) }
    let signature = headLength + 1 + 2 + keyLength
    if text.has("92", at: signature) { text.insertSeparator(at: signature) }
    return text.has("\u{1D}91", at: headLength) && text.has("\u{1D}92", at: signature)
      && text.scalars.count == signature + 3 + signatureLength
      && text.scalars.count { $0 == .groupSeparator } == 2
  }

  private static func startsCode(_ scalars: Scalars) -> Bool {
    scalars.starts(with: "01".unicodeScalars)
      && scalars.dropFirst(16).starts(with: "21".unicodeScalars)
  }
}
