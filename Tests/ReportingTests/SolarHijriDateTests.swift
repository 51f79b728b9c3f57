import Foundation
import RulePacks
import Testing

@testable import Reporting

/// The calendar of Iran.
@Suite struct SolarHijriDateTests {
  @Test func `every day of three centuries is the day that Foundation says`() throws {
    var calendar = Calendar(identifier: .persian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try #require(Day("1799-03-21")).daysSinceEpoch
    let last = try #require(Day("2122-03-20")).daysSinceEpoch
    for days in first...last {
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86400))
      let date = try #require(SolarHijriDate(Day(daysSinceEpoch: days)), "\(days)")
      let isSame = date.year == parts.year && date.month == parts.month && date.day == parts.day
      #expect(isSame, "\(Day(daysSinceEpoch: days)): \(date), wanted \(parts)")
    }
  }

  @Test(arguments: [
    ("2026-03-21", "۱ فروردین ۱۴۰۵"), ("2026-03-20", "۲۹ اسفند ۱۴۰۴"),
    ("2025-03-20", "۳۰ اسفند ۱۴۰۳"), ("2015-10-07", "۱۵ مهر ۱۳۹۴"),
  ])
  func `a date is written with the name of its month`(day: String, words: String) throws {
    #expect(SolarHijriDate(try #require(Day(day)))?.inWords == words)
  }

  @Test(arguments: ["0001-01-01", "1799-03-20", "2122-03-21", "9999-12-31"])
  func `a day outside the years that are known has no date`(day: String) throws {
    #expect(SolarHijriDate(try #require(Day(day))) == nil)
  }

  @Test func `the date of an act is read as it gives it`() {
    #expect(SolarHijriDate("1394-07-15")?.inWords == "۱۵ مهر ۱۳۹۴")
    #expect(SolarHijriDate("1394-13-01") == nil)
    #expect(SolarHijriDate("") == nil)
  }
}
