public import Diagnostics

/// What came of one submission: what its markets say, or why it could not be judged.
public struct SubmissionResult: Sendable {
  /// The file, as the user named it.
  public let path: String
  /// The kind of product, if it is known.
  public let kind: String?
  /// The results of the markets judged, in the order asked for.
  public internal(set) var markets: [MarketResult]
  /// How long what the submission names is valid, what ends first before others.
  public let periods: [ValidityPeriod]
  /// Problems of the file itself.
  public let diagnostics: [Diagnostic]
  /// The findings of an earlier report that are gone; nil if it was not compared with one.
  public internal(set) var fixed: [KnownFinding]?

  /// Creates a result.
  public init(
    path: String, kind: String?, markets: [MarketResult], periods: [ValidityPeriod] = [],
    diagnostics: [Diagnostic]
  ) {
    self.path = path
    self.kind = kind
    self.markets = markets
    self.periods = periods
    self.diagnostics = diagnostics
  }

  /// The findings of all markets, one market after the other.
  public var findings: [Finding] { markets.flatMap(\.findings) }
}
