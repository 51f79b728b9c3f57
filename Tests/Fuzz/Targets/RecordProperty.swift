internal import CEL
internal import Submissions
internal import TestSupport

/// The reader of registries, line by line, against the reader of files.
enum RecordProperty {
  private static let schema = try? TestRecords.schema()

  static func problem(with bytes: [UInt8]) -> String? {
    guard let schema else { return "the schema cannot be read" }
    // A carriage return alone ends a line of a file, but no line of a registry.
    if bytes.indices.contains(where: { bytes.isLoneReturn(at: $0) }) { return nil }
    var scanner = RecordScanner(schema)
    scanner.begin(RecordLines(bytes))
    var (offset, number) = (0, 1)
    while offset < bytes.count {
      let end = scanner.lineEnd(from: offset)
      guard end > offset, end <= bytes.count else { return "the line at \(offset) ends at \(end)" }
      if let read = scanner.read(from: offset) {
        if read != end { return "the line at \(offset) ends at \(end), but was read to \(read)" }
        let submission = scanner.submission(line: offset..<end, number: number, of: "a.ndjson")
        let problem =
          problem(of: submission, Array(bytes[offset..<end]), number, schema)
          ?? problem(ofTextsIn: scanner)
        if let problem { return "line \(number): \(problem)" }
      }
      (offset, number) = (end, number + 1)
    }
    return nil
  }

  /// What is shown of the outermost fields is what their values are.
  private static func problem(ofTextsIn scanner: RecordScanner) -> String? {
    for slot in scanner.schema.root.fields.indices {
      let cell = scanner.table.cell(0, slot)
      var shown: [UInt8] = []
      let isText = scanner.append(textOf: cell, to: &shown)
      let text: String? =
        if case .string(let text)? = scanner.table.value(of: cell) { text } else { nil }
      guard isText == (text != nil), shown == Array((text ?? "").utf8),
        scanner.table.holds(shown, cell) == isText
      else { return "the field at \(slot) is not shown as what it is" }
    }
    return nil
  }

  /// The line stands behind as many empty ones as there are lines before it.
  private static func problem(
    of submission: Submission, _ line: [UInt8], _ number: Int, _ schema: Schema
  ) -> String? {
    let blank = [UInt8](repeating: UInt8(ascii: "\n"), count: number - 1)
    guard let long = TestRecords.longWay(blank + line, schema) else {
      return "it is read, but the long way refuses it"
    }
    return submission.content == long.content ? nil : "the long way reads something else"
  }
}

extension [UInt8] {
  fileprivate func isLoneReturn(at index: Int) -> Bool {
    self[index] == UInt8(ascii: "\r")
      && (index + 1 == count || self[index + 1] != UInt8(ascii: "\n"))
  }
}
