import Diagnostics
import Evaluation
import RulePacks
import TestSupport
import Testing

@testable import Reporting

/// A matrix as it is written.
@Suite struct MatrixTests {
  private func result() throws -> SubmissionResult {
    func rule(_ requires: String, _ topic: String, severity: String = "error") -> String {
      TestRules.rule(requires: "'\(requires)'", id: "ID", severity: severity)
        .replacing("rules:\n", with: "").replacing("topic: t", with: "topic: \(topic)")
    }
    let none = rule("whole", "nowhere").replacing(
      "  requires:", with: "  applies: size > 9\n  requires:")
    let library = try TestRules.library(
      TestRules.markets(
        base: [rule("whole", "shared")],
        [
          rule("size > 9", "size.of-the-thing-and-of-all-its-parts"),
          rule("size > 9", "warned", severity: "warning"), none,
        ],
        [
          rule("whole", "size.of-the-thing-and-of-all-its-parts"),
          rule("registered(\"GRLS\", name)", "registry"), rule("1 / 0 == 1", "broken"),
        ]))
    let day = try #require(Day("2026-11-20"))
    let markets = try ["IR", "RU"].map { try TestRules.result(library, asOf: day, market: $0) }
    return SubmissionResult(path: "thing.yaml", kind: "thing", markets: markets, diagnostics: [])
  }

  @Test(arguments: Language.allCases)
  func `the text reads as recorded`(language: Language) throws {
    let report = MatrixReport(language: language, style: TerminalStyle())
    let text = report.text(of: [try result()])
    #expect(text.split(separator: "\n").allSatisfy { String($0).terminalCells <= 80 })
    #expect(try Golden("matrix.\(language.rawValue).txt").difference(from: text) == nil)
  }

  @Test func `the Markdown reads as recorded`() throws {
    let text = MatrixMarkdown(language: .en).text(of: [try result()])
    #expect(try Golden("matrix.md").difference(from: text) == nil)
  }

  @Test func `the JSON reads as recorded`() throws {
    let text = MatrixJSON().text(of: [try result()])
    #expect(try Golden("matrix.json").difference(from: text) == nil)
  }

  @Test func `a submission that cannot be judged has no table`() throws {
    let result = SubmissionResult(path: "x", kind: nil, markets: [], diagnostics: [])
    let text = MatrixReport(language: .en, style: TerminalStyle()).text(of: [result])
    #expect(text.contains("cannot be judged"))
    #expect(MatrixMarkdown(language: .en).text(of: [result]).contains("cannot be judged"))
    #expect(MatrixJSON().text(of: [result]).contains("\"usable\": false"))
  }
}
