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
  /// Where it is written, as a JSON Pointer.
  public let pointer: String
  /// Where its last day is written.
  let expiryPlace: Place
  /// Where it says what it is about.
  let subjectPlace: Place
}

extension Waiver {
  /// Whether it is about a finding; a rule that broke cannot be waived.
  func covers(_ finding: Finding) -> Bool {
    switch finding.verdict {
    case .passes, .doesNotApply, .error: false
    case .fails, .undecided: rule == finding.rule.id && subject == finding.fingerprint
    }
  }

  fileprivate var expired: WaiverFinding {
    WaiverFinding(
      .expired, rule: rule, subject: subject, expires: expires, place: expiryPlace,
      pointer: "\(pointer)/expires")
  }

  fileprivate var unused: WaiverFinding {
    WaiverFinding(
      .unused, rule: rule, subject: subject, expires: expires, place: subjectPlace,
      pointer: "\(pointer)/subject")
  }
}

extension [Waiver] {
  /// Returns results whose findings know the waivers that cover them, and what is to be said of the
  /// waivers: one that has expired by the day whose law was applied waives nothing, one that covers
  /// nothing is told, too.
  ///
  /// Nobody can tell which waivers are needless where a submission could not be judged.
  public func applied(
    to results: [SubmissionResult]
  ) -> (results: [SubmissionResult], findings: [WaiverFinding]) {
    var results = results
    let bySubject = Dictionary(grouping: indices, by: { self[$0].subject })
    var used: Set<Int> = []
    var expired: Set<Int> = []
    for result in results.indices {
      for market in results[result].markets.indices {
        let day = results[result].markets[market].asOf
        results[result].markets[market].changeFindings { finding in
          let covering = (bySubject[finding.fingerprint] ?? []).filter { self[$0].covers(finding) }
          guard let index = covering.first(where: { self[$0].expires >= day }) else {
            expired.formUnion(covering)
            return
          }
          used.insert(index)
          finding.waiver = self[index]
        }
      }
    }
    let tellsUnused = results.allSatisfy { !$0.isUnusable }
    let findings = enumerated().compactMap { index, waiver in
      if expired.contains(index) { return waiver.expired }
      return used.contains(index) || !tellsUnused ? nil : waiver.unused
    }
    return (results, findings)
  }
}
