/// A point in time, in seconds since 1970-01-01T00:00:00Z, from year 1 to year 9999.
public struct Timestamp: Sendable, Hashable, Comparable {
  static let leastSeconds: Int64 = -62_135_596_800
  static let greatestSeconds: Int64 = 253_402_300_799

  /// Whole seconds, rounded down.
  public let seconds: Int64
  /// The rest, from 0 to 999,999,999.
  public let nanoseconds: Int32

  /// Creates a point in time.
  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Creates midnight of a day in UTC; nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let days = CalendarParts.day(year: year, month: month, day: day)
    self.init(seconds: Int64(days) * 86400)
    let parts = CalendarParts(self, offset: 0)
    guard parts.month == month, parts.day == day else { return nil }
  }

  /// Orders points by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  var isInRange: Bool { (Self.leastSeconds...Self.greatestSeconds).contains(seconds) }

  /// Returns the point a span later, nil if it is out of range.
  func adding(_ span: Span) -> Timestamp? {
    let (total, overflows) = seconds.addingReportingOverflow(span.seconds)
    let nanos = Int64(nanoseconds) + Int64(span.nanoseconds)
    let carry = nanos >= 1_000_000_000 ? 1 : nanos < 0 ? -1 : 0
    guard !overflows, (Self.leastSeconds - 2...Self.greatestSeconds + 2).contains(total) else {
      return nil
    }
    let result = Timestamp(
      seconds: total + Int64(carry), nanoseconds: Int32(nanos - Int64(carry) * 1_000_000_000))
    return result.isInRange ? result : nil
  }

  /// Returns the span from another point to this one.
  func since(_ other: Timestamp) -> Span {
    Span(
      seconds: seconds - other.seconds,
      nanoseconds: Int64(nanoseconds) - Int64(other.nanoseconds))
  }
}

/// The calendar parts of a point in time in a time zone.
struct CalendarParts: Sendable {
  let year: Int
  /// From 1.
  let month: Int
  /// From 1.
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  /// From 0 for Sunday.
  let weekday: Int
  /// From 0.
  let dayOfYear: Int

  init(_ timestamp: Timestamp, offset: Int64) {
    let seconds = timestamp.seconds + offset
    let days = Int(seconds >= 0 ? seconds / 86400 : -((86399 - seconds) / 86400))
    let rest = Int(seconds - Int64(days) * 86400)
    (year, month, day) = Self.date(ofDay: days)
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    weekday = ((days + 4) % 7 + 7) % 7
    dayOfYear = days - Self.day(year: year, month: 1, day: 1)
  }

  /// Days since 1970-01-01, counted by the proleptic Gregorian calendar.
  static func day(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(ofDay days: Int) -> (Int, Int, Int) {
    let days = days + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

extension Timestamp {
  /// Creates a point from RFC 3339 text such as `2026-11-23T10:00:00.5+03:00`; nil if the text has
  /// another form, or the point is out of range.
  public init?(parsing text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2),
      scanner.take("-"), let day = scanner.number(2), scanner.takeAny("Tt"),
      let hour = scanner.number(2), scanner.take(":"), let minute = scanner.number(2),
      scanner.take(":"), let second = scanner.number(2), let nanos = scanner.fraction(),
      let offset = scanner.zone(), scanner.isAtEnd,
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60
    else { return nil }
    let days = CalendarParts.day(year: year, month: month, day: day)
    let seconds = Int64(days) * 86400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset)
    self.init(seconds: seconds, nanoseconds: Int32(nanos))
    let parts = CalendarParts(Timestamp(seconds: Int64(days) * 86400), offset: 0)
    guard isInRange, parts.month == month, parts.day == day else { return nil }
  }
}

extension Timestamp: CustomStringConvertible {
  /// The point as RFC 3339 text in UTC.
  public var description: String {
    let parts = CalendarParts(self, offset: 0)
    return padded(parts.year, 4) + "-" + padded(parts.month, 2) + "-" + padded(parts.day, 2) + "T"
      + padded(parts.hour, 2) + ":" + padded(parts.minute, 2) + ":" + padded(parts.second, 2)
      + fractionText(nanoseconds) + "Z"
  }
}

/// A number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Nanoseconds as the fraction of a second without zeros at its end; empty for none.
func fractionText(_ nanoseconds: Int32) -> String {
  guard nanoseconds != 0 else { return "" }
  var digits = padded(Int(nanoseconds.magnitude), 9)
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}

/// Reads the parts of a time.
struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    self.rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func takeAny(_ characters: String) -> Bool {
    characters.unicodeScalars.contains { take($0) }
  }

  /// An optional fraction of a second in nanoseconds; nil for more than nine digits.
  mutating func fraction() -> Int? {
    guard take(".") else { return 0 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (digits.count..<9).reduce(value) { value, _ in value * 10 }
  }

  /// `Z`, or an offset such as `+03:00` in seconds.
  mutating func zone() -> Int? {
    if takeAny("Zz") { return 0 }
    let isNegative = take("-")
    guard isNegative || take("+") else { return nil }
    guard let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else {
      return nil
    }
    return (isNegative ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
