/// A day as GS1 symbols have it: `YYMMDD`, where day 00 is the last day of the month.
public struct GS1Day: Sendable, Hashable {
  /// The year with its century.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Reads a day; the century is the one that brings it nearest to a year.
  public init?(_ text: some StringProtocol, near currentYear: Int) {
    let scalars = Array(text.unicodeScalars)[...]
    guard ComponentCheck.yymmd0.fault(in: scalars) == nil else { return nil }
    let twoDigits = scalars.prefix(2).number
    let distance = twoDigits - currentYear % 100
    let century = currentYear - currentYear % 100
    let base = distance >= 51 ? century - 100 : distance <= -50 ? century + 100 : century
    let day = scalars.suffix(2).number
    self.year = base + twoDigits
    self.month = scalars.dropFirst(2).prefix(2).number
    self.day = day == 0 ? Self.length(ofMonth: month, year: year) : day
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension GS1Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    [year, month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }
}
