internal import Diagnostics

extension String {
  /// The text in quotes as a message shows it: nothing hidden, and cut if it is long.
  var quotedForMessage: String {
    let shown = unicodeScalars.prefix(60)
    let dots = shown.count < unicodeScalars.count ? "…" : ""
    return "\"\(String(String.UnicodeScalarView(shown)).escapingHiddenCharacters)\(dots)\""
  }
}

extension [String] {
  /// The texts in quotes with `or` before the last.
  var alternatives: String {
    let quoted = map { "\"\($0)\"" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension UInt8 {
  /// Whether the byte is one of 0 to 9.
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
