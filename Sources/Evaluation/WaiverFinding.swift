public import Diagnostics
internal import Digests
public import RulePacks

/// What is wrong with a waiver: a finding about a file of waivers, not about a product.
public struct WaiverFinding: Sendable, Hashable {
  /// What can be wrong.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It covers a finding, but was over on the day whose law was applied.
    case expired
    /// It covers no finding.
    case unused
    /// It names no subject, so that it would cover every finding of its rule.
    case tooWide = "too-wide"
    /// It says not why it was given.
    case unreasoned
    /// It says not who gave it.
    case unapproved
  }

  /// What is wrong.
  public let kind: Kind
  /// The rule that the waiver names.
  public let rule: String
  /// The fingerprint that the waiver names, if it does.
  public let subject: String?
  /// The last day on which the waiver held, if it gives one.
  public let expires: Day?
  /// Where in the file of waivers it is wrong, or the waiver that lacks something.
  public let place: Place
  /// That place as a JSON Pointer; what is missing has one, too.
  public let pointer: String
  /// What stays the same from one run to the next, wherever in the file the waiver stands.
  public internal(set) var fingerprint: String
  /// How it stands to an earlier report, if there is one to compare with.
  public internal(set) var baselineState: BaselineState?

  init(
    _ kind: Kind, rule: String, subject: String?, expires: Day?, place: Place, pointer: String
  ) {
    self.kind = kind
    self.rule = rule
    self.subject = subject
    self.expires = expires
    self.place = place
    self.pointer = pointer
    self.fingerprint = ""
  }

  /// The id that reports give it, in place of that of a rule.
  public var id: String { kind.id }
  /// How much it weighs.
  public var severity: Severity { kind.severity }

  fileprivate var identity: String {
    ["parvaneh-fingerprint/1", id, rule, subject ?? ""].joined(separator: "\n")
  }
}

extension WaiverFinding.Kind {
  /// The id that reports give it, for ever the same.
  public var id: String { "waiver/\(rawValue)" }

  /// How much it weighs: who wrote a waiver that cannot hold meant a failing rule to count no more,
  /// and it does; one that is over has an end that was agreed on.
  public var severity: Severity {
    switch self {
    case .expired, .unused: .warning
    case .tooWide, .unreasoned, .unapproved: .error
    }
  }
}

extension [WaiverFinding] {
  /// The findings of one file with their fingerprints, the gravest first, then by place; those that
  /// do not differ are numbered.
  var inReportOrder: [WaiverFinding] {
    var seen: [String: Int] = [:]
    return enumerated()
      .sorted { left, right in
        let (first, second) = (left.element, right.element)
        return (second.severity, first.place.start, left.offset)
          < (first.severity, second.place.start, right.offset)
      }
      .map { _, finding in
        var finding = finding
        let earlier = seen[finding.identity, default: 0]
        seen[finding.identity] = earlier + 1
        finding.fingerprint = Checksum.digest(
          of: earlier == 0 ? finding.identity : "\(finding.identity)\n#\(earlier + 1)")
        return finding
      }
  }
}
