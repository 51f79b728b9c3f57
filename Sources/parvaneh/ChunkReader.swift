internal import Diagnostics
internal import Submissions

/// Reads a file in chunks that end with a line, so that a file of any length is never held whole.
struct ChunkReader {
  /// Some lines of a file.
  struct Chunk {
    /// The lines, their ends included.
    let lines: RecordLines
    /// The number of the first line.
    let firstLine: Int
  }

  /// How many bytes a chunk has, if its last line ends there; the same on any number of cores, so
  /// that the output is, too.
  private static let size = 1 << 20
  /// The most bytes of a line.
  private static let longestLine = 64 << 20

  private let file: OpenFile
  private var rest: [UInt8] = []
  private var line = 1
  private var hasEnded = false

  /// Opens a file; throws a diagnostic if it cannot be read.
  init(_ path: String) throws(Diagnostic) {
    self.file = try OpenFile(path)
  }

  /// Returns the next chunk, nil behind the last one.
  mutating func next() throws(Diagnostic) -> Chunk? {
    var bytes = rest
    rest = []
    var end: Int?
    while end == nil, !hasEnded {
      let fresh = bytes.count
      bytes = try file.read(
        Self.size, behind: bytes, room: RecordLines.paddingCount)
      hasEnded = bytes.count == fresh
      end = bytes.lastLineEnd(from: fresh)
      if end == nil, bytes.count > Self.longestLine {
        throw Diagnostic(
          "Line \(line) of \"\(file.path)\" is longer than \(Self.longestLine) bytes")
      }
    }
    if bytes.isEmpty { return nil }
    if let end, end < bytes.count {
      rest = Array(bytes[end...])
      bytes.removeSubrange(end...)
    }
    let firstLine = line
    line += bytes.lineFeedCount
    return Chunk(lines: RecordLines(bytes), firstLine: firstLine)
  }
}

extension [UInt8] {
  /// The offset behind the last line feed, nil if there is none from an offset on.
  fileprivate func lastLineEnd(from first: Int) -> Int? {
    var index = count
    while index > first {
      if self[index - 1] == UInt8(ascii: "\n") { return index }
      index -= 1
    }
    return nil
  }
}
