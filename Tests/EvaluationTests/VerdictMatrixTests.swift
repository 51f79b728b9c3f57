import Diagnostics
import Evaluation
import RulePacks
import TestSupport
import Testing

/// What each market says, topic by topic.
@Suite struct VerdictMatrixTests {
  private func rule(
    _ requires: String, _ topic: String, _ lines: String = "", severity: String = "error"
  ) -> String {
    TestRules.rule(requires: "'\(requires)'", lines: lines, id: "ID", severity: severity)
      .replacing("rules:\n", with: "").replacing("topic: t", with: "topic: \(topic)")
  }

  private func matrix(_ left: [String], _ right: [String]) throws -> VerdictMatrix {
    let library = try TestRules.library(TestRules.markets(base: [], left, right))
    let day = try #require(Day("2026-11-20"))
    return VerdictMatrix(
      try ["IR", "RU"].map { try TestRules.result(library, asOf: day, market: $0) })
  }

  @Test func `a cell has the verdict that weighs most and the severity of who gave it`() throws {
    let matrix = try matrix(
      [rule("whole", "a"), rule("size > 9", "a", severity: "warning"), rule("size > 9", "b")],
      [rule("whole", "a"), rule("registered(\"GRLS\", name)", "b")])
    let rows = Dictionary(uniqueKeysWithValues: matrix.rows.map { ($0.topic, $0.cells) })
    #expect(rows["a"]?.map { $0?.worst } == [.fails, .passes])
    #expect(rows["a"]?.first??.severity == .warning)
    #expect(rows["a"]?.first??.counts[.passes] == 1)
    #expect(rows["b"]?.map { $0?.worst } == [.fails, .undecided])
    #expect(rows["b"]?.first??.severity == .error)
  }

  @Test func `a market without a rule on a topic has no cell`() throws {
    let matrix = try matrix([rule("whole", "a")], [rule("whole", "b")])
    #expect(matrix.markets == ["IR", "RU"])
    #expect(matrix.rows.map(\.topic) == ["a", "b"])
    #expect(matrix.rows.map { $0.cells.map { $0 == nil } } == [[false, true], [true, false]])
  }

  @Test func `the gravest topics come first, then those of one verdict by name`() throws {
    let matrix = try matrix(
      [
        rule("whole", "passes-b"), rule("whole", "passes-a"),
        rule("whole", "not", "  applies: size > 9"), rule("size > 9", "fails"),
        rule("1 / 0 == 1", "error"), rule("registered(\"GRLS\", name)", "undecided"),
      ], [rule("whole", "not"), rule("whole", "fails")])
    #expect(
      matrix.rows.map(\.topic)
        == ["error", "fails", "undecided", "not", "passes-a", "passes-b"])
    #expect(matrix.rows.map(\.worst) == [.error, .fails, .undecided, .passes, .passes, .passes])
  }

  @Test func `every verdict of the rules in force is counted in one cell`() throws {
    let upcoming = rule("whole", "later", "  effective: { from: 2027-01-01, until: 2030-12-31 }")
    let matrix = try matrix(
      [rule("part.size > 2", "a", "  for: { part: parts }"), rule("whole", "a"), upcoming], [])
    #expect(matrix.rows.map(\.topic) == ["a"])
    #expect(matrix.rows.first?.cells.first??.counts.total == 3)
    #expect(matrix.rows.first?.cells.first??.outcomes.map(\.rule.id) == ["L-0", "L-1"])
  }
}
