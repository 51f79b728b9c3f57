import CEL
import Testing

@Suite struct ExplanationTests {
  /// Each part that decided as `text = value`, an element's with its position.
  static let explained: [(String, [String])] = [
    ("true", []),
    ("count", ["count = 3"]),
    ("count == 4", ["count == 4 = false", "count = 3"]),
    ("sterile && count == 4", ["count == 4 = false", "count = 3"]),
    ("count == 4 && sterile", ["count == 4 = false", "count = 3"]),
    ("count == 4 || sterile", ["sterile = true"]),
    ("count == 4 || !sterile", ["count == 4 = false", "count = 3", "sterile = true"]),
    ("missing && sterile", ["missing = absent"]),
    ("sterile && missing", ["missing = absent"]),
    ("missing && count == 4", ["count == 4 = false", "count = 3"]),
    ("1 / 0 == 1 && missing", ["1 / 0 = failed"]),
    ("missing && registered(name)", ["registered(name) = unknown", "name = \"قرص\""]),
    ("sterile ? count == 4 : missing", ["sterile = true", "count == 4 = false", "count = 3"]),
    ("!sterile ? missing : count > 2", ["sterile = true", "count > 2 = true", "count = 3"]),
    ("missing ? 1 : 2", ["missing = absent"]),
    (
      "(count + 1) * 2 > 9",
      [
        "(count + 1) * 2 > 9 = false", "(count + 1) * 2 = 8", "count + 1 = 4", "count = 3",
      ]
    ),
    ("name.startsWith('x')", ["name.startsWith('x') = false", "name = \"قرص\""]),
    ("name in ['a', 'b']", ["name in ['a', 'b'] = false", "name = \"قرص\""]),
    (
      "count in [1, count + 1]",
      [
        "count in [1, count + 1] = false", "count = 3", "count + 1 = 4", "count = 3",
      ]
    ),
    (
      "name in codes('known')",
      [
        "name in codes('known') = false", "name = \"قرص\"", "codes('known') = [\"a\"]",
      ]
    ),
    ("has(maker.code)", ["has(maker.code) = true"]),
    ("maker.code == 'B'", ["maker.code == 'B' = false", "maker.code = \"A\""]),
    ("maker.lost.code == 'B'", ["maker.lost = absent"]),
    ("parts[1].code", ["parts[1].code = \"B\""]),
    (
      "parts[count - 1].code",
      [
        "parts[count - 1].code = \"C\"", "parts[count - 1] = Part", "count - 1 = 2", "count = 3",
      ]
    ),
    ("parts[count].code", ["parts[count] = failed", "parts = [Part, Part, Part]", "count = 3"]),
    (
      "maker.?lost.?code.orValue('x')",
      [
        "maker.?lost.?code.orValue('x') = \"x\"", "maker.?lost.?code = optional.none()",
        "maker.?lost = optional.none()",
      ]
    ),
    ("type(count) == int", ["type(count) == int = true", "type(count) = int", "count = 3"]),
    ("math.greatest(count, 2)", ["math.greatest(count, 2) = 3", "count = 3"]),
    ("cel.bind(n, count, n > 3)", ["count = 3", "n > 3 = false", "n = 3"]),
    (
      "parts.all(p, p.active)",
      [
        "parts.all(p, p.active) = false", "parts = [Part, Part, Part]", "p = Part [p 1]",
        "p.active = false [p 1]",
      ]
    ),
    (
      "parts.exists(p, p.code == 'B' && p.code != '')",
      [
        "parts.exists(p, p.code == 'B' && p.code != '') = true", "parts = [Part, Part, Part]",
        "p = Part [p 1]", "p.code == 'B' = true [p 1]", "p.code = \"B\" [p 1]",
        "p.code != '' = true [p 1]", "p.code = \"B\" [p 1]",
      ]
    ),
    (
      "parts.exists(p, p.code == 'X')",
      [
        "parts.exists(p, p.code == 'X') = false", "parts = [Part, Part, Part]", "p = Part [p 0]",
        "p.code == 'X' = false [p 0]", "p.code = \"A\" [p 0]", "p = Part [p 1]",
        "p.code == 'X' = false [p 1]", "p.code = \"B\" [p 1]", "p = Part [p 2]",
        "p.code == 'X' = false [p 2]", "p.code = \"C\" [p 2]",
      ]
    ),
    (
      "[1, 2, 3, 4, 5].exists(n, n == 9)",
      [
        "[1, 2, 3, 4, 5].exists(n, n == 9) = false", "n = 1 [n 0]", "n == 9 = false [n 0]",
        "n = 2 [n 1]", "n == 9 = false [n 1]", "n = 3 [n 2]", "n == 9 = false [n 2]",
      ]
    ),
    (
      "[1, 2, 3, 4, 5].exists(n, n > 3 && n % 2 == 1 && n < 5)",
      [
        "[1, 2, 3, 4, 5].exists(n, n > 3 && n % 2 == 1 && n < 5) = false", "n = 1 [n 0]",
        "n > 3 = false [n 0]", "n = 3 [n 2]", "n > 3 = false [n 2]", "n = 4 [n 3]",
        "n % 2 == 1 = false [n 3]", "n % 2 = 0 [n 3]",
      ]
    ),
    (
      "[1, 2].exists_one(n, n > 0)",
      [
        "[1, 2].exists_one(n, n > 0) = false", "n = 1 [n 0]", "n > 0 = true [n 0]", "n = 2 [n 1]",
        "n > 0 = true [n 1]",
      ]
    ),
    (
      "[1, 0].all(n, 4 / n > 1)",
      [
        "[1, 0].all(n, 4 / n > 1) = failed", "n = 0 [n 1]", "4 / n = failed [n 1]",
      ]
    ),
    (
      "[1, 0].map(n, 4 / n)",
      [
        "[1, 0].map(n, 4 / n) = failed", "n = 0 [n 1]", "4 / n = failed [n 1]",
      ]
    ),
    (
      "parts.filter(p, p.active).size() == 0",
      [
        "parts.filter(p, p.active) = absent", "parts = [Part, Part, Part]", "p = Part [p 2]",
        "p.active = absent [p 2]",
      ]
    ),
    (
      "{'a': 1, 'b': 2}.all(k, v, v < 2)",
      [
        "{'a': 1, 'b': 2}.all(k, v, v < 2) = false", "v = 2 [v \"b\"]", "v < 2 = false [v \"b\"]",
      ]
    ),
    (
      "[[1], [2, 3]].all(l, l.all(n, n < 3))",
      [
        "[[1], [2, 3]].all(l, l.all(n, n < 3)) = false", "l = [2, 3] [l 1]",
        "l.all(n, n < 3) = false [l 1]", "n = 3 [l 1, n 1]", "n < 3 = false [l 1, n 1]",
      ]
    ),
    (
      "optional.of(count).optMap(n, n + 1) == optional.of(4)",
      [
        "optional.of(count).optMap(n, n + 1) == optional.of(4) = true",
        "optional.of(count).optMap(n, n + 1) = optional.of(4)",
        "optional.of(count) = optional.of(3)", "count = 3", "n + 1 = 4", "n = 3",
        "optional.of(4) = optional.of(4)",
      ]
    ),
  ]

