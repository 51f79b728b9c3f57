internal import Diagnostics
internal import Documents
public import Submissions

/// Lines of a registry, read in both ways.
public enum TestRecords {
  private static let schemaText = """
    schema: thing
    title: A thing
    date: made
    markets: market
    fields:
      name: { type: text, doc: a, example: a }
      market: { type: text, doc: a, example: IR }
      kind: { type: code, codes: [big, small], doc: a, example: big }
      weight: { type: number, doc: a, example: 1 }
      count: { type: integer, doc: a, example: 1 }
      whole: { type: boolean, doc: a, example: true }
      made: { type: date, doc: a, example: 2026-01-01 }
      tags: { type: text, cardinality: 0..*, doc: a, example: a }
      a_rather_long_field_name: { type: text, doc: a, example: a }
      main:
        type: record
        doc: a
        fields:
          code: { type: text, doc: a, example: a }
      parts:
        type: record
        cardinality: 0..*
        doc: a
        fields:
          code: { type: text, doc: a, example: a }
          made: { type: date, doc: a, example: 2026-01-01 }
          inner:
            type: record
            doc: a
            fields:
              size: { type: number, doc: a, example: 1 }

    """

  /// The schema that the lines follow.
  public static func schema() throws -> Schema {
    let text = SourceText(name: "thing.yaml", text: schemaText)
    guard let document = DocumentReader.read(text).document,
      case (let schemas, let diagnostics) = SchemaReader.read([document]), diagnostics.isEmpty
    else { throw UnusableTestRules([]) }
    return schemas[0]
  }

  /// The submission that a line gives the long way, nil if it is refused.
  public static func longWay(_ line: String, _ schema: Schema) -> Submission? {
    longWay(Array(line.utf8), schema)
  }

  /// The submission that the bytes of a line give the long way, nil if it is refused.
  public static func longWay(_ line: [UInt8], _ schema: Schema) -> Submission? {
    let reading = DocumentReader.read(SourceText(name: "a.ndjson", bytes: line), as: .json)
    guard let document = reading.document, !reading.diagnostics.hasErrors else { return nil }
    let (submission, problems) = SubmissionReader(schemas: [schema]).read(document)
    return problems.hasErrors ? nil : submission
  }

  /// The submission that a line gives the short way, nil if it is left to the long way.
  public static func shortWay(_ line: String, _ schema: Schema) -> Submission? {
    var scanner = RecordScanner(schema)
    let bytes = Array(line.utf8)
    scanner.begin(RecordLines(bytes))
    guard scanner.read(from: 0) == bytes.count else { return nil }
    return scanner.submission(line: 0..<bytes.count, number: 1, of: "a.ndjson")
  }
}
