import Evaluation
import RulePacks
import TestSupport
import Testing

/// Fingerprints stay what they are when a file is put in another order or written another way.
@Suite struct FingerprintTests {
  private static let rule = TestRules.rule(
    requires: "part.size >= 10.0", lines: "  for: { part: parts }")

  private static let head = """
    kind: thing
    name: a
    size: 4
    submission: { date: 2026-11-20 }
    markets: [{ code: IR }]

    """

  private func fingerprints(_ parts: String) throws -> [String] {
    try findings(Self.head + "parts: \(parts)\n").map(\.fingerprint)
  }

  private func findings(_ sample: String, _ rule: String = rule) throws -> [Finding] {
    let day = try #require(Day("2026-11-20"))
    return try TestRules.result(rule, sample, asOf: day).findings
  }

  private static let pairs: [(name: String, before: String, after: String)] = [
    (
      "the list is put in another order", "[{ name: b, size: 2 }, { name: c, size: 3 }]",
      "[{ name: c, size: 3 }, { name: b, size: 2 }]"
    ),
    (
      "the file is written another way", "[{ name: b, size: 2 }, { name: c, size: 3 }]",
      "\n# the parts\n- size: 2.0\n  name: \"b\"\n- size: 3\n  name: 'c'"
    ),
    (
      "another value of a named element changes", "[{ name: b, size: 2 }]", "[{ name: b, size: 5 }]"
    ),
    (
      "elements without a name are put in another order", "[{ size: 2 }, { size: 3 }]",
      "[{ size: 3 }, { size: 2 }]"
    ),
    (
      "elements of the same name are put in another order",
      "[{ name: b, size: 2 }, { name: b, size: 3 }]",
      "[{ name: b, size: 3 }, { name: b, size: 2 }]"
    ),
    (
      "equal elements are put in another order", "[{ size: 2 }, { size: 2 }]",
      "[{ size: 2 }, { size: 2 }]"
    ),
  ]

  @Test(arguments: pairs)
  func `fingerprints stay when`(name: String, before: String, after: String) throws {
    let old = try fingerprints(before)
    #expect(Set(old) == Set(try fingerprints(after)), "\(name)")
    #expect(Set(old).count == old.count, "\(name)")
  }

  @Test(arguments: [
    ("[{ name: b, size: 2 }]", "[{ name: c, size: 2 }]"), ("[{ size: 2 }]", "[{ size: 3 }]"),
    ("[{ size: 2 }]", "[{ name: b, size: 2 }]"),
  ])
  func `another element has another fingerprint`(one: String, other: String) throws {
    #expect(try fingerprints(one) != fingerprints(other))
  }

  @Test func `an element keeps its fingerprint when others come or go`() throws {
    let few = try fingerprints("[{ name: b, size: 2 }]")
    let many = try fingerprints("[{ name: z, size: 1 }, { name: b, size: 2 }]")
    #expect(few.allSatisfy(many.contains))
    #expect(many.count == 2)
  }

  @Test func `what is about the whole keeps its fingerprint whatever its values`() throws {
    let rule = TestRules.rule(requires: "size >= 10.0")
    let old = try findings(TestRules.sample, rule).map(\.fingerprint)
    let new = try findings(TestRules.sample.replacing("size: 4", with: "size: 5"), rule)
    #expect(old.count == 1)
    #expect(old == new.map(\.fingerprint))
  }

  @Test func `rules are told apart`() throws {
    let one = try findings(TestRules.sample, TestRules.rule(requires: "size >= 10.0"))
    let other = try findings(TestRules.sample, TestRules.rule(requires: "size >= 10.0", id: "T-2"))
    #expect(one.map(\.fingerprint) != other.map(\.fingerprint))
  }

  @Test func `a fingerprint is the recorded one, so that those kept elsewhere stay true`() throws {
    #expect(
      try fingerprints("[{ name: b, size: 2 }]") == ["18a6ebf73937b8b5409f7b785bce74e1"])
  }
}
