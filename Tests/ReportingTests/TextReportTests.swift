import Diagnostics
import Evaluation
import Reporting
import RulePacks
import TestSupport
import Testing

/// The report for people.
@Suite struct TextReportTests {
  private func text(
    _ language: Language = .en, colour: Bool = false, width: Int = 80,
    _ result: SubmissionResult? = nil
  ) throws -> String {
    let style = TerminalStyle(usesColour: colour, width: width)
    let result = try result ?? Things.result()
    return TextReport(language: language, style: style).text(of: [result])
  }

  @Test(arguments: [40, 60, 80, 100])
  func `no line is wider than the terminal, save for a path`(width: Int) throws {
    for language in Language.allCases {
      let lines = try text(language, width: width).split(separator: "\n").map(String.init)
      #expect(lines.filter { $0.terminalCells > width && !$0.contains("thing.yaml") } == [])
    }
  }

  @Test func `colour changes the ink and no word`() throws {
    let coloured = try text(colour: true)
    #expect(coloured.contains("\u{1B}[31m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == (try text()))
  }

  @Test func `the counts are those of the result`() throws {
    let counts = try #require(try Things.result().markets.first).counts
    let line =
      "Verdicts: passes \(counts[.passes]) · fails \(counts[.fails]) · does not apply "
      + "\(counts[.doesNotApply]) · undecided \(counts[.undecided]) · error \(counts[.error])"
    #expect(try text().contains(line))
  }

  @Test func `a value cannot hide or turn round what stands beside it`() throws {
    let sample = TestRules.sample.replacing("name: b", with: "name: \"b\\u202E\\u0007\"")
    let rules = TestRules.rule(requires: "part.name == \"\"", lines: "  for: { part: parts }")
      .replacing("{size}", with: "{part.name}")
    let market = try TestRules.result(rules, sample, asOf: try #require(Day("2026-11-20")))
    let result = SubmissionResult(
      path: "a\u{202E}.yaml", kind: "thing", markets: [market], diagnostics: [])
    let report = try text(result)
    #expect(report.contains("b\\u{202E}\\u{7}"))
    #expect(!report.unicodeScalars.contains("\u{202E}"))
    #expect(!report.unicodeScalars.contains("\u{7}"))
  }

  @Test func `a huge number is written, whatever its size`() throws {
    let sample = TestRules.sample.replacing("size: 4", with: "size: -1e300")
    #expect(try text(Things.result(sample)).contains("/size = -1e+300"))
  }

  @Test func `a file that cannot be judged has its diagnostics and no verdict`() throws {
    let source = SourceText(name: "a.yaml", text: "kind: tnhig\n")
    let result = SubmissionResult(
      path: "a.yaml", kind: nil, markets: [],
      diagnostics: [Diagnostic("No such kind", at: source.place(6..<11))])
    #expect(
      try text(result) == """
        a.yaml

        error: No such kind
          --> a.yaml:1:7
          1 | kind: tnhig
            |       ^^^^^

        The file cannot be judged

        """)
  }

  private func text(_ result: SubmissionResult) throws -> String {
    try text(.en, result)
  }
}
