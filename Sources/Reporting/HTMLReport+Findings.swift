internal import Diagnostics
internal import Evaluation
internal import RulePacks

/// The findings of a rule with one severity and verdict, in one market.
private struct FindingGroup {
  let first: Finding
  var findings: [Finding]

  /// Gathers findings by rule, in the order in which the first of each stands.
  static func groups(_ findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var positions: [String: Int] = [:]
    for finding in findings {
      let key = "\(finding.rule.id) \(finding.severity.rawValue) \(finding.verdict.name.rawValue)"
      if let position = positions[key] {
        groups[position].findings.append(finding)
      } else {
        positions[key] = groups.count
        groups.append(FindingGroup(first: finding, findings: [finding]))
      }
    }
    return groups
  }
}

extension HTMLReport {
  /// The most findings whose reasons a page has room for.
  private static let mostReasons = 1000

  @HTMLBuilder func findings(_ market: MarketResult, of result: SubmissionResult) -> HTML {
    let asked = market.findings.filter { !$0.isForPerson }
    HTML(
      .section, .label("\(wording.market(market.market)): \(result.path)"), .class("market")
    ) {
      HTML(.h2) { prose(wording.market(market.market)) }
      if market.findings.isEmpty { HTML(.p) { wording.noFindings } }
      if market.waivedCount > 0 {
        HTML(.p) { prose(wording.count(wording.waivedCount, market.waivedCount)) }
      }
      if result.findings.count > Self.mostReasons {
        HTML(.p, .class("quiet")) { wording.reasonsElsewhere }
      }
      for group in FindingGroup.groups(asked) {
        self.group(group, withReasons: result.findings.count <= Self.mostReasons)
      }
      checklist(market)
      lapses(market)
      outlook(market)
    }
  }

  private func group(_ group: FindingGroup, withReasons: Bool) -> HTML {
    let (finding, rule) = (group.first, group.first.rule)
    return HTML(
      .article, .class("rule"), .named("data-market", finding.market),
      .named("data-severity", finding.severity.rawValue), .named("data-topic", rule.topic),
      .named("data-count", String(group.findings.count))
    ) {
      HTML(.h3) {
        HTML.code(rule.id)
        " "
        prose(rule.title[wording.language])
      }
      HTML(.p, .class("chips")) {
        chip(wording.severityName(finding.severity), finding.severity.rawValue)
        chip(wording.verdict(finding.verdict.name), className(of: finding.verdict.name))
        HTML(.span, .class("chip quiet")) { HTML.code(rule.topic) }
        HTML(.span, .class("chip quiet")) { wording.confidence(rule.confidence) }
      }
      HTML(.p, .class("law small")) {
        HTML(.b) { "\(wording.law): " }
        prose(wording.citation(of: rule, finding.act))
      }
      HTML(.ul, .class("findings")) {
        HTML.pieces(group.findings.deferred { item($0, withReasons: withReasons) })
      }
    }
  }

  func chip(_ text: String, _ name: String) -> HTML {
    HTML(.span, .class("chip \(name)")) { text }
  }

  func className(of verdict: VerdictName) -> String {
    switch verdict {
    case .passes: "passes"
    case .fails: "fails"
    case .doesNotApply: "does-not-apply"
    case .undecided: "undecided"
    case .error: "error"
    }
  }

  private func item(_ finding: Finding, withReasons: Bool) -> HTML {
    HTML(.li, .named("data-rule", finding.rule.id)) {
      HTML(.p) { prose(finding.message[wording.language]) }
      recorded(finding)
      lines(of: finding.place, named: false)
      HTML(.dl) {
        fact(wording.values, values(of: finding))
        if withReasons { fact(wording.because, reasons(of: finding), .direction(.leftToRight)) }
        fact(wording.remedy, [prose(finding.remedy[wording.language])])
      }
    }
  }

  @HTMLBuilder private func fact(
    _ name: String, _ texts: [HTML], _ attributes: HTML.Attribute...
  ) -> HTML {
    if !texts.isEmpty {
      HTML(.dt) { name }
      for text in texts { HTML.element(.dd, attributes, [text]) }
    }
  }

  private func values(of finding: Finding) -> [HTML] {
    let most = 6
    let shown = finding.evidence.prefix(most).map { evidence in
      HTML.fragment([
        .code(evidence.pointer), " = ", directed(wording.content(evidence.content)),
      ])
    }
    let rest = finding.evidence.count - most
    return shown + (rest > 0 ? [prose(wording.moreEvidence(rest))] : [])
  }

  private func reasons(of finding: Finding) -> [HTML] {
    ReasonText(wording: wording, width: .max).lines(of: finding).map { .code($0) }
  }

  /// The lines of the submission with the place marked, and where that is.
  @HTMLBuilder func lines(of place: Place, named: Bool) -> HTML {
    let (start, end) = (place.start, place.end)
    HTML(.pre, .direction(.leftToRight)) {
      HTML(.span, .class("quiet")) { named ? "\(place) " : "\(start.line):\(start.column) " }
      marked(
        place.excerpt, from: start.column - 1,
        to: end.line == start.line ? end.column - 1 : .max)
    }
  }

  @HTMLBuilder private func marked(_ line: String, from: Int, to: Int) -> HTML {
    let lower = line.scalarIndex(max(from, 0))
    let upper = max(lower, line.scalarIndex(max(to, 0)))
    text(line[..<lower])
    HTML(.mark) { text(line[lower..<upper]) }
    text(line[upper...])
  }

  private func text(_ part: Substring) -> HTML {
    .text(String(part).writing { $0 == "\t" ? " " : nil }.escapingHiddenCharacters)
  }

  // MARK: What a person judges

  @HTMLBuilder private func checklist(_ market: MarketResult) -> HTML {
    let findings = market.findings.filter(\.isForPerson)
    if !findings.isEmpty {
      HTML(
        .article, .class("rule"), .named("data-market", market.market),
        .named("data-severity", "person"), .named("data-topic", ""),
        .named("data-count", String(findings.count))
      ) {
        HTML(.h3) { prose(wording.count(wording.forPerson, findings.count)) }
        HTML(.ul, .class("tasks")) { for finding in findings { task(finding) } }
      }
    }
  }

  private func task(_ finding: Finding) -> HTML {
    HTML(.li, .named("data-rule", finding.rule.id)) {
      HTML(.label) {
        HTML(.input, .named("type", "checkbox"))
        " "
        HTML.code(finding.rule.id)
        " "
        prose(finding.rule.title[wording.language])
      }
    }
  }
}

extension String {
  /// Where a scalar stands, counted from 0; the end, if there are not so many.
  fileprivate func scalarIndex(_ count: Int) -> Index {
    unicodeScalars.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex
  }
}
