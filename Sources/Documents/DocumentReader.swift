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

/// Reads texts as documents.
public enum DocumentReader {
  /// Reads a text as YAML or JSON; without a format, a name that ends in `.json` is JSON.
  ///
  /// A document whose diagnostics hold an error is there to be looked at, not to be used.
  public static func read(
    _ source: SourceText, as format: Document.Format? = nil, limits: ReadLimits = .standard
  ) -> ReadResult {
    if let problem = TextCheck.problem(source, limits) {
      return ReadResult(document: nil, diagnostics: [problem])
    }
    var result =
      switch format ?? self.format(of: source.name) {
      case .yaml: YAMLReader.read(source, limits: limits)
      case .json: JSONReader.read(source, limits: limits)
      }
    if let document = result.document {
      result.diagnostics += DuplicateKeys.diagnostics(in: document)
    }
    result.diagnostics = result.diagnostics.inReadingOrder
    return result
  }

  private static func format(of name: String) -> Document.Format {
    name.lowercased().hasSuffix(".json") ? .json : .yaml
  }
}
