import Diagnostics
import RulePacks
import TestSupport
import Testing

/// What the author of a rule has probably not meant so.
@Suite struct RuleWarningTests {
  private func warnings(_ rules: String) throws -> [String] {
    let library = try TestRules.library(rules)
    let pack = try #require(library.packs.first)
    var compiler = RuleCompiler(library)
    return pack.rules.flatMap { compiler.warnings(of: $0, in: pack) }.map(\.description)
  }

  @Test func `a field that may be absent and is read without asking is told at its place`() throws {
    let told = try warnings(TestRules.rule(requires: "size >= 3 && submission.date < as_of"))
    #expect(told.count == 2)
    #expect(
      told.first?.hasPrefix("ir/things/rules.yaml:11:13: warning: T-1: \"size\" may be absent")
        == true)
    #expect(told.last?.hasPrefix("ir/things/rules.yaml:11:37: warning: T-1: \"date\"") == true)
  }

  private static let asked = [
    TestRules.rule(requires: "has(self.size) && size >= 3"),
    TestRules.rule(requires: "size >= 3", lines: "  applies: has(self.size)"),
    TestRules.rule(
      requires: "part.size >= 3", lines: "  for: { part: 'parts.filter(p, has(p.size))' }"
    ).replacing("{size}", with: "{part.size}"),
    TestRules.rule(
      requires: "part.size >= 3", lines: "  for: { part: parts }\n  applies: has(part.size)"
    ).replacing("{size}", with: "{part.size}"),
  ]

  @Test(arguments: asked)
  func `a field that was asked for is not told`(rules: String) throws {
    #expect(try warnings(rules) == [])
  }
}
