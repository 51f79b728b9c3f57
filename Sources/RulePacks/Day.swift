public import CEL

/// A day of the Gregorian calendar, without a time.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let daysSinceEpoch: Int

  /// Creates a day from its distance to 1970-01-01.
  public init(daysSinceEpoch: Int) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// Creates the day on which a timestamp falls in UTC.
  public init(_ timestamp: Timestamp) {
    let seconds = Int(timestamp.seconds)
    self.daysSinceEpoch = (seconds - (seconds % 86400 + 86400) % 86400) / 86400
  }

  /// Creates a day from `YYYY-MM-DD`; nil if the text has another form or no such day exists.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Creates a day from its parts; nil if no such day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.daysSinceEpoch = Self.count(year: year, month: month, day: day)
  }

  /// Midnight of the day in UTC.
  public var timestamp: Timestamp { Timestamp(seconds: Int64(daysSinceEpoch) * 86400) }

  /// The year, month and day.
  public var parts: (year: Int, month: Int, day: Int) {
    // Days are counted from 0000-03-01, so that a leap day ends its year.
    let days = daysSinceEpoch + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// Returns the day a number of days later.
  public func adding(days: Int) -> Day { Day(daysSinceEpoch: daysSinceEpoch + days) }

  /// Returns the day a number of months later; the 31st of a shorter month is its last day.
  ///
  /// Nil if the year would leave 1 to 9999.
  public func adding(months: Int) -> Day? {
    let (year, month, day) = parts
    let (total, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflows, total >= 12, total < 120_000 else { return nil }
    let newYear = total / 12
    let newMonth = total % 12 + 1
    return Day(
      year: newYear, month: newMonth,
      day: min(day, Self.length(ofMonth: newMonth, year: newYear)))
  }

  /// Returns the whole months from this day to another, negative if the other is earlier.
  public func months(to other: Day) -> Int {
    if other < self { return -other.months(to: self) }
    let (start, end) = (parts, other.parts)
    let months = (end.year - start.year) * 12 + end.month - start.month
    guard let reached = adding(months: months) else { return months }
    return reached > other ? months - 1 : months
  }

  /// Orders days by time.
  public static func < (left: Day, right: Day) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  private static func count(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return isLeap ? 29 : 28
    default: return 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { number, digit in
      guard let number, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      return number * 10 + Int(digit - UInt8(ascii: "0"))
    }
  }
}

extension Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the day as `YYYY-MM-DD` in ASCII.
  public func append(to bytes: inout [UInt8]) {
    let (year, month, day) = parts
    let start = bytes.count
    bytes += Self.noDay
    var digits = bytes.mutableSpan
    for (offset, number) in [(0, year / 100), (2, year), (5, month), (8, day)] {
      digits[start + offset] += UInt8(number / 10 % 10)
      digits[start + offset + 1] += UInt8(number % 10)
    }
  }

  private static let noDay = Array("0000-00-00".utf8)
}
