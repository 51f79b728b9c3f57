internal import Diagnostics
internal import Evaluation
internal import RulePacks

extension TextReport {
  /// What is wrong with waivers, the gravest first, and how often.
  func waivers(_ result: SubmissionResult) -> [String] {
    let findings = result.waiverFindings
    guard !findings.isEmpty else { return [] }
    let parts = Severity.allCases.sorted(by: >).flatMap { severity in
      part(severity, findings.filter { $0.severity == severity })
    }
    let counts = WrappedText(wording.waiverCounts(findings), width: style.width).lines
    return parts + [""] + counts.map(isolating)
  }

  private func part(_ severity: Severity, _ findings: [WaiverFinding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    let head = wording.count(wording.severity(severity), findings.count)
    return ["", style.ink(head, ink(severity), .bold)] + findings.flatMap { [""] + finding($0) }
  }

  private func finding(_ finding: WaiverFinding) -> [String] {
    let title = "\(finding.id)  \(wording.title(finding.kind))"
    var lines = WrappedText(title, width: style.width).lines.map {
      style.ink(isolating($0), ink(finding.severity))
    }
    lines += (finding.baselineState.map(wording.baselineState)).map(indented) ?? []
    lines += indented(wording.dated(shown(wording.message(of: finding))))
    lines.append("  " + style.ink("--> \(finding.place)".escapingHiddenCharacters, .faint))
    lines += Snippet(finding.place).lines(indent: 2, width: style.width - 12)
    return lines + labelled(wording.remedy, wording.remedy(finding.kind))
  }
}
