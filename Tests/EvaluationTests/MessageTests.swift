import Evaluation
import RulePacks
import TestSupport
import Testing

/// Values in messages, in the words of each language, and where findings are shown.
@Suite struct MessageTests {
  private func finding(_ rule: String, _ sample: String = TestRules.sample) throws -> Finding {
    let result = try TestRules.result(rule, sample, asOf: try #require(Day("2026-11-20")))
    return try #require(result.findings.first)
  }

  private static let values: [(expression: String, en: String, ru: String, fa: String)] = [
    ("whole", "yes", "да", "بله"), ("!whole", "no", "нет", "خیر"),
    ("size", "4", "4", "۴"), ("1.5", "1.5", "1.5", "۱٫۵"), ("-30", "-30", "-30", "-۳۰"),
    ("name", "a", "a", "a"), ("made", "2026-01-01", "2026-01-01", "2026-01-01"),
    ("string(made)", "2026-01-01", "2026-01-01", "2026-01-01"),
    ("name + ' ' + string(made)", "a 2026-01-01", "a 2026-01-01", "a 2026-01-01"),
    ("[made].map(m, string(m))", "2026-01-01", "2026-01-01", "2026-01-01"),
    ("parts.map(p, p.name)", "b, c", "b, c", "b، c"),
    ("parts.filter(p, p.size > 9).map(p, p.name)", "(none)", "(нет)", "(هیچ)"),
    ("[true, false]", "yes, no", "да, нет", "بله، خیر"),
  ]

  @Test(arguments: values)
  func `a message shows a value in the words of its language`(
    expression: String, en: String, ru: String, fa: String
  ) throws {
    let rule = TestRules.rule(requires: "size >= 10.0").replacing("{size}", with: "{\(expression)}")
    let message = try finding(rule).message
    #expect(message.en == "Size \(en)")
    #expect(message.ru == "Размер \(ru)")
    #expect(message.fa == "اندازه \(fa)")
  }

  @Test func `a place that names the element of "for" is the element`() throws {
    let lines = "  for: { part: parts }\n  place: part"
    let rule = TestRules.rule(requires: "part.size >= 10.0", lines: lines)
    #expect(try finding(rule).pointer == "/parts/0")
    let own = TestRules.rule(requires: "part.size >= 10.0", lines: "  for: { part: parts }")
    #expect(try finding(own).pointer == "/parts/0/size")
  }
}
