public import Diagnostics
public import RulePacks

/// A recorded, reasoned, expiring permission to go on although a rule fails.
public struct Waiver: Sendable, Hashable {
  /// The id of the rule.
  public let rule: String
  /// What it is about: the fingerprint of one finding.
  public let subject: String
  /// Why it was given.
  public let reason: String
  /// Who gave it.
  public let approvedBy: String
  /// Where it was discussed.
  public let ticket: String?
  /// The last day on which it holds.
  public let expires: Day
  /// Where it is written.
  public let place: Place
}

extension Waiver {
  /// Whether it is about a finding; a rule that broke cannot be waived.
  func covers(_ finding: Finding) -> Bool {
    switch finding.verdict {
    case .passes, .doesNotApply, .error: false
    case .fails, .undecided: rule == finding.rule.id && subject == finding.fingerprint
    }
  }
}

extension [Waiver] {
  /// Returns results whose findings know the waivers that cover them, and what is to be said of the
  /// waivers: one that has expired by the day whose law was applied waives nothing, one that covers
  /// nothing is told, too.
  public func applied(
    to results: [SubmissionResult]
  ) -> (results: [SubmissionResult], diagnostics: [Diagnostic]) {
    var results = results
    var used: Set<Int> = []
    var expired: Set<Int> = []
    for result in results.indices {
      for market in results[result].markets.indices {
        let day = results[result].markets[market].asOf
        results[result].markets[market].changeFindings { finding in
          guard let index = firstIndex(where: { $0.covers(finding) }) else { return }
          if self[index].expires < day {
            expired.insert(index)
          } else {
            used.insert(index)
            finding.waiver = self[index]
          }
        }
      }
    }
    return (results, diagnostics(used: used, expired: expired))
  }

  private func diagnostics(used: Set<Int>, expired: Set<Int>) -> [Diagnostic] {
    enumerated().compactMap { index, waiver in
      if expired.contains(index) {
        return Diagnostic(
          .warning,
          "The waiver of \(waiver.rule) expired on \(waiver.expires) and waives nothing",
          at: waiver.place)
      }
      if used.contains(index) { return nil }
      return Diagnostic(
        .warning, "The waiver of \(waiver.rule) covers no finding; remove it", at: waiver.place)
    }
  }
}
