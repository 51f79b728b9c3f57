import Evaluation
import Reporting
import RulePacks
import TestSupport
import Testing

/// What the days and the law do to a dossier that nobody touches: law that ends, rules to come, the
/// first day on which the conclusion is another.
@Suite struct ComingTests {
  /// A thing of which a part lapses, judged by a rule that ends, one that is to come, and one that
  /// part's lapsing decides.
  private static func result() throws -> SubmissionResult {
    let rules =
      TestRules.rule(requires: "parts.all(p, p.valid_until >= as_of)", id: "T-1")
      + [
        TestRules.rule(
          requires: "whole", lines: "  effective: { until: 2026-12-31 }", id: "T-2"
        )
        .replacing("topic: t\n", with: "topic: u\n"),
        TestRules.rule(
          requires: "whole", lines: "  effective: { from: 2027-03-01, until: 2030-12-31 }",
          id: "T-3"),
        TestRules.rule(
          requires: "whole", lines: "  effective: { from: 2028-03-01, until: 2030-12-31 }",
          id: "T-4"),
      ].map { $0.replacing("rules:\n", with: "") }.joined()
    var files = TestRules.files(rules)
    files["schema/thing.yaml"] =
      TestRules.schema
      + "      valid_until: { type: date, doc: Its last day, example: 2027-06-30 }\n"
    let sample = TestRules.sample
      .replacing("name: b, size: 2", with: "name: b, size: 2, valid_until: 2027-06-30")
      .replacing("name: c, size: 3", with: "name: c, size: 3, valid_until: 2029-06-30")
    files["samples/thing.yaml"] = sample
    return try TestRules.foretold(files, sample, asOf: try #require(Day("2026-11-20")))
  }

  private static let goldens = Formats.spoken.filter { format, language in
    ["text", "markdown", "html"].contains(format.name)
      || language != .ru && ["json", "sarif"].contains(format.name)
  }

  @Test(arguments: goldens)
  func `what is to come reads as recorded`(format: Formats.Format, language: Language) throws {
    let golden = Golden("coming.\(language.rawValue).\(format.suffix)")
    let text = try format.report(language).text(of: [Self.result()])
    #expect(try golden.difference(from: FormatTests.withoutStyle(text)) == nil)
  }

  @Test func `law that ends is told of in every format for people and in SARIF`() throws {
    let result = try Self.result()
    #expect(result.markets.flatMap(\.lapses).count == 1)
    for format in Formats.all {
      let text = format.report(.en).text(of: [result])
      let isTold = ["text", "json", "sarif", "markdown", "html"].contains(format.name)
      #expect(text.contains("2026-12-31") == isTold, "\(format.name)")
    }
  }

  @Test(arguments: ["text", "json", "markdown", "html"])
  func `the first day on which the conclusion changes is told with its cause`(
    format: String
  ) throws {
    let report = try #require(Formats.all.first { $0.name == format }).report(.en)
    let text = try report.text(of: [Self.result()])
    #expect(text.contains("2027-07-01"))
    #expect(text.contains(format == "json" ? "dayPasses" : "T-1 (a day passes)"))
  }

  @Test func `rules to come are drawn by the day they begin`() throws {
    let page = try HTMLReport(language: .en).text(of: [Self.result()])
    #expect(page.matches(of: /<rect [^>]*class="note"/).count == 2)
    #expect(page.matches(of: /<rect\s/).count == 4)
    for id in ["T-3", "T-4"] { #expect(page.contains("<code dir=\"ltr\">\(id)</code>")) }
  }
}
