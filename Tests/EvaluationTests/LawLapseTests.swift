import Evaluation
import RulePacks
import TestSupport
import Testing

/// Law that ends without a known successor is told three months before, and as long as it lasts.
@Suite struct LawLapseTests {
  /// The act of test rules ends on 2030-12-31.
  private func lapses(_ lines: String, asOf day: String) throws -> [String] {
    let rule = TestRules.rule(requires: "whole", lines: lines)
    let result = try TestRules.result(rule, asOf: try #require(Day(day)))
    return result.lapses.map { lapse in
      "\(lapse.act.id) \(lapse.lastDay) \(lapse.isWholeAct ? "act" : "rule") \(lapse.rules)"
    }
  }

  private static let days: [(lines: String, day: String, lapses: [String])] = [
    ("", "2030-09-30", []),
    ("", "2030-10-01", ["act-1 2030-12-31 act [\"T-1\"]"]),
    ("", "2030-12-31", ["act-1 2030-12-31 act [\"T-1\"]"]),
    ("", "2031-01-01", ["act-1 2030-12-31 act [\"T-1\"]"]),
    ("  effective: { until: 2026-12-31 }", "2026-09-30", []),
    ("  effective: { until: 2026-12-31 }", "2026-10-01", ["act-1 2026-12-31 rule [\"T-1\"]"]),
    ("  effective: { until: 2026-12-31 }", "2026-12-31", ["act-1 2026-12-31 rule [\"T-1\"]"]),
    ("  effective: { until: 2026-12-31 }", "2027-01-01", []),
  ]

  @Test func `an end is told by the day`() throws {
    for (lines, day, wanted) in Self.days {
      #expect(try lapses(lines, asOf: day) == wanted, "\(lines) \(day)")
    }
  }

  @Test func `a rule that another one on its topic follows is not told of`() throws {
    let first = TestRules.rule(requires: "whole", lines: "  effective: { until: 2026-12-31 }")
    let second = TestRules.rule(
      requires: "whole", lines: "  effective: { from: 2027-01-01, until: 2030-12-31 }", id: "T-2")
    let rules = first + second.dropFirst(7)
    let result = try TestRules.result(rules, asOf: try #require(Day("2026-12-01")))
    #expect(result.lapses.isEmpty)
  }
}