  @Test(arguments: explained)
  func `the parts that decided are told`(_ text: String, _ expected: [String]) throws {
    let explanation = try Sample.environment.compile(text).get().explain(Sample.variables)
    #expect(explanation.isComplete)
    #expect(explanation.parts.map { Self.shown($0, in: text) } == expected)
  }

  private static func shown(_ part: Explanation.Part, in text: String) -> String {
    let value =
      switch part.outcome {
      case .success(let value): value.literal
      case .failure(let error): error.kindName
      }
    let elements = part.elements.map { "\($0.variable) \($0.position.literal)" }
    let about = elements.isEmpty ? "" : " [\(elements.joined(separator: ", "))]"
    return "\(part.text(in: Array(text.utf8))) = \(value)\(about)"
  }

  @Test(arguments: explained.map(\.0) + EvidenceTests.reads.map(\.0))
  func `an explanation does not change the value`(_ text: String) throws {
    let program = try Sample.environment.compile(text).get()
    let explanation = program.explain(Sample.variables)
    #expect(explanation.outcome == program.evaluate(Sample.variables))
    #expect(explanation.isComplete)
  }

  @Test func `a part has the fields that it read`() throws {
    let program = try Sample.environment.compile("maker.code + name == 'x'").get()
    let reads = program.explain(Sample.variables).parts.map { $0.reads.map(\.slot) }
    #expect(reads == [[0, 0], [0, 0], [0], [0]])
  }

  @Test func `the operator or the name stands for a part`() throws {
    let text = "parts.all(p, p.code < 'B') || size(name) > 9"
    let parts = try Sample.environment.compile(text).get().explain(Sample.variables).parts
    let anchors = parts.map {
      String(decoding: Array(text.utf8)[$0.anchor...].prefix(4), as: UTF8.self)
    }
    #expect(anchors == ["all(", "part", "p, p", "< 'B", "code", "> 9", "size", "name"])
  }

  @Test func `the deciding one of very many conditions is found`() throws {
    let text = String(repeating: "count == 3 && ", count: 500) + "count == 4"
    let explanation = try Sample.environment.compile(text).get().explain(Sample.variables)
    #expect(
      explanation.parts.map { Self.shown($0, in: text) } == ["count == 4 = false", "count = 3"])
  }

  @Test func `no more than 200 parts and three elements are told`() throws {
    let sum = "count" + String(repeating: " + count", count: 150) + " > 0"
    let parts = try Sample.environment.compile(sum).get().explain(Sample.variables).parts
    #expect(parts.count == 200)
    let text = "[1, 2, 3, 4, 5].exists(x, x > 9)"
    let elements = try Sample.environment.compile(text).get().explain(Sample.variables).parts
      .flatMap(\.elements)
    #expect(Set(elements.map(\.position)).count == 3)
  }

  @Test func `what takes very many steps is explained as a whole`() throws {
    let list = "[\((0..<100).map(String.init).joined(separator: ","))]"
    let text = "\(list).all(a, \(list).all(b, \(list).all(c, \(list).all(d, d >= 0)))) || true"
    let explanation = try Sample.environment.compile(text).get().explain(Sample.variables)
    #expect(explanation.outcome == .success(.bool(true)))
    #expect(explanation.parts.count <= 200)
  }

  @Test(arguments: [
    ("'a\"\\\\\\n'", #""a\"\\\n""#), ("b'a\\xff'", #"b"a\xff""#), ("1u", "1u"), ("1.0", "1.0"),
    ("[1, 'a']", #"[1, "a"]"#), ("{'a': null}", #"{"a": null}"#),
    ("duration('90s')", #"duration("90s")"#),
    ("timestamp('2026-01-01T00:00:00Z')", #"timestamp("2026-01-01T00:00:00Z")"#),
    ("optional.none()", "optional.none()"), ("-1.0 / 0.0", #"double("-Infinity")"#),
    ("type(1)", "int"),
  ])
  func `a value is written as an expression`(_ text: String, _ literal: String) throws {
    let value = try Environment().compile(text).get().evaluate([]).get()
    #expect(value.literal == literal)
    let again = try Environment().compile(literal).get().evaluate([]).get()
    #expect(again == value)
  }
}
