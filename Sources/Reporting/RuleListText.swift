internal import Diagnostics
public import RulePacks

/// The packs with their rules, a rule a line or as many as its title takes, for people at a terminal.
public struct RuleListText: Sendable {
  private let wording: Wording
  private let style: TerminalStyle

  /// Creates a writer in a language and a style.
  public init(language: Language, style: TerminalStyle) {
    self.wording = Wording(language: language)
    self.style = style
  }

  /// Returns the text of a pack: its name, version, title and number of rules, then the rules.
  public func text(of pack: RulePack) -> String {
    let language = wording.language
    let head = "\(pack.name) \(pack.version)  \(pack.title[language])  (\(pack.rules.count))"
    let ids = pack.rules.map(\.id.count).max() ?? 0
    let severities = pack.rules.map { wording.severityName($0.severity).terminalCells }.max() ?? 0
    let lines = pack.rules.flatMap { rule in
      let severity = wording.severityName(rule.severity)
      let start =
        "  \(rule.id)\(blanks(ids - rule.id.count))  "
        + "\(severity)\(blanks(severities - severity.terminalCells))  "
      return hanging(rule.title[language], behind: start)
    }
    return ([language.isolating(head)] + lines + [""]).map { $0 + "\n" }.joined()
  }

  /// A text behind the start of its first line, its other lines under the first.
  private func hanging(_ text: String, behind start: String) -> [String] {
    let column = start.terminalCells
    return WrappedText(text, width: max(20, style.width - column)).lines.enumerated()
      .map { index, line in
        wording.language.isolating((index == 0 ? start : blanks(column)) + line)
      }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
