import CEL
import Diagnostics
import Documents
import Submissions
import Testing

@Suite struct SubmissionReaderTests {
  static let schemaText = """
    schema: thing
    title: A thing
    identified-by: { schema: thing/1 }
    fields:
      schema: { type: text }
      name: { type: text }
      class: { type: code, codes: [one, two, three] }
      count: { type: integer }
      mass: { type: number }
      ready: { type: boolean }
      day: { type: date }
      words: { type: text, cardinality: 0..* }
      place: { type: record, fields: { city: { type: text }, zone: { type: number } } }
      parts:
        type: record
        cardinality: 1..*
        fields:
          ref: { type: text }
          file: { type: text, format: path }
          sizes: { type: number, cardinality: 0..2 }
          box: { type: record, fields: { lid: { type: boolean } } }
          on_disk:
            type: record
            derived-from: file
            fields:
              present: { type: boolean }
              size: { type: integer }
    """

  private func read(
    _ yaml: String, acceptsDerivedFields: Bool = false
  ) throws -> (submission: Submission, problems: [String]) {
    let schema = try TestFiles.schema(Self.schemaText)
    let reader = SubmissionReader(schemas: [schema], acceptsDerivedFields: acceptsDerivedFields)
    let (submission, diagnostics) = reader.read(try TestFiles.document(yaml))
    return (try #require(submission), diagnostics.map(\.brief))
  }

  @Test(arguments: ["NO", "0012", "2026-11-20", "1e3", "yes", "0x1F", "12:30", "true", ".5"])
  func `text is the text as written`(text: String) throws {
    let (submission, problems) = try read("schema: thing/1\nname: \(text)\nwords: [\(text)]")
    #expect(problems == [])
    #expect(submission.text(at: "name") == text)
    #expect(submission.text(at: "words") == "[\(text)]")
  }

  @Test func `values have the types of the schema`() throws {
    let (submission, problems) = try read(
      """
      schema: thing/1
      class: two
      count: -3
      mass: 2.50
      ready: true
      day: 1970-01-03
      place: { city: Tehran, zone: 4 }
      """)
    #expect(problems == [])
    #expect(submission.text(at: "class") == "two")
    #expect(submission.text(at: "count") == "-3")
    #expect(submission.text(at: "mass") == "2.5")
    #expect(submission.text(at: "ready") == "true")
    #expect(submission.text(at: "day") == "172800")
    #expect(submission.text(at: "place.zone") == "4.0")
  }

  @Test(arguments: [
    ("count: 1.5", "2:8 \"count\" wants a whole number, found \"1.5\""),
    (
      "count: 99999999999999999999",
      "2:8 \"count\" wants a whole number, found \"99999999999999999999\""
    ),
    ("mass: warm", "2:7 \"mass\" wants a number, found \"warm\""),
    ("mass: \"2\"", "2:7 \"mass\" wants a number, found the text \"2\"; leave out the quotes"),
    ("mass: 2,5", "2:7 \"mass\" wants a number, found \"2,5\"; write 2.5"),
    ("mass: ۲٫۵", "2:7 \"mass\" wants a number, found \"۲٫۵\"; write 2.5"),
    ("mass: .5", "2:7 \"mass\" wants a number, found \".5\""),
    ("mass: 1e999", "2:7 \"mass\" wants a number, found \"1e999\""),
    ("mass: [1]", "2:1 \"mass\" wants a number, found a list"),
    ("ready: yes", "2:8 \"ready\" wants true or false, found \"yes\"; write true"),
    (
      "ready: 'false'",
      "2:8 \"ready\" wants true or false, found the text \"false\"; leave out the quotes"
    ),
    (
      "day: 2026-02-30",
      "2:6 \"day\" wants a date such as 2026-11-20, found \"2026-02-30\", a day that does not exist"
    ),
    (
      "day: 1404-06-31",
      "2:6 \"day\" wants a date such as 2026-11-20, found \"1404-06-31\", which looks like the "
        + "Solar Hijri calendar; dates are Gregorian"
    ),
    (
      "day: ۲۰۲۶-۱۱-۲۰",
      "2:6 \"day\" wants a date such as 2026-11-20, found \"۲۰۲۶-۱۱-۲۰\"; write 2026-11-20"
    ),
    ("class: tow", "2:8 \"class\" wants a code, found \"tow\"; did you mean \"two\"?"),
    (
      "class: xxxxx",
      "2:8 \"class\" wants a code, found \"xxxxx\"; wanted \"one\", \"two\" or \"three\""
    ),
    ("words: hello", "2:8 \"words\" wants a list of texts, found \"hello\""),
    ("words: [a, [b]]", "2:12 \"words\" wants text, found a list"),
    ("words: [a, null]", "2:12 \"words\" wants text, found nothing"),
    ("name: { a: b }", "2:1 \"name\" wants text, found a record"),
    ("place: here", "2:8 \"place\" wants a record, found \"here\""),
    ("place: [here]", "2:1 \"place\" wants a record, found a list"),
    ("parts: { ref: a }", "2:1 \"parts\" wants a list of records, found a record"),
    ("parts: [a]", "2:9 \"parts\" wants a record, found \"a\""),
    ("nmae: x", "2:1 Unknown field \"nmae\"; did you mean \"name\"?"),
    ("place: { cyti: x }", "2:10 Unknown field \"cyti\"; did you mean \"city\"?"),
    ("parts: [{ on_dsk: 1 }]", "2:11 Unknown field \"on_dsk\""),
    (
      "parts: [{ on_disk: { present: true } }]",
      "2:11 The program fills \"on_disk\" in; leave it out"
    ),
    (
      "name: \"a\\u202Eb\"\nclass: \"\\u202E\"",
      "3:8 \"class\" wants a code, found \"\\u{202E}\"; wanted \"one\", \"two\" or \"three\""
    ),
  ]) func `what is wrong is told at its place`(line: String, problem: String) throws {
    #expect(try read("schema: thing/1\n\(line)").problems == [problem])
  }

  @Test func `all problems of a file are told in reading order`() throws {
    let (_, problems) = try read(
      "schema: thing/1\nmass: x\nfoo: 1\nready: 2\nparts: [{ sizes: [y] }]")
    #expect(problems.map { String($0.prefix(3)) } == ["2:7", "3:1", "4:8", "5:1"])
  }

  @Test func `null is absent`() throws {
    let (submission, problems) = try read("schema: thing/1\nname: ~\nmass:\nwords: null\nplace:")
    #expect(problems == [])
    #expect(submission.value(at: "name") == nil)
    #expect(submission.value(at: "words") == nil)
    #expect(submission.value(at: "place.city") == nil)
  }

  @Test(arguments: [
    ("name: x", "1:1 Missing \"schema\"; wanted \"thing/1\""),
    ("schema: thing/2", "1:9 Unknown schema \"thing/2\"; did you mean \"thing/1\"?"),
    ("schema: other", "1:9 Unknown schema \"other\"; wanted \"thing/1\""),
    ("- a", "1:1 A submission wants named fields, found a list"),
    ("hello", "1:1 A submission wants named fields, found \"hello\""),
  ]) func `a submission says which schema it follows`(yaml: String, problem: String) throws {
    let reader = SubmissionReader(schemas: [try TestFiles.schema(Self.schemaText)])
    let (submission, diagnostics) = reader.read(try TestFiles.document(yaml))
    #expect(submission == nil)
    #expect(diagnostics.map(\.brief) == [problem])
  }

  @Test func `a schema without identification takes every record`() throws {
    let schema = try TestFiles.schema("schema: r\ntitle: R\nfields: { kind: { type: text } }")
    let (submission, diagnostics) = SubmissionReader(schemas: [schema])
      .read(try TestFiles.document("kind: medicine"))
    #expect(diagnostics == [])
    #expect(submission?.text(at: "kind") == "medicine")
  }

  @Test func `examples of rules may write what the program fills in`() throws {
    let yaml = "schema: thing/1\nparts: [{ file: a.pdf, on_disk: { present: true, size: 3 } }]"
    let (submission, problems) = try read(yaml, acceptsDerivedFields: true)
    #expect(problems == [])
    #expect(submission.text(at: "parts.0.on_disk.size") == "3")
  }

  @Test func `fields have pointers and places, absent ones too`() throws {
    let (submission, problems) = try read(
      """
      schema: thing/1
      parts:
        - ref: a
        - ref: b
          box: { lid: true }
          sizes:
            - 1
      """)
    #expect(problems == [])
    func show(_ path: String) throws -> String {
      let read = try #require(submission.read(at: path))
      let place = submission.place(of: read)
      return "\(submission.pointer(of: read)) \(place.start.line):\(place.start.column)-"
        + "\(place.end.line):\(place.end.column) \(read.isPresent)"
    }
    #expect(try show("parts.1.ref") == "/parts/1/ref 4:10-4:11 true")
    #expect(try show("parts.1.sizes") == "/parts/1/sizes 6:5-6:10 true")
    #expect(try show("parts.1.box.lid") == "/parts/1/box/lid 5:17-5:21 true")
    #expect(try show("parts.1.box") == "/parts/1/box 5:5-5:8 true")
    #expect(try show("parts.0.box") == "/parts/0/box 3:5-3:11 false")
    #expect(try show("parts") == "/parts 2:1-2:6 true")
    #expect(try show("name") == "/name 1:1-1:16 false")
    #expect(try show("place.city") == "/place/city 1:1-1:16 false")
    #expect(submission.read(at: "parts.2.ref") == nil)
    #expect(submission.read(at: "parts.0.box.lid") == nil)
    #expect(submission.read(at: "parts.ref") == nil)
    #expect(submission.read(at: "nothing") == nil)
  }

  @Test func `JSON is read like YAML`() throws {
    let source = SourceText(
      name: "a.json", text: #"{"schema": "thing/1", "name": "NO", "mass": 2e1, "ready": true}"#)
    let schema = try TestFiles.schema(Self.schemaText)
    let (submission, diagnostics) = SubmissionReader(schemas: [schema])
      .read(try TestFiles.document(source))
    #expect(diagnostics == [])
    #expect(submission?.text(at: "mass") == "20.0")
  }
}

extension Submission {
  /// A value in short, for tables.
  func text(at path: String) -> String? { value(at: path)?.brief }
}

extension Value {
  fileprivate var brief: String {
    switch self {
    case .string(let text): text
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .bool(let truth): "\(truth)"
    case .timestamp(let time): "\(time.seconds)"
    case .list(let values): "[\(values.map(\.brief).joined(separator: ", "))]"
    case .record(let record): "\(record.store.typeName(of: record.index))#\(record.index)"
    default: "?"
    }
  }
}
