import Diagnostics
import Documents
import Evaluation
import Foundation
import RulePacks
import TestSupport
import Testing

/// Findings in every state that waivers and an earlier report can put them in, and waivers that
/// something is wrong with.
enum RecordedThings {
  /// How a finding is waived.
  enum Permission: String, CaseIterable {
    case none
    case holds
    case expired
  }

  /// The findings: of a part for each way of being waived and each state, named by both.
  static let parts = Permission.allCases.flatMap { permission in
    BaselineState.allCases.map { (name: "\(permission)-\($0)", permission: permission, state: $0) }
  }

  /// The thing with its findings, and what is wrong with the file of waivers.
  static func results() throws -> [SubmissionResult] {
    let earlier = try thing(of: parts.filter { $0.state == .unchanged }.map(\.name) + ["fixed"])
    let now = try thing(of: parts.map(\.name))
    let source = SourceText(name: "waivers.yaml", text: waivers(of: now))
    let document = try #require(DocumentReader.read(source).document)
    let (waivers, faulty, diagnostics) = WaiverReader.read(document)
    #expect(diagnostics == [])
    let (waived, idle) = waivers.applied(to: [now])
    let file = SubmissionResult(
      waiversAt: "waivers.yaml", findings: faulty + idle, diagnostics: [])
    return Baseline(findings: known(earlier), paths: ["thing.yaml"]).applied(to: waived + [file])
  }

  /// A waiver of one finding.
  static func waiver(of finding: Finding) throws -> Waiver {
    let source = SourceText(
      name: "waivers.yaml",
      text: "waivers:\n" + entry(subject: finding.fingerprint, expires: "2026-12-31"))
    let document = try #require(DocumentReader.read(source).document)
    return try #require(WaiverReader.read(document).waivers.first)
  }

  private static func thing(of names: [String]) throws -> SubmissionResult {
    let parts = names.map { "- { name: \($0), size: 2 }\n" }.joined()
    let sample = TestRules.sample.components(separatedBy: "- {")[0] + parts
    let rule = TestRules.rule(requires: "part.size >= 3.0", lines: "  for: { part: parts }")
      .replacing("{size}", with: "{part.name}")
    let market = try TestRules.result(rule, sample, asOf: try #require(Day("2026-11-20")))
    return SubmissionResult(path: "thing.yaml", kind: "thing", markets: [market], diagnostics: [])
  }

  private static func known(_ result: SubmissionResult) -> [KnownFinding] {
    result.findings.map { finding in
      let start = finding.place.start
      return KnownFinding(
        path: result.path, fingerprint: finding.fingerprint, rule: finding.rule.id,
        market: finding.market, severity: finding.severity.rawValue, message: finding.message.en,
        spot: .init(
          file: finding.place.file, line: start.line, column: start.column,
          pointer: finding.pointer))
    }
  }

  private static func waivers(of result: SubmissionResult) -> String {
    let entries = zip(parts, result.findings).compactMap { part, finding in
      #expect(finding.message.en == "Size \(part.name)")
      let end: String? =
        switch part.permission {
        case .none: nil
        case .holds: "2026-12-31"
        case .expired: "2026-11-19"
        }
      return end.map { entry(subject: finding.fingerprint, expires: $0) }
    }
    return "waivers:\n" + entries.joined() + """
      - { rule: T-9, subject: 0123, reason: A, approved-by: B, expires: 2027-01-01 }
      - { rule: T-1, reason: A, approved-by: B, expires: 2027-01-01 }
      - { rule: T-1, subject: 0123, reason: " ", approved-by: B, expires: 2027-01-01 }
      - { rule: T-1, subject: 0123, reason: A, expires: 2027-01-01 }

      """
  }

  private static func entry(subject: String, expires: String) -> String {
    """
    - rule: T-1
      subject: \(subject)
      reason: The part is a spare one
      approved-by: A. Person
      ticket: RA-12
      expires: \(expires)

    """
  }
}
