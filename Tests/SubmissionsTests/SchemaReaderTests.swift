import CEL
import Diagnostics
import Documents
import Submissions
import Testing

@Suite struct SchemaReaderTests {
  private func problems(_ yaml: String...) throws -> [String] {
    let documents = try yaml.map { try TestFiles.document($0) }
    return SchemaReader.read(documents).diagnostics.map(\.brief)
  }

  private func problem(inField field: String) throws -> [String] {
    try problems("schema: s\ntitle: S\nfields:\n  \(field)")
  }

  @Test(arguments: [
    ("a: { type: txt }", "4:14 Unknown type \"txt\"; did you mean \"text\"?"),
    ("a: { tpye: text }", "4:8 Unknown key \"tpye\"; did you mean \"type\"?"),
    ("a: { doc: x }", "4:3 Field \"a\" wants a \"type\""),
    ("a: text", "4:3 Field \"a\" wants a \"type\""),
    (
      "a: { type: text, cardinality: many }",
      "4:33 \"cardinality\" wants a number or two with dots between, such as 1, 0..1 or 1..*, "
        + "found \"many\""
    ),
    ("a: { type: code }", "4:14 A field of type \"code\" wants \"codes\""),
    ("a: { type: text, codes: [x] }", "4:20 Only a field of type \"code\" has \"codes\""),
    ("a: { type: code, codes: [x, x] }", "4:31 Each code is a text that stands once"),
    ("a: { type: record }", "4:14 A field of type \"record\" wants \"fields\""),
    (
      "a: { type: text, fields: { b: { type: text } } }",
      "4:20 Only a field of type \"record\" has \"fields\""
    ),
    ("a: { type: text, format: gtn }", "4:28 Unknown format \"gtn\"; did you mean \"gtin\"?"),
    ("a: { type: number, format: gtin }", "4:30 Only a field of type \"text\" has a \"format\""),
    ("a: { type: text, format: '^[$' }", "4:28 \"^[$\" is no regular expression"),
    ("a: { type: text, unit: mg }", "4:26 Only a number has a \"unit\""),
    (
      "a: { type: text, refers-to: b.c }",
      "4:31 \"refers-to\" wants the path of a field, such as documents.ref"
    ),
    ("a: { type: text, include: b }", "4:29 Unknown block \"b\""),
    (
      "a-b: { type: text }",
      "4:3 A field's name wants letters, digits and underscores, found \"a-b\""
    ),
    (
      "package: { type: text }",
      "4:3 \"package\" is a word of the expression language; name the field otherwise"
    ),
    ("a: { type: number, example: x }", "4:31 \"example\" wants a number, found \"x\""),
    (
      "a: { type: code, codes: [x], example: y }",
      "4:41 \"example\" wants a code, found \"y\"; wanted \"x\""
    ),
    (
      "a: { type: record, derived-from: file, fields: { b: { type: text } } }",
      "4:36 Unknown field \"file\""
    ),
  ]) func `a mistake in a field is told at its place`(field: String, problem: String) throws {
    let told = try self.problem(inField: field)
    #expect(told.contains(problem), "\(told)")
  }

  @Test func `a derived record holds what the program finds out, beside a path`() throws {
    let fields = """
      f: { type: text }
        g: { type: record, derived-from: f, fields: { present: { type: text } } }
      """
    let told = try problem(inField: fields)
    #expect(told.contains { $0.contains("wants a field whose format is \"path\"") })
    #expect(told.contains { $0.contains("cannot have \"present\"; it knows present (boolean)") })
  }

  @Test(arguments: [
    ("schema: s\nfields: { a: { type: text } }", "1:9 Missing \"title\" of the schema"),
    ("title: x", "1:1 Missing \"schema\", the name of the schema"),
    ("schema: s\ntitle: S", "1:9 A schema wants a name and, under \"fields\", its fields"),
    (
      "schema: s\ntitel: S\nfields: { a: { type: text } }",
      "2:1 Unknown key \"titel\"; did you mean \"title\"?"
    ),
    ("- a", "1:1 A file of a schema wants a record with \"schema\" or \"blocks\""),
    ("blocks: [a]", "1:9 \"blocks\" wants named definitions"),
    (
      "schema: s\ntitle: S\nidentified-by: { b: x }\nfields: { a: { type: text } }",
      "3:18 \"identified-by\" wants top-level fields that hold text or a code"
    ),
    (
      "schema: s\ntitle: S\nstarts-with: [aa]\nfields: { a: { type: text } }",
      "3:15 Unknown field \"aa\"; did you mean \"a\"?"
    ),
  ]) func `a mistake in the head is told at its place`(yaml: String, problem: String) throws {
    let told = try problems(yaml)
    #expect(told.contains(problem), "\(told)")
  }

  @Test func `a block that includes itself is refused`() throws {
    let told = try problems(
      "blocks: { b: { type: record, fields: { c: { include: b } } } }",
      "schema: s\ntitle: S\nfields: { a: { include: b } }")
    #expect(told.contains("1:54 Block \"b\" includes itself"))
  }

  @Test func `a block of a name that is taken is refused`() throws {
    let told = try problems("blocks: { b: { type: text } }", "blocks: { b: { type: text } }")
    #expect(told == ["1:11 Block \"b\" is there already"])
  }

  @Test func `a field adds to the block that it includes`() throws {
    let (schemas, diagnostics) = SchemaReader.read([
      try TestFiles.document(
        """
        blocks:
          b: { type: record, doc: Old, fields: { x: { type: text }, y: { type: text } } }
        """),
      try TestFiles.document(
        """
        schema: s
        title: S
        fields:
          a: { include: b, doc: New, fields: { z: { type: date }, x: { type: number } } }
        """),
    ])
    #expect(diagnostics == [])
    let schema = try #require(schemas.first)
    #expect(schema.root.fields.map(\.documentation) == ["New"])
    #expect(schema.records[1].fields.map(\.name) == ["x", "y", "z"])
    #expect(schema.records[1].fields.map(\.type) == [.number, .text, .date])
  }
}
