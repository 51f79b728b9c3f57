import Evaluation
import RulePacks
import TestSupport
import Testing

/// A rule that asks for too much work ends with an error that names it, and the others are judged.
@Suite struct LimitVerdictTests {
  /// Six loops over twelve elements, one in another: three million elements.
  private static let nested = (0..<6).reduce("x5") { inner, depth in
    "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(x\(5 - depth), \(inner))"
  }

  /// The name of the thing, forty times joined with itself: a million million characters.
  private static let doubled = (0..<40).reversed().reduce("t40.size() > 0") { inner, index in
    let last = index == 0 ? "name" : "t\(index)"
    return "cel.bind(t\(index + 1), \(last) + \(last), \(inner))"
  }

  static let costly: [(String, String)] = [
    ("six loops, one in another", "\(nested).size() > 0"), ("a text that doubles", doubled),
    ("a pattern for a very long text", "cel.bind(t, \(long), !t.matches('(a?){900}b'))"),
  ]

  private static let long = (0..<18).reduce("'aaaaaaaa'") { inner, _ in
    "[\(inner)].map(t, t + t)[0]"
  }

  @Test(arguments: costly)
  func `a costly rule is told as an error with its name`(
    _ name: String, _ expression: String
  ) throws {
    let day = try #require(Day("2026-11-20"))
    let rules =
      TestRules.rule(requires: "'\(expression.replacing("'", with: "''"))'", id: "T-9")
      + TestRules.rule(requires: "size > 3.0").split(separator: "\n").dropFirst()
      .joined(separator: "\n")
    let result = try TestRules.result(rules, asOf: day)
    #expect(result.findings.map(\.rule.id) == ["T-9"])
    #expect(
      result.findings.first?.verdict == .error("The evaluation takes more than 1000000 steps"))
    #expect(result.counts[.passes] == 1)
    #expect(result.conclusion == .undecided)
  }
}
