internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report for people at a terminal.
public struct TextReport: Report {
  let wording: Wording
  let style: TerminalStyle
  /// How wide the column of labels is.
  let labelCells: Int

  /// Creates a report in a language and a style.
  public init(language: Language, style: TerminalStyle) {
    let wording = Wording(language: language)
    let labels = [wording.law, wording.values, wording.because, wording.remedy]
    self.wording = wording
    self.style = style
    self.labelCells = labels.map(\.terminalCells).max() ?? 0
  }

  /// Returns the report: a part for each submission, in it a part for each market.
  public func text(of results: [SubmissionResult]) -> String {
    results.map(submission).joined(separator: "\n")
  }

  private func submission(_ result: SubmissionResult) -> String {
    var lines = [style.ink(result.path.escapingHiddenCharacters, .bold) + about(result)]
    if !result.diagnostics.isEmpty {
      lines.append("")
      lines += result.diagnostics.flatMap { DiagnosticText(style).lines($0) }
    }
    if result.isUnusable { lines += ["", style.ink(wording.unusable, .red, .bold)] }
    lines += waivers(result)
    for market in result.markets { lines += [""] + self.market(market) }
    lines += fixed(result)
    return lines.joined(separator: "\n") + "\n"
  }

  private func about(_ result: SubmissionResult) -> String {
    wording.about(result).map { "  \(isolating(wording.dated(shown($0))))" } ?? ""
  }

  // MARK: A market

  private func market(_ result: MarketResult) -> [String] {
    var lines = [heading(wording.market(result.market))]
    for severity in Severity.allCases.sorted(by: >) {
      let findings = result.findings.filter { $0.severity == severity && !$0.isForPerson }
      guard !findings.isEmpty else { continue }
      lines += [
        "",
        style.ink(wording.count(wording.severity(severity), findings.count), ink(severity), .bold),
      ]
      lines += folded(findings).concurrentMap(inChunksOf: 64) { finding, following in
        [""] + self.finding(finding) + self.following(following)
      }.flatMap(\.self)
    }
    return lines + leftOut(result) + checklist(result) + lapses(result) + [""] + summary(result)
      + outlook(result)
  }

  /// The law that ends without a known successor.
  private func lapses(_ result: MarketResult) -> [String] {
    let lapses = result.lapses
    guard !lapses.isEmpty else { return [] }
    return ["", style.ink(wording.count(wording.lapses, lapses.count), .cyan, .bold), ""]
      + lapses.flatMap { indented(shown(wording.lapse($0, asOf: result.asOf))) }
  }

  /// The first day on which the conclusion changes although nobody touches the dossier.
  private func outlook(_ result: MarketResult) -> [String] {
    guard let outlook = wording.outlook(result) else { return [] }
    let head = WrappedText(wording.dated(outlook), width: style.width).lines
    let causes = result.forecast?.changes.first.map(wording.causes) ?? []
    return head.map(isolating) + causes.flatMap { indented(wording.dated(shown($0))) }
  }

  /// What only a person can judge, as a list to tick off.
  private func checklist(_ result: MarketResult) -> [String] {
    let findings = result.findings.filter(\.isForPerson)
    guard !findings.isEmpty else { return [] }
    let head = style.ink(wording.count(wording.forPerson, findings.count), .cyan, .bold)
    return ["", head, ""]
      + findings.flatMap { finding in
        let text = "\(finding.rule.id)  \(finding.rule.title[wording.language])"
        return WrappedText(text, width: style.width - 6).lines.enumerated().map { index, line in
          (index == 0 ? "  [ ] " : "      ") + isolating(line)
        }
      }
  }

  func heading(_ title: String) -> String {
    let rule = String(repeating: "─", count: max(0, style.width - title.terminalCells - 4))
    return style.ink("── \(isolating(title)) \(rule)", .bold)
  }

  private func summary(_ result: MarketResult) -> [String] {
    let waived = result.waivedCount
    return (waived > 0 ? [wording.count(wording.waivedCount, waived)] : [])
      + summary(result.market, result.counts, result.conclusion)
  }

  /// The counts of a market's verdicts, and its conclusion.
  func summary(_ market: String, _ counts: VerdictCounts, _ conclusion: Conclusion) -> [String] {
    let counts = VerdictName.allCases.map { "\(wording.verdict($0)) \(wording.number(counts[$0]))" }
    let ink: TerminalStyle.Ink =
      switch conclusion {
      case .conforms: .green
      case .doesNotConform: .red
      case .undecided: .yellow
      }
    let words = style.ink(wording.conclusion(conclusion), ink, .bold)
    return WrappedText(
      "\(wording.verdicts): " + counts.joined(separator: " · "), width: style.width
    )
    .lines + ["\(wording.conclusion): \(isolating(wording.market(market))): \(words)"]
  }

  func ink(_ severity: Severity) -> TerminalStyle.Ink {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  // MARK: A finding

  func finding(_ finding: Finding) -> [String] {
    let rule = finding.rule
    let title = "\(rule.id)  \(rule.title[wording.language])"
    var lines = WrappedText(title, width: style.width).lines.map {
      style.ink(isolating($0), ink(finding.severity))
    }
    lines += recorded(finding).flatMap(indented)
    lines += indented(prose(finding.message))
    lines.append("  " + style.ink("--> \(finding.place)".escapingHiddenCharacters, .faint))
    lines += Snippet(finding.place).lines(indent: 2, width: style.width - 12)
    lines += labelled(wording.law, wording.dated(wording.citation(of: finding.rule, finding.act)))
    lines += labelled(
      wording.values,
      values(finding).flatMap { WrappedText($0, width: style.width - labelCells - 4).lines })
    lines += labelled(wording.because, reasons(finding), isolating: false)
    lines += labelled(wording.remedy, prose(finding.remedy))
    lines += wouldPass(finding)
    return lines
  }

  func shown(_ text: String) -> String { text.escapingHiddenCharacters }

  private func prose(_ text: LocalizedText) -> String {
    wording.dated(shown(text[wording.language]))
  }

  /// A line of which every part keeps its own direction.
  func isolating(_ line: String) -> String { wording.language.isolating(line) }

  private func values(_ finding: Finding) -> [String] {
    let most = 6
    let shown = finding.evidence.prefix(most).map {
      "\($0.pointer) = \(wording.content($0.content))"
    }
    let rest = finding.evidence.count - most
    return shown + (rest > 0 ? [wording.moreEvidence(rest)] : [])
  }

  func indented(_ text: String) -> [String] {
    WrappedText(text, width: style.width - 2).lines.map { "  " + isolating($0) }
  }

  private func reasons(_ finding: Finding) -> [String] {
    ReasonText(wording: wording, width: style.width - labelCells - 4).lines(of: finding)
  }

  /// A label in a column of its own, the text beside it.
  func labelled(_ label: String, _ text: String) -> [String] {
    labelled(label, WrappedText(text, width: style.width - labelCells - 4).lines)
  }

  /// A label beside the first of some lines, which are prose unless they are not to be isolated:
  /// in an expression a person copies what stands there.
  private func labelled(
    _ label: String, _ lines: [String], isolating isProse: Bool = true
  ) -> [String] {
    lines.enumerated().map { index, line in
      let head = index == 0 ? label : ""
      let gap = String(repeating: " ", count: labelCells - head.terminalCells)
      return "  " + style.ink(head, .faint) + gap + "  " + (isProse ? isolating(line) : line)
    }
  }
}
