import CEL
import Testing

/// The small changes by which examples are tried.
@Suite struct MutationTests {
  private func program(_ text: String) throws -> Program {
    try Sample.environment.compile(text).get()
  }

  private func changes(_ text: String) throws -> [String] {
    try program(text).mutations(leavingNamesOf: ["registered"]).map(\.description)
  }

  private static let expressions: [(text: String, changes: [String])] = [
    (
      "count > 3",
      [
        "with `>=` in place of `>`", "with `<=` in place of `>`", "with `2` in place of `3`",
        "with `4` in place of `3`",
      ]
    ),
    (
      "strength <= 2.25",
      [
        "with `<` in place of `<=`", "with `>` in place of `<=`", "with `2.24` in place of `2.25`",
        "with `2.26` in place of `2.25`",
      ]
    ),
    ("name == \"a\"", ["with `!=` in place of `==`", "with another text than `\"a\"`"]),
    (
      "today == timestamp(\"2026-03-01T00:00:00Z\")",
      ["with `!=` in place of `==`", "with another text than `\"2026-03-01T00:00:00Z\"`"]
    ),
    (
      "name == \"2026-03-01\"",
      [
        "with `!=` in place of `==`", "with `\"2026-02-28\"` in place of `\"2026-03-01\"`",
        "with `\"2026-03-02\"` in place of `\"2026-03-01\"`",
      ]
    ),
    (
      "sterile && count in [1, 2]",
      [
        "without `sterile`", "with `||` in place of `&&`", "without `count in [1, 2]`",
        "with `in` turned round",
        "without `1`", "without `2`",
      ]
    ),
    ("parts.all(p, p.active)", ["with `exists` in place of `all`"]),
    (
      "size(parts) > 0",
      ["with `>=` in place of `>`", "with `<=` in place of `>`", "with `1` in place of `0`"]
    ),
    ("parts.filter(p, has(p.code))", ["without the filter"]),
    (
      "has(maker.code) || sterile",
      [
        "without `has(maker.code)`", "with `true` in place of `has(maker.code)`",
        "with `&&` in place of `||`",
        "without `sterile`",
      ]
    ),
    ("!sterile", ["without `!`"]),
    (
      "!(count == 1)",
      ["with `!=` in place of `==`", "with `0` in place of `1`", "with `2` in place of `1`"]
    ),
    ("sterile == true", ["with `!=` in place of `==`"]),
    (
      "name in codes(\"known\")",
      ["with `in` turned round", "with something else than `codes(\"known\")`"]
    ),
    ("registered(\"GRLS\")", []),
    (
      "sterile ? count + 1 : count",
      [
        "with the two values of `?:` exchanged", "with `-` in place of `+`",
        "with `0` in place of `1`",
        "with `2` in place of `1`",
      ]
    ),
  ]

  @Test(arguments: expressions)
  func `an expression is changed in these ways`(text: String, changes: [String]) throws {
    #expect(try self.changes(text) == changes)
  }

  @Test(arguments: [
    ("count > 3", "with `>=` in place of `>`", "bool(false)", "bool(true)"),
    ("count == 3 && sterile", "without `sterile`", "bool(true)", "bool(true)"),
    ("count in [1, 3]", "without `3`", "bool(true)", "bool(false)"),
    ("count in [1, 3]", "with `in` turned round", "bool(true)", "bool(false)"),
    ("size(parts.filter(p, p.active))", "without the filter", "failed", "int(3)"),
    (
      "name in codes(\"known\")", "with something else than `codes(\"known\")`", "bool(false)",
      "bool(false)"
    ),
  ])
  func `a changed expression is compiled from its tree`(
    text: String, change: String, _: String, changed: String
  ) throws {
    let program = try program(text)
    let mutation = try #require(program.mutations().first { $0.description == change })
    let mutant = try #require(program.applying(mutation))
    #expect("\(try mutant.evaluate(Sample.variables).get())" == changed)
  }

  @Test func `a change that no type allows gives nothing`() throws {
    let program = try program("parts.all(p, p.active) ? count : 2")
    for mutation in program.mutations() {
      guard let mutant = program.applying(mutation) else { continue }
      #expect(mutant.type == program.type)
    }
  }
}
