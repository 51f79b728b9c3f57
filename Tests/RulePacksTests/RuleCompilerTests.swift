import CEL
import Diagnostics
import RulePacks
import TestSupport
import Testing

/// Expressions are compiled when they are needed, and what is wrong with one is never lost by that.
@Suite struct RuleCompilerTests {
  private func pack(
    _ rules: String, checks: Bool
  ) throws -> (compiled: CompiledPack?, diagnostics: [Diagnostic]) {
    let library = try TestRules.library(rules)
    var compiler = RuleCompiler(library, checks: checks)
    return compiler.pack(
      market: "IR", schema: try #require(library.schema(kind: "thing")),
      asOf: try #require(Day("2026-11-20")))
  }

  private static let wrong = TestRules.rule(requires: "sise >= 3")

  @Test func `a rule that does not compile is told and left out where rules are checked`() throws {
    let (compiled, diagnostics) = try pack(Self.wrong, checks: true)
    #expect(compiled?.rules.count == 0)
    #expect(diagnostics.map(\.message) == ["Unknown name \"sise\"; did you mean \"size\"?"])
  }

  @Test func `a rule that nobody checked and that does not compile fails when it runs`() throws {
    let (compiled, diagnostics) = try pack(Self.wrong, checks: false)
    #expect(diagnostics == [])
    let program = try #require(compiled?.rules.first?.requires)
    guard case .failure(let error) = program.evaluate([]) else {
      Issue.record("The program has a value")
      return
    }
    #expect(error.message.contains("Unknown name \"sise\""))
  }

  @Test func `checking a pack tells what is wrong with conditions, and with texts if asked`()
    throws
  {
    let rules = TestRules.rule(requires: "size >= 3").replacing("Size {size}", with: "{sise}")
    let library = try TestRules.library(rules)
    var compiler = RuleCompiler(library)
    let pack = try #require(library.packs.first)
    #expect(compiler.diagnostics(of: [pack], texts: false) == [])
    let told = compiler.diagnostics(of: [pack]).map(\.message)
    #expect(told == ["Unknown name \"sise\"; did you mean \"size\"?"])
  }
}
