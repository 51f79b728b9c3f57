/// How a finding stands to an earlier report; SARIF's words.
public enum BaselineState: String, Sendable, Hashable, CaseIterable {
  /// The earlier report does not have it.
  case new
  /// The earlier report has it, too.
  case unchanged
}

/// A finding of an earlier report, as far as it is needed to compare with.
public struct KnownFinding: Sendable, Hashable {
  /// The submission's file, as the earlier run was given it.
  public let path: String
  /// What stays the same for a finding from one run to the next.
  public let fingerprint: String
  /// The id of its rule.
  public let rule: String
  /// The market; empty for a finding about a waiver.
  public let market: String
  /// Its severity, as reports write it.
  public let severity: String
  /// Its message, in the language of the earlier report.
  public let message: String
  /// Where it was, as the earlier report wrote it; nil if it did not.
  public let spot: Spot?

  /// A place in a text that is not at hand any more.
  public struct Spot: Sendable, Hashable {
    /// The name of the text.
    public let file: String
    /// The line.
    public let line: Int
    /// The column, in Unicode scalars.
    public let column: Int
    /// The place as a JSON Pointer.
    public let pointer: String

    /// Creates a place.
    public init(file: String, line: Int, column: Int, pointer: String) {
      self.file = file
      self.line = line
      self.column = column
      self.pointer = pointer
    }
  }

  /// Creates a finding of an earlier report.
  public init(
    path: String, fingerprint: String, rule: String, market: String, severity: String,
    message: String, spot: Spot? = nil
  ) {
    self.path = path
    self.fingerprint = fingerprint
    self.rule = rule
    self.market = market
    self.severity = severity
    self.message = message
    self.spot = spot
  }
}

extension KnownFinding {
  /// Whether two say the same, wherever they stood.
  public static func == (left: KnownFinding, right: KnownFinding) -> Bool {
    left.texts == right.texts
  }

  /// Hashes what it says.
  public func hash(into hasher: inout Hasher) { hasher.combine(texts) }

  private var texts: [String] { [path, fingerprint, rule, market, severity, message] }
}

/// An earlier report to compare with.
public struct Baseline: Sendable {
  /// Its findings, in its order.
  public let findings: [KnownFinding]
  /// The files that it is about.
  public let paths: [String]

  /// Creates a baseline of the findings about some files.
  public init(findings: [KnownFinding], paths: [String]) {
    self.findings = findings
    self.paths = paths
  }

  /// Returns results whose findings know how they stand to the baseline, each with the findings of
  /// the baseline that are gone.
  ///
  /// Where either side is about one file alone the paths need not be the same: a dossier may have
  /// been moved.
  public func applied(to results: [SubmissionResult]) -> [SubmissionResult] {
    let comparesPaths = paths.count > 1 || results.count(where: { !$0.markets.isEmpty }) > 1
    return results.map { result in
      let known = findings.filter { !comparesPaths || $0.path == result.path }
      return result.compared(with: known)
    }
  }

  /// Returns how another report differs: its new findings, those of this one that are gone, and the
  /// number of those that both have.
  public func comparison(
    with other: Baseline
  ) -> (new: [KnownFinding], fixed: [KnownFinding], unchangedCount: Int) {
    let comparesPaths = paths.count > 1 || other.paths.count > 1
    func key(_ finding: KnownFinding) -> [String] {
      [comparesPaths ? finding.path : "", finding.fingerprint]
    }
    let (before, after) = (Set(findings.map(key)), Set(other.findings.map(key)))
    return (
      other.findings.filter { !before.contains(key($0)) },
      findings.filter { !after.contains(key($0)) }, before.intersection(after).count
    )
  }
}

extension SubmissionResult {
  fileprivate func compared(with known: [KnownFinding]) -> SubmissionResult {
    var result = self
    let before = Set(known.map(\.fingerprint))
    for market in result.markets.indices {
      result.markets[market].changeFindings {
        $0.baselineState = before.contains($0.fingerprint) ? .unchanged : .new
      }
    }
    for index in result.waiverFindings.indices {
      let isKnown = before.contains(result.waiverFindings[index].fingerprint)
      result.waiverFindings[index].baselineState = isKnown ? .unchanged : .new
    }
    let after = Set(findings.map(\.fingerprint) + waiverFindings.map(\.fingerprint))
    // A market that was not judged this time has not been mended.
    let judged = waiverFindings.isEmpty ? Set(markets.map(\.market)) : [""]
    result.fixed = known.filter { !after.contains($0.fingerprint) && judged.contains($0.market) }
    return result
  }
}
