/// Where something stands in a text.
///
/// Lines and columns are worked out only when they are asked for: most places are never shown.
public struct Place: Sendable {
  /// The text.
  public let source: SourceText
  /// The bytes of the text.
  public let range: Range<Int>

  init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// The name of the text.
  public var file: String { source.name }
  /// The first position.
  public var start: Position { source.position(at: range.lowerBound) }
  /// The position after the last.
  public var end: Position { source.position(at: range.upperBound) }
  /// The line on which the place starts, without its end.
  public var excerpt: String { source.line(start.line) }
}

extension Place: Hashable {
  /// Whether two places are the same part of the same text.
  public static func == (left: Place, right: Place) -> Bool {
    left.range == right.range && left.file == right.file && left.start == right.start
  }

  /// Hashes the name of the text and the part.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(range)
  }
}

extension Place: CustomStringConvertible {
  /// The place as editors and terminals link it: `file:line:column`.
  public var description: String {
    let start = start
    return "\(file):\(start.line):\(start.column)"
  }
}
