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
    let utf8 = text.utf8.span
    var dated: [UInt8] = []
    var written = 0
    for (range, day) in utf8.days {
      guard let date = SolarHijriDate(day) else { continue }
      for index in written..<range.upperBound { dated.append(utf8[index]) }
      dated += " (\(date.inWords))".utf8
      written = range.upperBound
    }
    guard written > 0 else { return text }
    for index in written..<utf8.count { dated.append(utf8[index]) }
    return String(decoding: dated, as: UTF8.self)
  }

  var marketColumn: String { text("Market", "Рынок", "بازار") }
}

extension Span<UInt8> {
  /// The days that stand in a text as YYYY-MM-DD and are no part of a longer code.
  fileprivate var days: [(range: Range<Int>, day: Day)] {
    let hyphen = UInt8(ascii: "-")
    var days: [(range: Range<Int>, day: Day)] = []
    var start = 0
    while start + 10 <= count {
      let end = start + 10
      guard self[start + 4] == hyphen, self[start + 7] == hyphen,
        start == 0 || !self[start - 1].continuesCode, end == count || !self[end].continuesCode,
        self[start].isDigit,
        let day = Day(String(decoding: (start..<end).map { self[$0] }, as: UTF8.self))
      else {
        start += 1
        continue
      }
      days.append((start..<end, day))
      start = end
    }
    return days
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
