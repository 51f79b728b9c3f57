internal import CEL

/// What holds in every year after the last known change, as POSIX writes it:
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyRule {
  private let standard: Int
  private let summer: Summer?

  /// The time of the year with another offset.
  private struct Summer {
    let offset: Int
    let start: Change
    let end: Change
  }

  /// A weekday of a month, and the local time at which the offset changes.
  fileprivate struct Change {
    let month: Int
    /// From 1; 5 is the last one of the month.
    let week: Int
    /// From 0 for Sunday.
    let weekday: Int
    let seconds: Int
  }

  /// Reads a rule; nil for one of another form.
  init?(_ text: Substring) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count == 1 || parts.count == 3 else { return nil }
    var rest = first
    guard Self.skipName(&rest), let standard = Self.offset(&rest) else { return nil }
    self.standard = standard
    guard parts.count == 3 else {
      guard rest.isEmpty else { return nil }
      summer = nil
      return
    }
    guard Self.skipName(&rest), let start = Change(parts[1]), let end = Change(parts[2]) else {
      return nil
    }
    let offset = rest.isEmpty ? standard + 3600 : Self.offset(&rest)
    guard let offset, rest.isEmpty else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// A name of letters, or of anything between angle brackets.
  private static func skipName(_ rest: inout Substring) -> Bool {
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let name = rest.prefix(while: \.isLetter)
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// An offset, which POSIX counts westwards.
  private static func offset(_ rest: inout Substring) -> Int? {
    let text = rest.prefix { $0.isNumber || "+-:".contains($0) }
    rest = rest.dropFirst(text.count)
    return seconds(text).map { -$0 }
  }

  /// Hours, minutes and seconds such as `-3:30`.
  fileprivate static func seconds(_ text: Substring) -> Int? {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    let numbers = parts.compactMap(\.self)
    guard numbers.count == parts.count, (1...3).contains(numbers.count),
      numbers.allSatisfy({ (0...167).contains($0) })
    else { return nil }
    let total = zip(numbers, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    return isNegative ? -total : total
  }

  /// Returns how many seconds the zone is ahead of UTC.
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard }
    let year = Self.year(of: seconds + Int64(standard))
    guard let start = summer.start.instant(in: year, offset: standard),
      let end = summer.end.instant(in: year, offset: summer.offset)
    else { return standard }
    let isSummer =
      start < end ? start <= seconds && seconds < end : seconds >= start || seconds < end
    return isSummer ? summer.offset : standard
  }

  private static func year(of seconds: Int64) -> Int {
    var year = 1970 + Int(seconds / 31_556_952)
    if let start = Timestamp(year: year, month: 1, day: 1), start.seconds > seconds { year -= 1 }
    if let next = Timestamp(year: year + 1, month: 1, day: 1), next.seconds <= seconds { year += 1 }
    return year
  }
}

extension YearlyRule.Change {
  /// Reads a change such as `M3.5.0/3`; at two o'clock without a time.
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let day = parts.first, day.first == "M", parts.count <= 2 else { return nil }
    let numbers = day.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
      (0...6).contains(numbers[2]),
      let seconds = parts.count == 2 ? YearlyRule.seconds(parts[1]) : 7200
    else { return nil }
    (month, week, weekday) = (numbers[0], numbers[1], numbers[2])
    self.seconds = seconds
  }

  /// The point in time of the change in a year.
  fileprivate func instant(in year: Int, offset: Int) -> Int64? {
    guard let first = Timestamp(year: year, month: month, day: 1) else { return nil }
    let days = Int(first.seconds / 86400)
    // 1970-01-01 was a Thursday.
    let firstWeekday = ((days + 4) % 7 + 7) % 7
    var day = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
    while Timestamp(year: year, month: month, day: day) == nil, day > 28 { day -= 7 }
    return first.seconds + Int64((day - 1) * 86400 + seconds - offset)
  }
}
