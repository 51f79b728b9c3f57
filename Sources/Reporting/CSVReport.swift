internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report as a table for a spreadsheet: RFC 4180, one finding a row.
///
/// It begins with a byte order mark, since Excel else reads it in the code page of the machine and
/// spoils Cyrillic and Persian. A cell that a spreadsheet would run as a formula has an apostrophe
/// before it. Line ends and what could turn text round are written out, so that a
/// finding is a line.
public struct CSVReport: Report {
  private let language: Language

  /// The names of the columns, the same in every language, for programs read them, too.
  static let columns = [
    "submission", "market", "rule", "pack", "topic", "title", "verdict", "severity", "upcoming",
    "message", "remedy", "act", "number", "date", "solar_hijri_date", "provision", "basis",
    "confidence", "decidable", "file", "line", "column", "pointer", "fingerprint",
  ]

  /// Creates a report whose texts for people are in a language.
  public init(language: Language) {
    self.language = language
  }

  /// Returns the table with a row of names.
  public func text(of results: [SubmissionResult]) -> String {
    let rows = results.flatMap { result in result.findings.map { cells($0, of: result.path) } }
    return "\u{FEFF}" + ([Self.columns] + rows).map(row).joined()
  }

  private func cells(_ finding: Finding, of path: String) -> [String] {
    let (rule, act, start) = (finding.rule, finding.act, finding.place.start)
    return [
      path, finding.market, rule.id, finding.pack, rule.topic, rule.title[language],
      finding.verdict.name.rawValue, finding.severity.rawValue,
      finding.upcoming?.description ?? "", finding.message[language], finding.remedy[language],
      act.title[language], act.number ?? "", act.date?.description ?? "",
      act.solarHijriDate ?? "", rule.citation.provision ?? "", rule.basis.rawValue,
      rule.confidence.rawValue, rule.decidability.rawValue, finding.place.file,
      String(start.line), String(start.column), finding.pointer, finding.fingerprint,
    ]
  }

  private func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private func cell(_ text: String) -> String {
    let text = harmless(text).escapingHiddenCharacters
    guard text.unicodeScalars.contains(where: { "\",".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\"\(text.replacing("\"", with: "\"\""))\""
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
