import CEL
import Testing

@Suite struct ErrorTests {
  static let values: [(String, String)] = [
    ("false && 1 / 0 == 1", "bool(false)"),
    ("1 / 0 == 1 && false", "bool(false)"),
    ("true || 1 / 0 == 1", "bool(true)"),
    ("1 / 0 == 1 || true", "bool(true)"),
    ("true && 1 / 0 == 1", "failed"),
    ("1 / 0 == 1 || false", "failed"),
    ("missing && false", "bool(false)"),
    ("missing && true", "absent"),
    ("missing || true", "bool(true)"),
    ("!missing", "absent"),
    ("missing ? 1 : 2", "absent"),
    ("true ? 1 : 1 / 0", "int(1)"),
    ("missing && registered('x')", "unknown"),
    ("registered('x') && 1 / 0 == 1", "failed"),
    ("registered('x') || true", "bool(true)"),
    ("registered('x')", "unknown"),
    ("[0, 1].exists(x, 1 / x == 1)", "bool(true)"),
    ("[0, 1].all(x, 1 / x == 7)", "bool(false)"),
    ("[0, 1].all(x, 1 / x == 1)", "failed"),
    ("[0, 1].exists_one(x, 1 / x == 1)", "failed"),
    ("parts.all(p, p.active)", "bool(false)"),
    ("parts.exists(p, p.active)", "bool(true)"),
    ("parts.filter(p, p.code == 'C').all(p, p.active)", "absent"),
    ("has(missing)", "refused: has() asks for a field, as in has(e.f)"),
    ("has(maker.code)", "bool(true)"),
    ("has(maker.lost)", "bool(false)"),
    ("has(maker.lost.code)", "bool(false)"),
    ("maker.lost.code == 'x'", "absent"),
    ("maker.?lost.code.hasValue()", "bool(false)"),
    ("maker.?lost.?code.hasValue()", "bool(false)"),
    ("maker.?lost.?code.orValue('none')", "string(\"none\")"),
    ("size(tags)", "int(0)"),
    ("tags.all(k, k == 'x')", "bool(true)"),
    ("'x' in tags", "bool(false)"),
    ("tags['x'] == 'y'", "failed"),
    ("[1][1]", "failed"),
    ("9223372036854775807 + 1", "failed"),
    ("-9223372036854775808 / -1", "failed"),
    ("-9223372036854775808 % -1", "failed"),
    ("1u - 2u", "failed"),
    ("int('x')", "failed"),
    ("timestamp('2026-02-30T00:00:00Z')", "failed"),
    ("int(1e300)", "failed"),
    ("'abc'.substring(2, 1)", "failed"),
    ("'abc'.charAt(-1)", "failed"),
    ("[1, 2].slice(1, 0)", "failed"),
    ("lists.range(-1)", "list([])"),
    ("dyn(1) + dyn('a')", "failed"),
  ]

  @Test(arguments: values)
  func `errors spread as CEL says`(_ text: String, _ expected: String) {
    #expect(Sample.shown(text) == expected)
  }

  @Test func `an error has its place in the expression`() throws {
    let program = try Sample.environment.compile("true && 1 / 0 == 1").get()
    guard case .failure(let error) = program.evaluate(Sample.variables) else {
      Testing.Issue.record("no error")
      return
    }
    #expect(error.range == SourceRange(lower: 8, upper: 13))
  }
}
