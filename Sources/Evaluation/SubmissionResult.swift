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
  /// What is wrong with waivers, if the file holds them and is no submission; the gravest first.
  public internal(set) var waiverFindings: [WaiverFinding] = []
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

  /// Creates what came of a file of waivers.
  public init(
    waiversAt path: String, findings: [WaiverFinding] = [], diagnostics: [Diagnostic]
  ) {
    self.init(path: path, kind: nil, markets: [], diagnostics: diagnostics)
    self.waiverFindings = findings.inReportOrder
  }

  /// Whether the file could not be judged.
  public var isUnusable: Bool {
    markets.isEmpty && (diagnostics.hasErrors || waiverFindings.isEmpty)
  }

  /// The findings of all markets, one market after the other.
  public var findings: [Finding] { markets.flatMap(\.findings) }
}
