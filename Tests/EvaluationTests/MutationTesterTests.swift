import Diagnostics
import Evaluation
import RulePacks
import TestSupport
import Testing

/// Small changes of rules, and whether examples notice them.
@Suite struct MutationTesterTests {
  private func outcome(_ rules: String) throws -> MutationOutcome {
    let library = try TestRules.library(rules)
    let pack = try #require(library.packs.first)
    return try #require(MutationTester(library).outcomes(of: pack).first)
  }

  private func survivors(_ outcome: MutationOutcome) -> [String] {
    outcome.survivors.map(\.message)
  }

  @Test func `examples on either side of a threshold notice every change of it`() throws {
    let outcome = try outcome(
      TestRules.rule(
        requires: "size >= 3", passes: "[{ set: { /size: 3 } }]",
        fails: "[{ set: { /size: 2 }, at: /size }]"))
    #expect(outcome.mutants == 4)
    #expect(survivors(outcome) == [])
  }

  @Test func `a change that no example notices is told at its place`() throws {
    let outcome = try outcome(TestRules.rule(requires: "size >= 3"))
    #expect(outcome.caught == outcome.mutants - 3)
    #expect(
      survivors(outcome) == [
        "T-1: no example fails with `>` in place of `>=`",
        "T-1: no example fails with `2` in place of `3`",
        "T-1: no example fails with `4` in place of `3`",
      ])
    #expect(outcome.survivors.first?.description.hasPrefix("ir/things/rules.yaml:11:18: ") == true)
  }

  @Test func `the first and the last day are moved, as far as the act is in force`() throws {
    let outcome = try outcome(
      TestRules.rule(
        requires: "whole", passes: "[{}]",
        fails: "[{ set: { /whole: false }, at: /whole }]",
        lines: "  effective: { from: 2026-01-01, until: 2030-12-31 }"))
    #expect(outcome.refused == 1)
    #expect(
      survivors(outcome) == [
        "T-1: no example fails with 2025-12-31 as the first day",
        "T-1: no example fails with 2026-01-02 as the first day",
        "T-1: no example fails with 2030-12-30 as the last day",
      ])
  }

  @Test func `a condition that is left out is noticed by an example without it`() throws {
    let rule = TestRules.rule(
      requires: "size > 1", lines: "  applies: whole && has(self.name)")
    #expect(survivors(try outcome(rule)).contains("T-1: no example fails without `whole`"))
    let proven = rule.replacing(
      "examples:", with: "examples:\n    does-not-apply: [{ set: { /whole: false } }]")
    #expect(!survivors(try outcome(proven)).contains("T-1: no example fails without `whole`"))
  }

  @Test func `nothing is said of changes where an example does not hold`() throws {
    let outcome = try outcome(
      TestRules.rule(requires: "size >= 3", passes: "[{ set: { /size: 1 } }]"))
    #expect(outcome.failures.map(\.message) == ["T-1: Wanted passes, got fails"])
  }
}
