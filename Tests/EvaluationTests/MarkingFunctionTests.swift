import Evaluation
import RulePacks
import TestSupport
import Testing

/// Marking codes in rules.
@Suite struct MarkingFunctionTests {
  private static let code =
    #""0106261987654325172902001" + "0HA26A1\x1d21SN0001234""#

  private func result(_ expression: String) throws -> MarketResult {
    try TestRules.result(
      TestRules.rule(requires: "'\(expression)'"), asOf: try #require(Day("2026-11-20")))
  }

  private static let holding = [
    #"gs1(\#(code)).valid"#,
    #"gs1(\#(code)).system == "gs1""#,
    #"gs1(\#(code)).elements.map(e, e.ai) == ["01", "17", "10", "21"]"#,
    #"gs1(\#(code)).valueOf("10").orValue("") == "HA26A1""#,
    #"!gs1(\#(code)).valueOf("91").hasValue()"#,
    #"gs1(\#(code)).dayOf("17", as_of).value() == date("2029-02-28")"#,
    #"gs1(\#(code)).dayOf("17", date("2080-01-01")).value() == date("2129-02-28")"#,
    #"!gs1(\#(code)).dayOf("11", as_of).hasValue()"#,
    #"gs1("0106261987654326").faults == ["check-digit"]"#,
    #"gs1("12345012345678901234").system == "uid""#,
    #"gs1(name).faults == ["unknown-identifier"]"#,
  ]

  @Test(arguments: holding) func `a rule reads a code`(expression: String) throws {
    let result = try result(expression)
    #expect(result.counts[.passes] == 1, "\(result.findings.map(\.message.en))")
  }

  @Test func `evidence and explanation are about the submission, not the code`() throws {
    let result = try result(#"gs1(name).elements.exists(e, e.ai == "01") && gs1(name).valid"#)
    let finding = try #require(result.findings.first)
    #expect(finding.verdict == .fails)
    #expect(finding.evidence.map(\.pointer) == ["/name"])
    #expect(finding.explanation.flatMap(\.fields).allSatisfy { $0 == "/name" })
  }
}
