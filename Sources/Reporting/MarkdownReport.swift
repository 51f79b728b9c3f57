internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report in Markdown, for the description of a pull request or a letter.
///
/// First what is concluded, then the findings by severity, each with place, law and remedy; those
/// that only a person can judge as a list to tick off. Persian stands in a block that reads from
/// right to left.
public struct MarkdownReport: Report {
  private let wording: Wording

  /// Creates a report in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns the report: a part for each submission.
  public func text(of results: [SubmissionResult]) -> String {
    let parts = results.map { submission($0).joined(separator: "\n") }
    let text = parts.joined(separator: "\n\n") + "\n"
    guard wording.language.direction == .rightToLeft else { return text }
    return "<div dir=\"rtl\" lang=\"\(wording.language.rawValue)\">\n\n\(text)\n</div>\n"
  }

  private func submission(_ result: SubmissionResult) -> [String] {
    var lines = ["# \(code(result.path))"]
    if let about = wording.about(result) { lines += ["", prose(wording.dated(about))] }
    for diagnostic in result.diagnostics { lines += ["", self.diagnostic(diagnostic)] }
    if result.isUnusable { lines += ["", "**\(prose(wording.unusable))**"] }
    if !result.markets.isEmpty { lines += [""] + conclusions(result) }
    return lines + result.markets.flatMap(market) + waivers(result) + fixed(result)
  }

  private func diagnostic(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { " (\(code("\($0)")))" } ?? ""
    return "- **\(diagnostic.severity.rawValue)**: \(prose(diagnostic.message))\(place)"
  }

  private func conclusions(_ result: SubmissionResult) -> [String] {
    let names = VerdictName.allCases.map(wording.verdict)
    let head = [wording.marketColumn, wording.conclusion] + names
    let rows = result.markets.map { market in
      [wording.market(market.market), wording.conclusion(market.conclusion)]
        + VerdictName.allCases.map { wording.number(market.counts[$0]) }
    }
    let rule = head.indices.map { $0 < 2 ? "---" : "--:" }
    return [row(head.map(prose)), row(rule)] + rows.map { row($0.map(prose)) }
  }

  private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  private func market(_ result: MarketResult) -> [String] {
    var lines = ["", "## \(prose(wording.market(result.market)))"]
    if result.waivedCount > 0 {
      lines += ["", prose(wording.count(wording.waivedCount, result.waivedCount))]
    }
    for severity in Severity.allCases.sorted(by: >) {
      let findings = result.findings.filter { $0.severity == severity && !$0.isForPerson }
      guard !findings.isEmpty else { continue }
      lines += ["", "### \(prose(wording.count(wording.severity(severity), findings.count)))"]
      lines += findings.concurrentMap(inChunksOf: 64) { [""] + self.finding($0) }.flatMap(\.self)
    }
    return lines + checklist(result) + lapses(result) + outlook(result)
  }

  /// The law that ends without a known successor.
  private func lapses(_ result: MarketResult) -> [String] {
    let lapses = result.lapses
    guard !lapses.isEmpty else { return [] }
    return ["", "### \(prose(wording.count(wording.lapses, lapses.count)))", ""]
      + lapses.map { "- \(prose(wording.dated(wording.lapse($0, asOf: result.asOf))))" }
  }

  /// The first day on which the conclusion changes although nobody touches the dossier.
  private func outlook(_ result: MarketResult) -> [String] {
    guard let outlook = wording.outlook(result) else { return [] }
    let causes = result.forecast?.changes.first.map(wording.causes) ?? []
    return ["", "**\(prose(wording.dated(outlook)))**"]
      + (causes.isEmpty ? [] : [""] + causes.map { "- \(prose(wording.dated($0)))" })
  }

  private func finding(_ finding: Finding) -> [String] {
    let rule = finding.rule
    let language = wording.language
    let values = finding.evidence.prefix(6).map {
      code("\($0.pointer) = \(wording.content($0.content))")
    }
    let rest = finding.evidence.count - values.count
    return [
      "**\(prose("\(rule.id)  \(rule.title[language])"))**  ",
      "\(prose(wording.dated(finding.message[language])))", "",
    ] + wording.recorded(finding).map { "- **\(prose(wording.dated($0)))**" } + [
      "- \(code("\(finding.place)"))",
      item(wording.law, prose(wording.dated(wording.citation(of: rule, finding.act)))),
    ]
      + (values.isEmpty
        ? []
        : [
          item(
            wording.values,
            (values + (rest > 0 ? [prose(wording.moreEvidence(rest))] : []))
              .joined(separator: wording.comma))
        ])
      + [item(wording.remedy, prose(wording.dated(finding.remedy[language])))]
  }

  /// What is wrong with waivers, the gravest first, and how often.
  func waivers(_ result: SubmissionResult) -> [String] {
    let findings = result.waiverFindings
    guard !findings.isEmpty else { return [] }
    return ["", prose(wording.waiverCounts(findings))]
      + Severity.allCases.sorted(by: >).flatMap { severity -> [String] in
        let those = findings.filter { $0.severity == severity }
        guard !those.isEmpty else { return [] }
        return ["", "### \(prose(wording.count(wording.severity(severity), those.count)))"]
          + those.flatMap { [""] + finding($0) }
      }
  }

  private func finding(_ finding: WaiverFinding) -> [String] {
    [
      "**\(prose("\(finding.id)  \(wording.title(finding.kind))"))**  ",
      prose(wording.dated(wording.message(of: finding))), "",
    ] + (finding.baselineState.map { ["- **\(prose(wording.baselineState($0)))**"] } ?? []) + [
      "- \(code("\(finding.place)"))", item(wording.remedy, prose(wording.remedy(finding.kind))),
    ]
  }

  /// The findings of the baseline that are gone.
  private func fixed(_ result: SubmissionResult) -> [String] {
    guard let fixed = result.fixed, !fixed.isEmpty else { return [] }
    return ["", "## \(prose(wording.count(wording.fixed, fixed.count)))", ""]
      + fixed.map { "- \(prose(wording.dated(wording.fixed($0))))" }
  }

  private func item(_ label: String, _ text: String) -> String {
    "- *\(prose(label))*: \(text)"
  }

  private func checklist(_ result: MarketResult) -> [String] {
    let findings = result.findings.filter(\.isForPerson)
    guard !findings.isEmpty else { return [] }
    let head = wording.count(wording.forPerson, findings.count)
    return ["", "### \(prose(head))", ""]
      + findings.map { "- [ ] \(prose("\($0.rule.id)  \($0.rule.title[wording.language])"))" }
  }

  /// Words for people: what runs against them isolated, nothing in them read as markup.
  private func prose(_ text: String) -> String {
    wording.language.isolating(text.escapingHiddenCharacters) { MarkdownText.escaped($0) }
  }

  /// What is read from left to right, whatever stands around it.
  private func code(_ text: String) -> String {
    let code = MarkdownText.code(text)
    return wording.language.direction == .rightToLeft ? "\u{2066}\(code)\u{2069}" : code
  }
}
