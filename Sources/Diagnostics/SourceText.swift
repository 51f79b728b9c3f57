internal import Synchronization

/// A named text as it was given: its bytes, and where its lines start.
///
/// Everything that is read keeps byte offsets into its text; lines and columns are worked out only
/// for what is shown to a person.
public struct SourceText: Sendable {
  /// What the text is called in messages: mostly a path as the user wrote it.
  public let name: String
  /// The bytes as they were read.
  public let bytes: [UInt8]
  private let lines: LineIndex
  /// The number of the first line.
  let firstLine: Int

  /// Creates a text from bytes, which are a file or a part of one that begins with a line.
  public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.lines = LineIndex()
    self.firstLine = firstLine
  }

  /// Creates a text of which only one line is shown, given by its range of bytes, its end included,
  /// and its number: a line of a file that is not held as a whole.
  public init(name: String, bytes: [UInt8], line: Range<Int>, number: Int) {
    self.name = name
    self.bytes = bytes
    let isEnded = line.upperBound > line.lowerBound && bytes[line.upperBound - 1] == .lineFeed
    self.lines = LineIndex(isEnded ? [line.lowerBound, line.upperBound] : [line.lowerBound])
    self.firstLine = number
  }

  /// Creates a text from a string, for rules and tests that are written in code.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The byte offset at which each line starts.
  ///
  /// Lines end with LF, CR LF or CR; a byte order mark belongs to none.
  var lineStarts: [Int] { lines.starts { Self.lineStarts(of: bytes) } }

  /// The number of lines, at least 1.
  public var lineCount: Int { lineStarts.count }

  /// Returns the line and column of a byte offset; an offset past the end is the end.
  public func position(at offset: Int) -> Position {
    let lineStarts = lineStarts
    let offset = min(max(offset, lineStarts[0]), bytes.count)
    let line = Self.lineIndex(at: offset, lineStarts)
    let column = bytes.scalarCount(in: lineStarts[line]..<offset)
    return Position(line: line + firstLine, column: column + 1)
  }

  /// Returns the place of a byte range.
  public func place(_ range: Range<Int>) -> Place {
    Place(source: self, range: range)
  }

  /// Returns a line without its end, invalid UTF-8 replaced; an unknown line is empty.
  public func line(_ number: Int) -> String {
    let lineStarts = lineStarts
    let index = number - firstLine
    guard lineStarts.indices.contains(index) else { return "" }
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func lineIndex(at offset: Int, _ lineStarts: [Int]) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte > .carriageReturn { continue }
      let endsLine =
        byte == .lineFeed
        || byte == .carriageReturn && (index == bytes.count || bytes[index] != .lineFeed)
      if endsLine { starts.append(index) }
    }
    return starts
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// Whether the byte continues a UTF-8 sequence, so that it starts no scalar.
  var isContinuation: Bool { self & 0b1100_0000 == 0b1000_0000 }
}

/// Where the lines of a text start: looked for when a position is first asked for, which of most
/// rule files never happens.
private final class LineIndex: Sendable {
  private let found: Mutex<[Int]?>

  init(_ starts: [Int]? = nil) {
    self.found = Mutex(starts)
  }

  func starts(_ search: () -> [Int]) -> [Int] {
    found.withLock { found in
      if let found { return found }
      let starts = search()
      found = starts
      return starts
    }
  }
}
