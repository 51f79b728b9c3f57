internal import RulePacks

/// A day of the Solar Hijri calendar, in which Iran dates its acts and documents.
///
/// Foundation knows the calendar only with the data of ICU, which would triple the program and, where
/// a linker leaves it out, ends the process; tests compare this with Foundation, day by day.
struct SolarHijriDate: Sendable, Hashable {
  let year: Int
  /// From 1 (Farvardin) to 12 (Esfand).
  let month: Int
  let day: Int

  /// The years in which a leap year is one of the 33-year cycle's eight, as in the calendar of Iran.
  static let years = 1178...1500
  /// The days of a cycle of 33 years.
  private static let cycle = 33 * 365 + 8

  /// Creates the date of a day; nil for a day outside the years that are known.
  init?(_ day: Day) {
    let days = day.daysSinceEpoch - Self.firstDay(of: 1)
    let year = (days * 33 + 3) / Self.cycle + 1
    guard Self.years.contains(year) else { return nil }
    let dayOfYear = day.daysSinceEpoch - Self.firstDay(of: year)
    // Six months of 31 days, then months of 30.
    let month = dayOfYear < 186 ? dayOfYear / 31 : (dayOfYear - 6) / 30
    self.init(
      year: year, month: month + 1,
      day: dayOfYear - (month < 6 ? month * 31 : month * 30 + 6) + 1)
  }

  /// Creates a date from `YYYY-MM-DD` as acts give it.
  init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
      return nil
    }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  private init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date as it is written in running text: `۲۹ آبان ۱۴۰۵`.
  var inWords: String { "\(day) \(Self.months[month - 1]) \(year)".withPersianDigits }

  private static let months = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
    "اسفند",
  ]

  /// The days from 1970-01-01 to the first of Farvardin.
  private static func firstDay(of year: Int) -> Int {
    365 * (year - 1) + (8 * year + 21) / 33 - 492_268
  }
}

extension String {
  /// The text with Persian digits in place of ASCII ones.
  var withPersianDigits: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          guard ("0"..."9").contains(scalar) else { return scalar }
          return Unicode.Scalar(scalar.value - 0x30 + 0x06F0) ?? scalar
        }))
  }
}
