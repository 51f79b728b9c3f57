internal import Diagnostics
internal import Evaluation
internal import RulePacks

extension Wording {
  /// A number of things, in the digits of the language.
  func number(_ number: Int) -> String { language.digits(of: number) }

  /// What is counted and how many there are.
  func count(_ label: String, _ number: Int) -> String { "\(label): \(self.number(number))" }

  /// What is judged, and by the law of which day; nil if that is not known.
  func about(_ result: SubmissionResult) -> String? {
    guard let kind = result.kind else { return nil }
    let day = result.markets.first.map { "\(comma)\(asOf) \($0.asOf)" }
    return self.kind(kind) + (day ?? "")
  }

  /// A text for people on one line: its days dated, hidden characters written out, and what runs
  /// against the language isolated.
  func spoken(_ text: String) -> String {
    language.isolating(dated(text.escapingHiddenCharacters))
  }

  /// A text for people on some lines, each as it is spoken.
  func spokenLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { spoken(String($0)) }.joined(separator: "\n")
  }

  /// A text whose days have, in Persian, the day of the Solar Hijri calendar beside them.
  func dated(_ text: String) -> String {
    guard language == .fa else { return text }
    var dated = ""
    var rest = text[...]
    while let range = rest.firstDay {
      dated += rest[..<range.upperBound]
      if let day = Day(rest[range]), let date = SolarHijriDate(day) {
        dated += " (\(date.inWords))"
      }
      rest = rest[range.upperBound...]
    }
    return dated + rest
  }

  var marketColumn: String { text("Market", "Рынок", "بازار") }
}

extension Substring {
  /// Where the first day as YYYY-MM-DD stands that is no part of a longer code.
  fileprivate var firstDay: Range<Index>? {
    let bytes = utf8
    var start = bytes.startIndex
    var before: UInt8?
    while let end = bytes.index(start, offsetBy: 10, limitedBy: bytes.endIndex) {
      let isOpen = before?.continuesCode != true
      let isClosed = end == bytes.endIndex || !bytes[end].continuesCode
      if isOpen, isClosed, bytes[start].isDigit, Day(self[start..<end]) != nil {
        return start..<end
      }
      before = bytes[start]
      start = bytes.index(after: start)
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether the character makes a code of what stands beside it: an ASCII letter, a digit, a hyphen
  /// or a slash.
  fileprivate var continuesCode: Bool {
    isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == 0x2D
      || self == 0x2F
  }
}
