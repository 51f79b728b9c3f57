import Diagnostics
import Evaluation
import RulePacks
import TestSupport
import Testing

/// A result that has a finding of every sort: failing, undecided, broken, upcoming, for a person.
enum Things {
  static func result(
    _ sample: String = TestRules.sample, diagnostics: [Diagnostic] = [],
    name: String = "thing.yaml"
  ) throws -> SubmissionResult {
    let day = try #require(Day("2026-11-20"))
    let market = try TestRules.result(rules, sample, named: name, asOf: day)
    return SubmissionResult(
      path: name, kind: "thing", markets: [market], diagnostics: diagnostics)
  }

  static let rules =
    TestRules.rule(requires: "size >= 5", id: "T-1")
    + more(TestRules.rule(requires: "submission.date < as_of", id: "T-2", severity: "warning"))
    + more(TestRules.rule(requires: "registered(\"GRLS\", name)", id: "T-3"))
    + more(TestRules.rule(requires: "1 / 0 == 1", id: "T-4"))
    + more(
      TestRules.rule(
        requires: "size >= parameter(\"least-size\")",
        lines: "  effective: { from: 2027-01-01, until: 2030-12-31 }",
        id: "T-5"))
    + more(
      TestRules.rule(requires: "part.size >= 3", lines: "  for: { part: parts }", id: "T-6")
        .replacing("{size}", with: "{part.size}"))
    + more(
      TestRules.rule(
        requires: "whole && parts.exists(p, p.size > 2.0 * parameter(\"least-size\"))", id: "T-7"))
    + more(
      TestRules.rule(requires: "whole", passes: "[{}]", fails: "[{}]", id: "T-8")
        .replacing("  requires: whole\n", with: "")
        .replacing("    passes: [{}]\n    fails: [{}]\n", with: "    undecided: [{}]\n")
        .replacing("decidable: automatic", with: "decidable: by-hand"))

  /// The rule alone, without the key it stands under.
  private static func more(_ rules: String) -> String { rules.replacing("rules:\n", with: "") }
}
