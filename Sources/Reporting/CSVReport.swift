internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report as a table for a spreadsheet: RFC 4180, one finding a row.
///
/// It begins with a byte order mark, since Excel else reads it in the code page of the machine and
/// spoils Cyrillic and Persian. A cell that a spreadsheet would run as a formula has an apostrophe
/// before it. Line ends and what could turn text round are written out, so that a
/// finding is a line; in Persian words, codes and Latin names are isolated. A finding that is
/// waived says so and has its waiver beside it; those of an earlier report that are gone are no
/// rows, since they are no findings.
public struct CSVReport: Report {
  private let wording: Wording

  /// The names of the columns, the same in every language, for programs read them, too.
  static let columns = [
    "submission", "market", "rule", "pack", "topic", "title", "verdict", "severity", "upcoming",
    "message", "remedy", "act", "number", "date", "solar_hijri_date", "provision", "basis",
    "confidence", "decidable", "file", "line", "column", "pointer", "fingerprint", "waiver",
    "waiver_reason", "waiver_approved_by", "waiver_ticket", "waiver_expires", "baseline",
  ]

  /// The columns whose texts are words for people.
  private static let prose: Set = [
    "title", "message", "remedy", "act", "waiver", "waiver_reason", "waiver_approved_by",
  ]

  /// Creates a report whose texts for people are in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns the table with a row of names.
  public func text(of results: [SubmissionResult]) -> String {
    let rows = results.flatMap { result in
      result.findings.concurrentMap(inChunksOf: 64) { row(cells($0, of: result.path)) }
        + result.waiverFindings.map { row(cells($0, of: result.path)) }
    }
    return "\u{FEFF}" + ([row(Self.columns)] + rows).joined()
  }

  private func cells(_ finding: Finding, of path: String) -> [String] {
    let (rule, act, start) = (finding.rule, finding.act, finding.place.start)
    return [
      path, finding.market, rule.id, finding.pack, rule.topic, rule.title[language],
      finding.verdict.name.rawValue, finding.severity.rawValue,
      finding.upcoming?.description ?? "", finding.message[language],
      finding.remedy[language], act.title[language], act.number ?? "",
      act.date?.description ?? "",
      act.solarHijriDate ?? "", rule.citation.provision ?? "", rule.basis.rawValue,
      rule.confidence.rawValue, rule.decidability.rawValue, finding.place.file,
      String(start.line), String(start.column), finding.pointer, finding.fingerprint,
    ] + cells(finding.waiver, wouldFail: finding.verdict == .fails)
      + [finding.baselineState?.rawValue ?? ""]
  }

  private func cells(_ waiver: Waiver?, wouldFail: Bool) -> [String] {
    guard let waiver else { return ["", "", "", "", ""] }
    return [
      wording.waived(wouldFail: wouldFail), waiver.reason, waiver.approvedBy,
      waiver.ticket ?? "", waiver.expires.description,
    ]
  }

  private func cells(_ finding: WaiverFinding, of path: String) -> [String] {
    let start = finding.place.start
    return [
      path, "", finding.id, "", "", wording.title(finding.kind), VerdictName.fails.rawValue,
      finding.severity.rawValue, "", wording.message(of: finding),
      wording.remedy(finding.kind), "", "", "", "", "", "", "", "", finding.place.file,
      String(start.line), String(start.column), finding.pointer, finding.fingerprint, "", "", "",
      "", finding.expires?.description ?? "", finding.baselineState?.rawValue ?? "",
    ]
  }

  private var language: Language { wording.language }

  private func row(_ cells: [String]) -> String {
    zip(Self.columns, cells).map { Self.prose.contains($0) ? prose($1) : plain($1) }
      .joined(separator: ",") + "\r\n"
  }

  private func plain(_ text: String) -> String {
    quoted(harmless(text).escapingHiddenCharacters)
  }

  private func prose(_ text: String) -> String { quoted(wording.spoken(harmless(text))) }

  private func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) else {
      return text
    }
    return "\"\(text.writing { $0 == "\"" ? "\"\"" : nil })\""
  }

  /// The text, an apostrophe before it if a spreadsheet would take it for a formula.
  private func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first)
    else {
      return text
    }
    return "'\(text)"
  }
}
