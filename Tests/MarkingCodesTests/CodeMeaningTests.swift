import MarkingCodes
import Testing

/// What values say, and the days in them.
@Suite struct CodeMeaningTests {
  private static let days: [(String, Int, String?)] = [
    ("290114", 2026, "2029-01-14"), ("290200", 2026, "2029-02-28"), ("280200", 2026, "2028-02-29"),
    ("770101", 2026, "1977-01-01"), ("760101", 2026, "2076-01-01"), ("250101", 2075, "2125-01-01"),
    ("260101", 2075, "2026-01-01"), ("990101", 2049, "2099-01-01"), ("990101", 2048, "1999-01-01"),
    ("000131", 1999, "2000-01-31"),
    ("291301", 2026, nil), ("290230", 2026, nil), ("29011", 2026, nil), ("2901١4", 2026, nil),
  ]

  @Test(arguments: days) func `the century is the one nearest to a year`(
    text: String, year: Int, day: String?
  ) {
    #expect(GS1Day(text, near: year)?.description == day)
  }

  private static let meanings: [(String, String, CodeMeaning?)] = [
    ("0104607123400012", "01", .issuer(country: "RU")),
    ("0106261987654325", "01", .issuer(country: "IR")),
    ("0109521234543213", "01", nil),
    ("04607123400012", "", .issuer(country: "RU")),
    ("12345012345678901234", "", .companyPrefix("12345")),
    ("0106261987654325" + "3102001250", "3102", .amount("12.50")),
    ("0106261987654325" + "3105000001", "3105", .amount("0.00001")),
    ("0106261987654325" + "3100000001", "3100", nil),
    ("0106261987654325" + "422364", "422", .country("IR")),
    (
      "0106261987654325" + "7003" + "2901142359", "7003",
      GS1Day("290114", near: 2026).map { .day($0, isMonthEnd: false, time: "23:59") }
    ),
    (
      "0106261987654325" + "17" + "290200", "17",
      GS1Day("290200", near: 2026).map { .day($0, isMonthEnd: true, time: nil) }
    ),
  ]

  @Test(arguments: meanings) func `a value says more than itself`(
    text: String, identifier: String, meaning: CodeMeaning?
  ) throws {
    let code = MarkingCode(text)
    let element = try #require(code.elements.first { $0.identifier == identifier })
    #expect(code.meaning(of: element, near: 2026) == meaning)
  }
}
