internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report as code quality of GitLab, which shows findings in a merge request.
///
/// What is waived weighs no more than a note and says so. What is gone GitLab works out itself.
public struct GitLabReport: Report {
  private let wording: Wording

  /// Creates a report in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns an array of findings.
  public func text(of results: [SubmissionResult]) -> String {
    JSON.elements(
      results.flatMap {
        $0.findings.deferred { violation($0) } + $0.waiverFindings.deferred { violation($0) }
      }
    ).text
  }

  private func violation(_ finding: Finding) -> JSON {
    let about = [
      finding.rule.title[wording.language],
      "\(wording.law): \(wording.citation(of: finding.rule, finding.act))",
      "\(wording.remedy): \(finding.remedy[wording.language])",
    ]
    return violation(
      of: finding.rule.id, description(of: finding), wording.recorded(finding) + about,
      severity: severity(of: finding), fingerprint: finding.fingerprint, at: finding.place)
  }

  private func violation(_ finding: WaiverFinding) -> JSON {
    let state = finding.baselineState.map { [wording.baselineState($0)] } ?? []
    return violation(
      of: finding.id, "\(finding.id): \(wording.message(of: finding))",
      state + [
        wording.title(finding.kind), "\(wording.remedy): \(wording.remedy(finding.kind))",
      ], severity: word(for: finding.severity), fingerprint: finding.fingerprint, at: finding.place)
  }

  private func violation(
    of rule: String, _ description: String, _ body: [String], severity: String,
    fingerprint: String, at place: Place
  ) -> JSON {
    let lines: [(key: String, value: JSON)] = [
      ("begin", .integer(Int64(place.start.line))), ("end", .integer(Int64(place.end.line))),
    ]
    let path = path(of: place)
    let text = body.map(wording.spoken).joined(separator: "\n\n")
    return .object([
      ("type", .string("issue")),
      ("check_name", .string(rule)),
      ("description", .string(wording.spoken(description))),
      ("content", .object([("body", .string(text))])),
      ("categories", .array([.string("Compliance")])),
      ("severity", .string(severity)),
      // GitLab keeps one of several equal fingerprints, so the file has its share: the same may be
      // wrong in two submissions.
      ("fingerprint", .string("\(fingerprint):\(path)")),
      ("location", .object([("path", .string(path)), ("lines", .object(lines))])),
    ])
  }

  private func description(of finding: Finding) -> String {
    let waived =
      finding.waiver.map { _ in " [\(wording.waived(wouldFail: finding.verdict == .fails))]" }
    let message = finding.message[wording.language]
    return "\(finding.rule.id) (\(finding.market))\(waived ?? ""): \(message)"
  }

  /// GitLab's words; a rule that broke is what nothing may be concluded from.
  private func severity(of finding: Finding) -> String {
    if finding.verdict.name == .error { return "blocker" }
    if finding.isForPerson || finding.waiver != nil { return "info" }
    return word(for: finding.severity)
  }

  private func word(for severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }

  /// The path from the root of the repository, which GitLab wants without a dot before it.
  private func path(of place: Place) -> String {
    let file = place.file
    return file.hasPrefix("./") ? String(file.dropFirst(2)) : file
  }
}
