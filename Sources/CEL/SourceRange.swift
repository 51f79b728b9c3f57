/// A range of an expression's text, in bytes of its UTF-8.
public struct SourceRange: Sendable, Hashable {
  /// The first byte.
  public var lower: Int
  /// The byte after the last.
  public var upper: Int

  /// Creates a range.
  public init(lower: Int, upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// The smallest range that holds both.
  func joined(_ other: SourceRange) -> SourceRange {
    SourceRange(lower: min(lower, other.lower), upper: max(upper, other.upper))
  }
}

/// Something wrong with an expression, found before it is run.
public struct Issue: Error, Sendable, Hashable {
  /// How much an issue weighs.
  public enum Severity: Sendable, Hashable {
    /// The expression cannot be run.
    case error
    /// The expression can be run, but was probably not meant so.
    case warning
  }

  /// How much it weighs.
  public var severity: Severity
  /// What is wrong, and what was wanted.
  public var message: String
  /// Where it is wrong.
  public var range: SourceRange

  /// Creates an issue.
  public init(_ severity: Severity = .error, _ message: String, at range: SourceRange) {
    self.severity = severity
    self.message = message
    self.range = range
  }
}

/// All that is wrong with an expression, in the order of its text.
public struct Issues: Error, Sendable, Hashable {
  /// The issues.
  public let list: [Issue]

  init(_ list: [Issue]) {
    self.list = list.enumerated()
      .sorted { ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset) }
      .map(\.element)
  }
}
