import CEL
import Testing

/// What a host sets: containers, time zones, evaluation without a check.
@Suite struct EnvironmentTests {
  private func shown(_ result: Result<Program, Issues>, _ values: [Value]) -> String {
    switch result {
    case .failure(let issues): "refused: \(issues.list.first?.message ?? "")"
    case .success(let program):
      switch program.evaluate(values) {
      case .success(let value): "\(value)"
      case .failure(let error): "failed: \(error.message)"
      }
    }
  }

  static let names: [(String, String)] = [
    ("c", "int(1)"), (".c", "int(4)"), ("b.c", "int(2)"), (".a.c", "int(3)"),
    ("[9].all(c, c == 9)", "bool(true)"), ("[9].all(c, .c == 4)", "bool(true)"),
    ("double(c)", "double(10.0)"), (".double(c)", "double(1.0)"), ("b.f()", "int(7)"),
    ("[1].map(b, b)[0]", "int(1)"),
  ]

  @Test(arguments: names)
  func `names are looked for from the innermost container outwards`(
    _ text: String, _ expected: String
  ) {
    var environment = Environment()
    environment.container = "a.b"
    for name in ["a.b.c", "a.b.b.c", "a.c", "c"] { environment.declare(variable: name, type: .int) }
    environment.declare(
      function: Function("a.double", [.int], .double) { _ throws(EvaluationError) in .double(10) })
    environment.declare(
      function: Function("a.b.f", [], .int) { _ throws(EvaluationError) in .int(7) })
    let values: [Value] = [.int(1), .int(2), .int(3), .int(4)]
    #expect(shown(environment.compile(text), values) == expected)
  }

  @Test func `a name that is declared whole is no field of another`() {
    var environment = Environment()
    environment.declare(variable: "a", type: .map(.string, .int))
    environment.declare(variable: "a.b", type: .int)
    let values: [Value] = [.map(MapValue([(key: .string("b"), value: .int(1))])), .int(2)]
    #expect(shown(environment.compile("a.b"), values) == "int(2)")
    #expect(shown(environment.compile("a['b']"), values) == "int(1)")
  }

  static let unchecked: [(String, String)] = [
    ("1 + 'a'", "failed: No such overload: + of int, string"),
    ("x", "failed: Unknown name \"x\""), ("f(1)", "failed: Unknown function \"f\""),
    ("true || x", "bool(true)"), ("false ? f() : 1", "int(1)"), ("[1, 'a'].size()", "int(2)"),
    ("1.a", "failed: An int has no fields"), ("1 &&", "refused: "), ("n.a", "failed: "),
    ("[1].exists(v, v.missing || true)", "bool(true)"), ("math.abs('a')", "failed: No such"),
    ("size(1, 2)", "failed: Unknown function"), ("Foo{a: 1}", "failed: Unknown message type"),
  ]

  @Test(arguments: unchecked)
  func `without a check, what is wrong is told when it is reached`(
    _ text: String, _ expected: String
  ) {
    var environment = Environment()
    environment.declare(variable: "n", type: .int)
    #expect(shown(environment.compile(unchecked: text), [.int(1)]).hasPrefix(expected))
  }

  @Test(arguments: [
    ("(count > 0 ? dyn(maker) : 1).code", "string(\"A\")"),
    ("[maker, name][0].code", "string(\"A\")"), ("(sterile ? maker : name).code", "string(\"A\")"),
    ("parts.all(p, p.code != '')", "bool(true)"), ("name.code", "failed: A string has no fields"),
    ("maker.sterile", "failed: No such field: sterile"),
  ])
  func `without a check, the fields of records are found by their names`(
    _ text: String, _ expected: String
  ) {
    let program = Sample.environment.compile(unchecked: text)
    #expect(shown(program, Sample.variables) == expected)
  }

  @Test func `named time zones come from the host`() {
    let text = "timestamp('2026-01-01T00:00:00Z').getHours('Mars/Olympus')"
    #expect(shown(Environment().compile(text), []).hasPrefix("failed: Unknown time zone"))
    var environment = Environment()
    environment.declare(timeZones: { name, _ in name == "Mars/Olympus" ? 5400 : nil })
    #expect(shown(environment.compile(text), []) == "int(1)")
    let offset = "timestamp('2026-01-01T00:00:00Z').getHours('+03:30')"
    #expect(shown(environment.compile(offset), []) == "int(3)")
    let unknown = "timestamp('2026-01-01T00:00:00Z').getHours('Mars/Hellas')"
    #expect(shown(environment.compile(unknown), []).hasPrefix("failed: Unknown time zone"))
  }

  @Test func `a host's function stands in place of one that takes the same`() {
    var environment = Environment()
    environment.declare(
      function: Function("math.abs", [.int], .int) { _ throws(EvaluationError) in .int(99) })
    #expect(shown(environment.compile("math.abs(1)"), []) == "int(99)")
    #expect(shown(environment.compile("math.abs(-1.0)"), []) == "double(1.0)")
  }
}
