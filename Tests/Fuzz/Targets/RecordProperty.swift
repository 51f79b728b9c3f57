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
        if let problem = problem(of: submission, Array(bytes[offset..<end]), number, schema) {
          return "line \(number): \(problem)"
        }
      }
      (offset, number) = (end, number + 1)
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
