import CEL
import Testing

/// Fields that may be absent, and expressions that read them as if they were there.
@Suite struct AbsenceWarningTests {
  private static let part = RecordType(
    name: "Part",
    fields: [
      RecordType.Field(name: "code", type: .string),
      RecordType.Field(name: "size", type: .int, mayBeAbsent: true),
      RecordType.Field(name: "maker", type: .record("Part"), mayBeAbsent: true),
    ])
  private static let thing = RecordType(
    name: "Thing",
    fields: [
      RecordType.Field(name: "count", type: .int, mayBeAbsent: true),
      RecordType.Field(name: "name", type: .string),
      RecordType.Field(name: "part", type: .record("Part")),
      RecordType.Field(name: "parts", type: .list(.record("Part"))),
    ])

  private static var environment: Environment {
    var environment = Environment()
    environment.declare(record: part)
    environment.declare(scope: thing)
    environment.declare(variable: "self", type: .record("Thing"))
    return environment
  }

  private static let expressions: [(text: String, fields: [String])] = [
    ("name == 'a'", []),
    ("count == 1", ["count"]),
    ("self.count == 1", ["count"]),
    ("part.code == 'a'", []),
    ("part.size == 1", ["size"]),
    ("part.size == 1 && part.size < 3", ["size"]),
    ("part.maker.size == 1", ["size"]),
    ("part.maker.code == 'a'", ["maker"]),
    ("has(part.size)", []),
    ("has(part.maker.size)", []),
    ("has(part.size) && part.size > 1", []),
    ("part.size > 1 && has(part.size)", []),
    ("!has(part.size) || part.size > 1", []),
    ("has(part.size) || part.size > 1", ["size"]),
    ("!has(part.size) && part.size > 1", ["size"]),
    ("has(part.size) ? part.size > 1 : name == 'a'", []),
    ("has(part.size) ? name == 'a' : part.size > 1", ["size"]),
    ("has(part.maker.size) && part.maker.code == 'a'", []),
    ("has(part.maker) && part.maker.size == 1", ["size"]),
    ("has(self.count) && count > 1", []),
    ("has(part.size) && (part.size > 1 || part.size < 0)", []),
    ("(has(part.size) || name == 'a') && part.size > 1", ["size"]),
    ("part.?size.orValue(0) > 1", []),
    ("part.?maker.code.orValue('') == 'a'", []),
    ("parts.all(p, p.size > 1)", ["size"]),
    ("parts.all(p, !has(p.size) || p.size > 1)", []),
    ("parts.filter(p, has(p.size)).all(q, q.size > 1)", []),
    ("parts.filter(p, p.code == 'a').all(q, q.size > 1)", ["size"]),
    (
      "parts.filter(p, has(p.size) && has(p.maker)).filter(q, q.size > 1).all(r, r.maker.code == 'a')",
      []
    ),
    ("parts.map(p, has(p.size), p.size).size() > 0", []),
    ("has(part.size) && parts.all(p, p.size > part.size)", ["size"]),
    ("[part.size] == [1]", ["size"]),
    ("cel.bind(s, part.size, s > 1)", ["size"]),
  ]

  @Test(arguments: expressions)
  func `a field that nobody asked for is told`(text: String, fields: [String]) throws {
    let warnings = try Self.environment.compile(text).get().warnings
    let told = warnings.map {
      String(decoding: Array(text.utf8)[$0.range.lower..<$0.range.upper], as: UTF8.self)
    }
    #expect(told == fields)
    #expect(warnings.allSatisfy { $0.severity == .warning })
  }

  @Test func `what a condition has asked for is there`() throws {
    let condition = try Self.environment.compile("has(part.size) && part.maker.code == 'a'").get()
    let program = try Self.environment.compile("part.size > 1 && part.maker.size > 1").get()
    #expect(program.warnings.count == 2)
    let rest = program.warnings(given: [condition], elementsOf: [])
    #expect(rest.map(\.range) == [SourceRange(lower: 28, upper: 32)])
  }

  @Test func `elements of a filtered list have what it was filtered by`() throws {
    let list = try Self.environment.compile("parts.filter(p, has(p.size))").get()
    var inner = Self.environment
    inner.declare(variable: "element", type: .record("Part"))
    let program = try inner.compile("element.size > 1").get()
    #expect(program.warnings.count == 1)
    #expect(program.warnings(given: [], elementsOf: [list]) == [])
  }
}
