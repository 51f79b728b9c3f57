import Evaluation
import RulePacks
import TestSupport
import Testing

/// The nearest value with which a failing rule passes.
@Suite struct SmallestChangeTests {
  private func findings(_ requires: String, _ sample: String, lines: String = "") throws
    -> [Finding]
  {
    let day = try #require(Day("2026-11-20"))
    return try TestRules.result(
      TestRules.rule(requires: requires, lines: lines), sample, asOf: day
    ).findings
  }

  private func shown(_ change: SmallestChange?) -> String {
    guard let change else { return "none" }
    let value =
      switch change.value {
      case .absent: "absent"
      case .text(let text): text
      case .number(let number): String(number)
      case .integer(let number): String(number)
      case .boolean(let truth): String(truth)
      case .entries(let count): "\(count) entries"
      }
    return "\(change.kind) \(change.pointer) = \(value)"
  }

  private static let sample = """
    kind: thing
    name: aple
    size: 1
    made: 2026-01-01
    whole: false
    submission: { date: 2026-11-20 }
    markets: [{ code: IR }]
    parts: [{ name: b, size: 2 }, { name: c, size: 9 }]

    """

  private static let cases: [(requires: String, lines: String, change: String)] = [
    ("size >= 3.0", "", "number /size = 3.0"),
    ("size > 3.0 && size < 10.0", "", "number /size = 4.0"),
    ("size >= parameter(\"least-size\")", "", "number /size = 3.0"),
    ("whole", "", "truth /whole = true"),
    ("name in [\"pear\", \"apple\"]", "", "text /name = apple"),
    ("made >= submission.date", "", "day /made = 2026-11-20"),
    ("made > date(\"2026-05-31\")", "", "day /made = 2026-06-01"),
    ("made >= submission.date.plusMonths(-6)", "", "day /made = 2026-05-20"),
    ("part.size >= 5.0", "  for: { part: parts }", "number /parts/0/size = 5.0"),
    // The thing is no thing any more, so that the rule would be about nothing.
    ("size > 5.0 && size < 2.0", "", "none"),
    ("size >= 3.0", "  applies: size < 2.0", "none"),
    ("parts.size() > 5", "", "none"),
  ]

  @Test(arguments: cases)
  func `the nearest value that passes is found by running the rule`(
    requires: String, lines: String, change: String
  ) throws {
    let finding = try #require(
      try findings(requires, Self.sample, lines: lines).first { $0.verdict == .fails })
    #expect(shown(finding.smallestChange) == change, "\(requires)")
  }

  @Test func `a value that is missing is found, too`() throws {
    let sample = Self.sample.replacing("size: 1\n", with: "")
    let finding = try #require(try findings("size >= 3.0", sample).first)
    #expect(finding.verdict.name == .undecided)
    #expect(shown(finding.smallestChange) == "number /size = 3.0")
  }

  @Test func `a rule that passes with the value found passes when it is written`() throws {
    let finding = try #require(
      try findings("size > 3.0 && size < 10.0", Self.sample).first)
    #expect(shown(finding.smallestChange) == "number /size = 4.0")
    let mended = Self.sample.replacing("size: 1\n", with: "size: 4\n")
    #expect(try findings("size > 3.0 && size < 10.0", mended).isEmpty)
  }
}
