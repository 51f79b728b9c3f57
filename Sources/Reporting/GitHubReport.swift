internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report as workflow commands of GitHub Actions, which show each finding at its line of a pull
/// request.
///
/// A failing rule and a rule that broke is an annotation of its severity; what is undecided, too,
/// since nobody may read it as a pass; what a person has to judge and what is waived is a notice.
/// GitHub shows ten of a severity in a step, so the markets take turns, and what is said for one of
/// them is said again for the others at the end.
public struct GitHubReport: Report {
  private let wording: Wording

  /// Creates a report in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns one command a finding or diagnostic.
  public func text(of results: [SubmissionResult]) -> String {
    results.flatMap {
      $0.diagnostics.map(command)
        + inTurns($0.markets).concurrentMap(inChunksOf: 64) { command($0) }
        + $0.waiverFindings.map(command)
    }
    .map { $0 + "\n" }.joined()
  }

  /// The findings of all markets in the order in which they are worth showing.
  private func inTurns(_ markets: [MarketResult]) -> [Finding] {
    let turns = (0..<(markets.map(\.findings.count).max() ?? 0)).flatMap { turn in
      markets.filter { turn < $0.findings.count }.map { $0.findings[turn] }
    }
    var said: Set<Remark> = []
    let isNew = turns.map { said.insert(Remark($0)).inserted }
    let marked = zip(turns, isNew)
    return marked.filter(\.1).map(\.0) + marked.filter { !$0.1 }.map(\.0)
  }

  /// What a finding says, whichever market it is said for.
  private struct Remark: Hashable {
    let rule: String
    let file: String
    let range: Range<Int>

    init(_ finding: Finding) {
      self.rule = finding.rule.id
      self.file = finding.place.file
      self.range = finding.place.range
    }
  }

  private func command(_ finding: Finding) -> String {
    let level = finding.isForPerson || finding.waiver != nil ? .note : finding.severity
    return command(
      level.gitHubWord, at: finding.place,
      title: wording.spoken(
        "\(finding.rule.id) (\(finding.market)) \(finding.rule.title[wording.language])"),
      message: message(of: finding))
  }

  private func message(of finding: Finding) -> String {
    let about = [
      finding.message[wording.language],
      "\(wording.law): \(wording.citation(of: finding.rule, finding.act))",
      "\(wording.remedy): \(finding.remedy[wording.language])",
    ]
    // That it is waived stands first: of a long message only the beginning is seen.
    return (wording.recorded(finding) + about).map(wording.spoken).joined(separator: "\n")
  }

  private func command(_ finding: WaiverFinding) -> String {
    let lines =
      [wording.message(of: finding)]
      + (finding.baselineState.map { [wording.baselineState($0)] } ?? [])
      + ["\(wording.remedy): \(wording.remedy(finding.kind))"]
    return command(
      finding.severity.gitHubWord, at: finding.place,
      title: wording.spoken("\(finding.id) \(wording.title(finding.kind))"),
      message: lines.map(wording.spoken).joined(separator: "\n"))
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    let level: Severity =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    return command(
      level.gitHubWord, at: diagnostic.place, title: "parvaneh",
      message: diagnostic.message.escapingHiddenCharacters)
  }

  private func command(
    _ word: String, at place: Place?, title: String, message: String
  ) -> String {
    let spot = place.map(position) ?? ""
    return "::\(word) \(spot)title=\(property(title))::\(data(message))"
  }

  private func position(_ place: Place) -> String {
    let (start, end) = (place.start, place.end)
    return
      "file=\(property(place.file.escapingHiddenCharacters)),line=\(start.line),endLine=\(end.line),"
      + "col=\(start.column),endColumn=\(max(start.column, end.column - 1)),"
  }

  /// A message: percent signs and line ends would end it or be read as escapes.
  private func data(_ text: String) -> String {
    text.writing { Self.escapes[$0] }
  }

  /// A property: colons and commas would end it, besides.
  private func property(_ text: String) -> String {
    text.writing { Self.escapes[$0] ?? Self.propertyEscapes[$0] }
  }

  private static let escapes: [Unicode.Scalar: String] = ["%": "%25", "\n": "%0A"]
  private static let propertyEscapes: [Unicode.Scalar: String] = [":": "%3A", ",": "%2C"]
}

extension Severity {
  fileprivate var gitHubWord: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
