import RulePacks
import TestSupport
import Testing

/// What two markets ask, laid side by side.
@Suite struct MarketComparisonTests {
  typealias Relation = MarketComparison.Relation

  @Test(arguments: [
    ("size >= 3", "size >= 3", Relation.shared),
    ("size >= 3", "!(size < 3)", .shared),
    ("size >= 3 && whole", "whole && size >= 3", .shared),
    ("size >= 5", "size >= 3", .leftStricter),
    ("size >= parameter(\"least-size\")", "size > 3", .rightStricter),
    ("whole && size >= 3", "whole", .leftStricter),
    ("name in [\"a\"]", "name in [\"a\", \"b\"]", .leftStricter),
    ("parts.exists(p, p.size >= 2)", "parts.exists(q, q.size >= 3)", .rightStricter),
    ("size < 3", "size > 5", .conflict),
    ("name == \"a\"", "name == \"b\"", .conflict),
    ("whole", "size > 3", .notComparable),
    ("size >= 3 && whole", "size >= 5", .notComparable),
  ])
  func `requirements of one topic are compared`(
    left: String, right: String, relation: Relation
  ) throws {
    #expect(try topic([rule(left)], [rule(right)]).relation == relation)
    #expect(try topic([rule(right)], [rule(left)]).relation == relation.mirrored)
  }

  @Test(arguments: [
    ("market.code == \"IR\"", "market.code == \"RU\""),
    ("markets.exists(m, m.code == \"IR\")", "markets.exists(m, m.code == market.code)"),
    ("name in [\"IR\"]", "name == \"RU\""),
  ])
  func `what a market asks of its own things is shared`(left: String, right: String) throws {
    #expect(try topic([rule(left)], [rule(right)]).relation == .shared)
  }

  @Test func `what each market asks of its own things is in no conflict`() throws {
    let (left, right) = (
      "markets.all(m, m.code != \"IR\" || name == \"a\")",
      "markets.all(m, m.code != \"RU\" || name == \"b\")"
    )
    #expect(try topic([rule(left)], [rule(right)]).relation == .notComparable)
    let own = ("for: { m: 'markets.filter(k, k.code == \"IR\")' }", "name == \"a\"")
    let other = ("for: { m: 'markets.filter(k, k.code == \"RU\")' }", "name == \"b\"")
    #expect(
      try topic([rule(own.1, own.0)], [rule(other.1, other.0)]).relation == .notComparable)
  }

  @Test(arguments: [
    ("applies: whole", "applies: whole", Relation.leftStricter),
    ("kinds: [thing]", "applies: whole", .leftStricter),
    ("applies: whole", "kinds: [thing]", .notComparable),
    ("for: { p: parts }", "for: { q: parts }", .leftStricter),
    ("for: { p: parts }", "for: { q: 'parts.filter(r, r.size > 1)' }", .leftStricter),
    ("for: { p: 'parts.filter(r, r.size > 1)' }", "for: { q: parts }", .notComparable),
  ])
  func `a rule is stricter only where it asks wherever the other asks`(
    left: String, right: String, relation: Relation
  ) throws {
    let topic = try topic([rule("size >= 5", left)], [rule("size >= 3", right)])
    #expect(topic.relation == relation)
  }

  @Test func `a topic of one market is only there, and so is one that a market has besides`() throws
  {
    #expect(try topic([rule("whole")], []).relation == .onlyLeft)
    #expect(try topic([], [rule("whole")]).relation == .onlyRight)
  }

  @Test func `several rules are as strict as all of them together`() throws {
    let (size, whole) = (rule("size >= 5"), rule("whole"))
    #expect(try topic([size, whole], [rule("size >= 3")]).relation == .leftStricter)
    #expect(try topic([size, whole], [rule("whole"), rule("size >= 5")]).relation == .shared)
    #expect(try topic([size, whole], [rule("name == \"a\"")]).relation == .notComparable)
  }

  @Test func `the same value bounded in different ways is told`() throws {
    let topic = try topic(
      [rule("parts.exists(p, p.size >= 3 && p.name == \"a\")")],
      [rule("parts.exists(p, p.size >= 2 && p.name == \"a\")")])
    let difference = try #require(topic.differences.first)
    #expect(topic.differences.count == 1)
    #expect(difference.subject == "parts[].size")
    #expect((difference.left, difference.right) == (">= 3", ">= 2"))
  }

  @Test func `rules of a pack that both extend are common`() throws {
    let comparison = try comparison(base: [rule("whole")], [], [rule("size >= 3", "", topic: "u")])
    #expect(comparison.topics.map(\.name) == ["t", "u"])
    #expect(comparison.topics.map(\.relation) == [.shared, .onlyRight])
    #expect(comparison.topics[0].common.map(\.rule.id) == ["B-0"])
    let more = try self.comparison(base: [rule("whole")], [rule("size >= 3")], [])
    #expect(more.topics.map(\.relation) == [.leftStricter])
  }

  @Test func `a rule that only a person can judge is not compared`() throws {
    let byHand = rule("true").replacing("decidable: automatic", with: "decidable: by-hand")
      .replacing("  requires: 'true'\n", with: "")
      .replacing("passes: [{}]", with: "undecided: [{}]")
      .replacing("    fails: [{ set: { /size: 1 }, at: /size }]\n", with: "")
    #expect(try topic([byHand], [rule("whole")]).relation == .notComparable)
  }

  @Test func `only rules in force on the day are compared`() throws {
    let upcoming = rule("whole", "effective: { from: 2027-01-01, until: 2030-12-31 }")
    #expect(try comparison([upcoming], []).topics.isEmpty)
  }

  // MARK: Made-up markets

  private func rule(_ requires: String, _ line: String = "", topic: String = "t") -> String {
    TestRules.rule(requires: "'\(requires)'", lines: line.isEmpty ? "" : "  \(line)", id: "ID")
      .replacing("rules:\n", with: "").replacing("topic: t", with: "topic: \(topic)")
  }

  private func topic(_ left: [String], _ right: [String]) throws -> MarketComparison.Topic {
    try #require(try comparison(left, right).topics.first)
  }

  private func comparison(
    base: [String] = [], _ left: [String], _ right: [String]
  ) throws -> MarketComparison {
    let library = try TestRules.library(TestRules.markets(base: base, left, right))
    let day = try #require(Day("2026-11-20"))
    let schema = try #require(library.schemas.first)
    var compiler = RuleCompiler(library)
    let packs = try ["IR", "RU"].map { market in
      try #require(compiler.pack(market: market, schema: schema, asOf: day).compiled)
    }
    return MarketComparison(packs[0], packs[1], asOf: day)
  }
}

extension MarketComparison.Relation {
  fileprivate var mirrored: Self {
    switch self {
    case .leftStricter: .rightStricter
    case .rightStricter: .leftStricter
    case .onlyLeft: .onlyRight
    case .onlyRight: .onlyLeft
    case .conflict, .shared, .notComparable: self
    }
  }
}
