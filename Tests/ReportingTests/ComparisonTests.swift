import Reporting
import RulePacks
import TestSupport
import Testing

@testable import Receipts

/// A comparison of two markets as it is written.
@Suite struct ComparisonTests {
  private func comparison() throws -> MarketComparison {
    func rule(_ requires: String, _ topic: String) -> String {
      TestRules.rule(requires: "'\(requires)'", id: "ID").replacing("rules:\n", with: "")
        .replacing("topic: t", with: "topic: \(topic)")
    }
    let library = try TestRules.library(
      TestRules.markets(
        base: [rule("made < as_of", "common")],
        [
          rule("size >= 5", "bound"), rule("size < 3", "conflict"), rule("whole", "incomparable"),
          rule("whole", "left"),
        ],
        [
          rule("size >= 3", "bound"), rule("size > 5", "conflict"),
          rule("name != \"`|\"", "incomparable"), rule("whole", "right"),
        ]))
    let day = try #require(Day("2026-11-20"))
    let schema = try #require(library.schemas.first)
    var compiler = RuleCompiler(library)
    let packs = try ["IR", "RU"].map { market in
      try #require(compiler.pack(market: market, schema: schema, asOf: day).compiled)
    }
    return MarketComparison(packs[0], packs[1], asOf: day)
  }

  @Test(arguments: Language.allCases)
  func `the text reads as recorded`(language: Language) throws {
    let text = ComparisonText(language: language, style: TerminalStyle())
      .text(of: [try comparison()])
    #expect(try Golden("comparison.\(language.rawValue).txt").difference(from: text) == nil)
  }

  @Test func `the Markdown reads as recorded`() throws {
    let text = ComparisonMarkdown(language: .en).text(of: [try comparison()])
    #expect(try Golden("comparison.md").difference(from: text) == nil)
  }

  @Test func `the JSON reads as recorded`() throws {
    let text = ComparisonJSON(language: .en).text(
      of: [try comparison()],
      Receipt(program: "1", options: .init(), asOf: [], inputs: [], rules: []))
    #expect(try Golden("comparison.json").difference(from: text) == nil)
  }
}
