/// A day as GS1 symbols have it: `YYMMDD`, where day 00 is the last day of the month.
public struct GS1Day: Sendable, Hashable {
  /// The year with its century.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Reads a day; the century is the one that brings it nearest to a year.
  public init?(_ text: String, near currentYear: Int) {
    guard Self.complaint(about: text) == nil, let digits = text.decimalDigits else { return nil }
    let distance = digits[0] * 10 + digits[1] - currentYear % 100
    let century = currentYear - currentYear % 100
    let base = distance >= 51 ? century - 100 : distance <= -50 ? century + 100 : century
    let day = digits[4] * 10 + digits[5]
    self.year = base + digits[0] * 10 + digits[1]
    self.month = digits[2] * 10 + digits[3]
    self.day = day == 0 ? Self.length(ofMonth: month, year: year) : day
  }

  /// Returns what is wrong with a day, or nil.
  static func complaint(about text: String) -> String? {
    guard let digits = text.decimalDigits, digits.count == 6 else {
      return "wanted 6 digits, YYMMDD, found \(text.quotedForMessage)"
    }
    let month = digits[2] * 10 + digits[3]
    let day = digits[4] * 10 + digits[5]
    guard (1...12).contains(month) else { return "month \(month) does not exist" }
    // Of the years 1951 to 2050, those divisible by four are leap years, 2000 included.
    let length = length(ofMonth: month, year: digits[0] * 10 + digits[1] + 2000)
    return day <= length ? nil : "month \(month) of that year has \(length) days, found \(day)"
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 ? 29 : 28
    default: 31
    }
  }
}
