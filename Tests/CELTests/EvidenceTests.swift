import CEL
import Testing

@Suite struct EvidenceTests {
  static let reads: [(String, [String])] = [
    ("1 == 1", []),
    ("count == 3", ["count"]),
    ("count == 3 && count > 1", ["count"]),
    ("count == 3 && sterile", ["count", "sterile"]),
    ("count == 4 && sterile", ["count"]),
    ("sterile && count == 4", ["count"]),
    ("count == 3 || sterile", ["count"]),
    ("count == 4 || sterile", ["sterile"]),
    ("count == 4 || !sterile", ["count", "sterile"]),
    ("missing && sterile", ["!missing", "sterile"]),
    ("missing || sterile", ["sterile"]),
    ("sterile ? count == 3 : strength > 1.0", ["sterile", "count"]),
    ("has(maker.code)", ["1.code"]),
    ("has(maker.lost)", ["!1.lost"]),
    ("maker.code == 'A'", ["1.code"]),
    ("parts.exists(p, p.code == 'B')", ["2.code"]),
    ("parts.all(p, p.active)", ["2.active"]),
    ("parts.all(p, p.code < 'B')", ["2.code"]),
    ("parts.all(p, p.code < 'X')", ["parts", "1.code", "2.code", "3.code"]),
    ("parts.exists(p, p.code == 'X')", ["parts", "1.code", "2.code", "3.code"]),
    ("parts.all(p, true)", ["parts"]),
    ("parts.exists(p, count == 3)", ["count"]),
    ("maker.?code.hasValue()", ["1.code"]),
    ("maker.?lost.hasValue()", ["!1.lost"]),
  ]

  @Test(arguments: reads)
  func `the fields that decided are noted`(_ text: String, _ expected: [String]) {
    #expect(Sample.reads(text) == expected)
  }

  @Test(arguments: reads)
  func `noting does not change the value`(_ text: String, _ expected: [String]) throws {
    let program = try Sample.environment.compile(text).get()
    var reads: [FieldRead] = []
    #expect(
      program.evaluate(Sample.variables) == program.evaluate(Sample.variables, noting: &reads))
  }
}
