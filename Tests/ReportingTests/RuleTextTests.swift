import Diagnostics
import Reporting
import RulePacks
import TestSupport
import Testing

/// What `explain` prints.
@Suite struct RuleTextTests {
  private func text(_ rules: String, _ language: Language = .en, width: Int = 80) throws -> String {
    let library = try TestRules.library(rules)
    let pack = try #require(library.packs.first)
    let rule = try #require(pack.rules.first)
    return RuleText(language: language, style: TerminalStyle(width: width))
      .text(of: rule, in: pack, library)
  }

  @Test(arguments: Language.allCases)
  func `a rule reads as recorded`(language: Language) throws {
    let rule = TestRules.rule(
      requires: "part.size >= parameter(\"least-size\")",
      passes: "[{ set: { /parts/0/size: 9 }, as-of: 2026-11-20 }]",
      fails: "[{ remove: [/parts/1], at: /parts/0/size }]",
      lines: "  applies: whole\n  for: { part: parts }"
    ).replacing("{size}", with: "{part.size}")
    let golden = Golden("rule.\(language.rawValue).txt")
    #expect(try golden.difference(from: text(rule, language)) == nil)
  }

  @Test func `an expression over several lines is wrapped into its column`() throws {
    let folded =
      ">-\n    " + Array(repeating: "size >= 3", count: 12).joined(separator: "\n    && ")
    let lines = try text(TestRules.rule(requires: folded), width: 60).split(separator: "\n")
    #expect(lines.allSatisfy { String($0).terminalCells <= 60 })
    #expect(lines.filter { $0.contains("size >= 3") }.count > 1)
  }
}
