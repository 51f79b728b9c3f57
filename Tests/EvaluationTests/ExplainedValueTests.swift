import Evaluation
import RulePacks
import TestSupport
import Testing

/// What of a rule's expression decided a verdict, with the fields and elements in the submission.
@Suite struct ExplainedValueTests {
  private static let explained: [(requires: String, parts: [String])] = [
    ("size >= 5", ["size >= 5 = false /size", "size = 4 /size"]),
    ("whole && size >= 5", ["size >= 5 = false /size", "size = 4 /size"]),
    (
      "size >= parameter(\"least-size\") + 2.0",
      [
        "size >= parameter(\"least-size\") + 2.0 = false /size", "size = 4 /size",
        "parameter(\"least-size\") + 2.0 = 5", "parameter(\"least-size\") = 3",
      ]
    ),
    (
      "parts.all(p, p.size > 2)",
      [
        "parts.all(p, p.size > 2) = false /parts/0/size", "parts = 2 entries /parts",
        "p = 2 entries /parts/0", "p.size > 2 = false /parts/0/size @/parts/0",
        "p.size = 2 /parts/0/size @/parts/0",
      ]
    ),
    (
      "parts.map(p, p.name).exists(n, n == \"d\")",
      [
        "parts.map(p, p.name).exists(n, n == \"d\") = false /parts /parts/0/name /parts/1/name",
        "parts.map(p, p.name) = \"b, c\" /parts /parts/0/name /parts/1/name",
        "parts = 2 entries /parts", "n = \"b\" [0]", "n == \"d\" = false @[0]", "n = \"c\" [1]",
        "n == \"d\" = false @[1]",
      ]
    ),
    (
      "made > submission.date",
      [
        "made > submission.date = false /made /submission/date", "made = \"2026-01-01\" /made",
        "submission.date = \"2026-11-20\" /submission/date",
      ]
    ),
    (
      "market.code == \"RU\"",
      [
        "market.code == \"RU\" = false /markets/0/code", "market.code = \"IR\" /markets/0/code",
      ]
    ),
    ("1 / 0 == 1", ["1 / 0 = Division by zero"]),
    (
      "registered(\"GRLS\", name)",
      [
        "registered(\"GRLS\", name) = It cannot be known without GRLS /name", "name = \"a\" /name",
      ]
    ),
  ]

  @Test(arguments: explained)
  func `a finding tells the parts that decided`(requires: String, parts: [String]) throws {
    let rules = TestRules.rule(requires: "'\(requires)'")
    let day = try #require(Day("2026-11-20"))
    let finding = try #require(try TestRules.result(rules, asOf: day).findings.first)
    #expect(finding.explanation.map(\.shown) == parts)
  }

  @Test func `what is missing is all that decided an open question`() throws {
    let sample = TestRules.sample.replacing("size: 4\n", with: "")
    let day = try #require(Day("2026-11-20"))
    let rules = TestRules.rule(requires: "size > 1 && whole")
    let finding = try #require(try TestRules.result(rules, sample, asOf: day).findings.first)
    #expect(finding.explanation.map(\.shown) == ["size = absent /size"])
  }

  @Test func `an expression over several lines is told on one`() throws {
    let folded = "|-\n    size >= 5\n      || size < 0"
    let day = try #require(Day("2026-11-20"))
    let rules = TestRules.rule(requires: folded)
    let finding = try #require(try TestRules.result(rules, asOf: day).findings.first)
    #expect(finding.explanation.map(\.expression) == ["size >= 5", "size", "size < 0", "size"])
  }
}

extension ExplainedValue {
  /// The part, its value, the fields that it read and, behind `@`, its element.
  fileprivate var shown: String {
    let about = fields + (role == .element ? [] : element.map { ["@\($0)"] } ?? [])
    return (["\(expression) = \(result)"] + about).joined(separator: " ")
  }

  private var result: String {
    switch outcome {
    case .failed(let message): message
    case .value(.absent): "absent"
    case .value(.text(let text)): "\"\(text)\""
    case .value(.number(let number)): number == number.rounded() ? "\(Int(number))" : "\(number)"
    case .value(.integer(let number)): "\(number)"
    case .value(.boolean(let truth)): "\(truth)"
    case .value(.entries(let count)): "\(count) entries"
    }
  }
}
