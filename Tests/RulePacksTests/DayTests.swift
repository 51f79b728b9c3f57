import RulePacks
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11016), ("1969-12-31", -1), ("2026-11-23", 20780),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `a day is counted from 1970 and written back`(text: String, count: Int) throws {
    let day = try #require(Day(text))
    #expect(day.daysSinceEpoch == count)
    #expect(Day(daysSinceEpoch: count).description == text)
  }

  @Test(arguments: [
    "", "2026", "2026-13-01", "2026-00-10", "2026-02-30", "2025-02-29", "1900-02-29", "0000-01-01",
    "2026-1-1", "2026-01-01T00:00:00Z", "2026/01/01", "۲۰۲۶-۰۱-۰۱", "-026-01-01",
  ])
  func `a text that is no day is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-11-23", 14, "2028-01-23"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"),
    ("2024-02-29", 12, "2025-02-28"),
  ])
  func `months are added to the same day or the last of a shorter month`(
    start: String, months: Int, end: String
  ) {
    #expect(Day(start)?.adding(months: months)?.description == end)
  }

  @Test(arguments: [Int.max, Int.min, 120_000, -120_000])
  func `months that leave the calendar give nothing`(months: Int) {
    #expect(Day("2026-11-23")?.adding(months: months) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", "2026-02-28", 1), ("2026-01-15", "2026-02-14", 0),
    ("2026-01-15", "2026-02-15", 1),
    ("2026-02-15", "2026-01-15", -1), ("2026-02-14", "2026-01-15", 0),
    ("2023-02-28", "2026-02-28", 36),
  ])
  func `whole months are counted both ways`(start: String, end: String, months: Int) throws {
    #expect(try #require(Day(start)).months(to: try #require(Day(end))) == months)
  }

  @Test func `every day of four centuries goes forth and back`() {
    for count in stride(from: -146_097, through: 146_097, by: 13) {
      let day = Day(daysSinceEpoch: count)
      #expect(Day(day.description) == day)
    }
  }
}

@Suite struct EffectivePeriodTests {
  private func period(_ from: String?, _ until: String?) -> EffectivePeriod {
    EffectivePeriod(from: from.flatMap { Day($0) }, until: until.flatMap { Day($0) })
  }

  @Test(arguments: [
    ("2025-02-28", false), ("2025-03-01", true), ("2026-12-31", true), ("2027-01-01", false),
  ])
  func `both ends of a period are in it`(text: String, isContained: Bool) throws {
    let day = try #require(Day(text))
    #expect(period("2025-03-01", "2026-12-31").contains(day) == isContained)
  }

  @Test func `a period without ends contains every day and every period`() throws {
    #expect(EffectivePeriod().contains(try #require(Day("0001-01-01"))))
    #expect(EffectivePeriod().contains(period("2025-03-01", nil)))
    #expect(!period("2025-03-01", nil).contains(EffectivePeriod()))
    #expect(period("2025-03-01", nil).contains(period("2025-03-01", "2025-03-01")))
    #expect(!period(nil, "2025-03-01").contains(period("2025-03-01", "2025-03-02")))
  }

  @Test(arguments: [
    ("2024-01-01", "2025-03-01"), ("2025-06-01", "2025-06-01"), ("2028-01-01", "2026-12-31"),
  ])
  func `the nearest day of a period is the day itself or an end`(text: String, nearest: String)
    throws
  {
    let day = try #require(Day(text))
    #expect(period("2025-03-01", "2026-12-31").nearest(to: day).description == nearest)
  }
}
