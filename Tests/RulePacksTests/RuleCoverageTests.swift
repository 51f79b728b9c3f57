import Diagnostics
import RulePacks
import TestSupport
import Testing

/// What of the law is checked.
@Suite struct RuleCoverageTests {
  private func unchecked(_ text: String) -> [UncheckedRequirement] {
    let file = SourceText(name: "NOT-CHECKED.md", text: text)
    return RuleFiles([RuleFiles.uncheckedPath: file]).unchecked
  }

  @Test func `entries name requirements, the part that is left out, and the reason`() {
    let entries = unchecked(
      """
      # What is not checked

      - EAEU-DEV-001: duplicate of RU-DEV-001: it asks no more.
      - RU-DEV-092, RU-DEV-095 before 2025-09-01: by other rules.
      - STD-X13, a contact for each market: checked by others.
      - PDF: scripts and encryption.
      - RU-DEV-032 [ru-gov-1684-2024, paras 64, 88]: binds the regulator.
      - STD-E01 [exchange]: of the message.
      no entry
      """)
    #expect(
      entries.map(\.ids) == [
        ["EAEU-DEV-001"], ["RU-DEV-092", "RU-DEV-095"], ["STD-X13"], [], ["RU-DEV-032"],
        ["STD-E01"],
      ])
    #expect(entries.suffix(2).map(\.act) == ["ru-gov-1684-2024", "exchange"])
    #expect(entries.suffix(2).map(\.provision) == ["paras 64, 88", nil])
    #expect(entries.dropLast(2).allSatisfy { $0.act == nil })
    #expect(
      entries.map(\.part) == [
        nil, "before 2025-09-01", "a contact for each market", "PDF", nil, nil,
      ])
    #expect(entries.first?.reason == "duplicate of RU-DEV-001: it asks no more.")
  }

  @Test func `rules stand under the act and the provision that they cite`() throws {
    let rule = TestRules.rule(requires: "size >= 3").replacing(
      "{ act: act-1 }", with: "{ act: act-1, provision: para 5 }")
    let library = try TestRules.library(rule)
    let coverage = library.coverage(
      of: library.packs, unchecked: unchecked("- T-1, in part: no field.\n- T-2: no field.\n"))
    #expect(coverage.acts.map(\.act.id) == ["act-1"])
    let provision = try #require(coverage.acts.first?.provisions.first)
    #expect(provision.name == "para 5")
    #expect(provision.rules.map(\.id) == ["T-1"])
    #expect(provision.exampleCount == 2)
    #expect(provision.unchecked.map(\.part) == ["in part"])
    #expect(coverage.unchecked.map(\.ids) == [["T-2"]])
    #expect(coverage.actsWithoutRules.map(\.id) == [])
  }

  @Test func `a requirement without a rule stands under its act`() throws {
    let library = try TestRules.library(TestRules.rule(requires: "size >= 3"))
    let entries =
      "- T-2 [act-1, para 9]: no field.\n- T-3 [act-1]: no field.\n- T-4 [act-9]: no field.\n"
    let coverage = library.coverage(of: library.packs, unchecked: unchecked(entries))
    let provisions = try #require(coverage.acts.first).provisions
    #expect(provisions.map(\.name) == [nil, "para 9"])
    #expect(provisions.map { $0.unchecked.flatMap(\.ids) } == [["T-3"], ["T-2"]])
    #expect(provisions.map { $0.rules.map(\.id) } == [["T-1"], []])
    #expect(coverage.unchecked.flatMap(\.ids) == ["T-4"])
  }
}
