public import Diagnostics

/// What came of reading a text: the document, if one could be made, and every problem that was met.
public struct ReadResult: Sendable {
  /// The document, or nil if the text cannot be read as one.
  public var document: Document?
  /// Every problem of the text, in reading order.
  public var diagnostics: [Diagnostic]

  /// Creates a result.
  public init(document: Document?, diagnostics: [Diagnostic]) {
    self.document = document
    self.diagnostics = diagnostics
  }
}
