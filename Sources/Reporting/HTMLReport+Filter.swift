internal import Evaluation
internal import RulePacks

extension HTMLReport {
  /// Which findings are shown, by market, severity and topic; hidden until the script can do it.
  @HTMLBuilder func filter(_ results: [SubmissionResult]) -> HTML {
    let findings = results.flatMap(\.findings)
    let waivers = results.flatMap(\.waiverFindings)
    let count = findings.count + waivers.count
    if count > 1 {
      HTML(
        .section, .class("filter screen-only"), .label(wording.filterFindings),
        .named("hidden")
      ) {
        choice("market", wording.marketColumn, markets(findings))
        choice("severity", wording.severityLabel, severities(findings, waivers))
        choice("topic", wording.topicColumn, topics(findings))
        HTML(
          .output, .named("aria-live", "polite"),
          .named("data-text", wording.shownOf(count)),
          .named("data-digits", wording.language == .fa ? "۰۱۲۳۴۵۶۷۸۹" : "0123456789")
        ) { "" }
      }
    }
  }

  private func choice(
    _ name: StaticString, _ label: String, _ options: [(value: String, text: String)]
  ) -> HTML {
    HTML(.label) {
      HTML(.span) { label }
      HTML(.select, .named("data-filter", "\(name)")) {
        HTML(.option, .named("value", "")) { wording.all }
        for option in options { HTML(.option, .named("value", option.value)) { option.text } }
      }
    }
  }

  private func markets(_ findings: [Finding]) -> [(value: String, text: String)] {
    var seen: Set<String> = []
    return findings.map(\.market).filter { seen.insert($0).inserted }
      .map { ($0, wording.market($0)) }
  }

  private func severities(
    _ findings: [Finding], _ waivers: [WaiverFinding]
  ) -> [(value: String, text: String)] {
    let found = Set(findings.filter { !$0.isForPerson }.map(\.severity) + waivers.map(\.severity))
    let asked = found.sorted(by: >)
      .map { ($0.rawValue, wording.severity($0)) }
    return asked
      + (findings.contains(where: \.isForPerson) ? [("person", wording.forPerson)] : [])
  }

  private func topics(_ findings: [Finding]) -> [(value: String, text: String)] {
    Set(findings.filter { !$0.isForPerson }.map(\.rule.topic)).sorted().map { ($0, $0) }
  }
}
