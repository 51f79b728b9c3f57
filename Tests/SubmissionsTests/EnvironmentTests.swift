import CEL
import Diagnostics
import Documents
import Submissions
import Testing

/// Expressions see a submission with the types of its schema.
@Suite struct EnvironmentTests {
  private static let yaml = """
    schema: thing/1
    mass: 2
    day: 2026-11-20
    parts:
      - ref: a
        sizes: [1, 2.5]
      - ref: b
    """

  private func environment(of schema: Schema) -> Environment {
    var environment = Environment()
    schema.declareRecords(in: &environment)
    environment.declare(variable: "it", type: .record(schema.root.name))
    return environment
  }

  private func submission() throws -> Submission {
    let schema = try TestFiles.schema(SubmissionReaderTests.schemaText)
    let (read, diagnostics) = SubmissionReader(schemas: [schema])
      .read(try TestFiles.document(Self.yaml))
    #expect(diagnostics.map(\.brief) == [])
    return try #require(read)
  }

  @Test(arguments: [
    "it.mass * 2.0 == 4.0", "it.day > timestamp('2026-01-01T00:00:00Z')",
    "it.parts.exists(part, part.ref == 'b')", "it.parts[0].sizes[1] == 2.5",
    "!has(it.name)", "!has(it.place.city)", "it.words.size() == 0", "!has(it.parts[1].box)",
    "it.schema == 'thing/1'", "it.parts[0] != it.parts[1]",
  ]) func `an expression reads a submission`(text: String) throws {
    let submission = try submission()
    let program = try environment(of: submission.schema).compile(text, expecting: .bool).get()
    guard case .bool(true) = try program.evaluate([.record(submission.root)]).get() else {
      Issue.record("\(text) is not true")
      return
    }
  }

  @Test(arguments: [
    "it.nmae == 'x'", "it.mass == 'x'", "it.parts.ref == 'a'", "it.ready == 'yes'",
    "it.day > '2026-01-01'", "it.name",
  ]) func `an expression that does not fit the schema is refused`(text: String) throws {
    let environment = environment(of: try submission().schema)
    #expect(throws: (any Error).self) { try environment.compile(text, expecting: .bool).get() }
  }

  @Test func `evidence leads back to the place`() throws {
    let submission = try submission()
    let program = try environment(of: submission.schema)
      .compile("it.parts.all(part, part.ref == 'a')", expecting: .bool).get()
    var reads: [FieldRead] = []
    _ = program.evaluate([.record(submission.root)], noting: &reads)
    #expect(reads.map { submission.pointer(of: $0) } == ["/parts/1/ref"])
    #expect(reads.map { submission.place(of: $0).description } == ["test.yaml:7:10"])
  }
}
