/// Where something stands in a text, complete enough to be shown without that text.
public struct Place: Sendable, Hashable {
  /// The name of the text.
  public var file: String
  /// The first position.
  public var start: Position
  /// The position after the last.
  public var end: Position
  /// The line on which the place starts, without its end.
  public var excerpt: String

  /// Creates a place.
  public init(file: String, start: Position, end: Position, excerpt: String) {
    self.file = file
    self.start = start
    self.end = end
    self.excerpt = excerpt
  }
}

extension Place: CustomStringConvertible {
  /// The place as editors and terminals link it: `file:line:column`.
  public var description: String { "\(file):\(start.line):\(start.column)" }
}
