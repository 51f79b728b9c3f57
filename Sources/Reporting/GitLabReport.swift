internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report as code quality of GitLab, which shows findings in a merge request.
public struct GitLabReport: Report {
  private let wording: Wording

  /// Creates a report in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns an array of findings.
  public func text(of results: [SubmissionResult]) -> String {
    JSON.array(results.flatMap { result in result.findings.map(violation) }).text
  }

  private func violation(_ finding: Finding) -> JSON {
    let lines: [(key: String, value: JSON)] = [
      ("begin", .integer(Int64(finding.place.start.line))),
      ("end", .integer(Int64(finding.place.end.line))),
    ]
    return .object([
      ("type", .string("issue")),
      ("check_name", .string(finding.rule.id)),
      ("description", .string(description(of: finding))),
      ("content", .object([("body", .string(body(of: finding)))])),
      ("categories", .array([.string("Compliance")])),
      ("severity", .string(severity(of: finding))),
      ("fingerprint", .string(fingerprint(of: finding))),
      (
        "location",
        .object([("path", .string(path(of: finding))), ("lines", .object(lines))])
      ),
    ])
  }

  private func description(of finding: Finding) -> String {
    let message = finding.message[wording.language]
    return wording.spoken("\(finding.rule.id) (\(finding.market)): \(message)")
  }

  private func body(of finding: Finding) -> String {
    [
      finding.rule.title[wording.language],
      "\(wording.law): \(wording.citation(of: finding.rule, finding.act))",
      "\(wording.remedy): \(finding.remedy[wording.language])",
    ].map(wording.spoken).joined(separator: "\n\n")
  }

  /// GitLab's words; a rule that broke is what nothing may be concluded from.
  private func severity(of finding: Finding) -> String {
    if finding.verdict.name == .error { return "blocker" }
    if finding.isForPerson { return "info" }
    return switch finding.severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }

  /// GitLab keeps one of several equal fingerprints, so the file has its share: the same may be
  /// wrong in two submissions.
  private func fingerprint(of finding: Finding) -> String {
    "\(finding.fingerprint):\(path(of: finding))"
  }

  /// The path from the root of the repository, which GitLab wants without a dot before it.
  private func path(of finding: Finding) -> String {
    let file = finding.place.file
    return file.hasPrefix("./") ? String(file.dropFirst(2)) : file
  }
}
