internal import Diagnostics
public import Evaluation
public import Receipts
public import RulePacks

/// Writes how two reports differ.
public struct DifferenceReport: Sendable {
  private let wording: Wording
  private let style: TerminalStyle

  /// Creates a report in a language and a style.
  public init(language: Language, style: TerminalStyle) {
    self.wording = Wording(language: language)
    self.style = style
  }

  /// Returns the difference as text: what is new, what is gone, and how much is as it was.
  public func text(before: Baseline, after: Baseline) -> String {
    let difference = before.comparison(with: after)
    let lines =
      part(wording.newFindings, difference.new, .red)
      + part(wording.fixedFindings, difference.fixed, .green)
      + [wording.unchanged(difference.unchangedCount)]
    return lines.joined(separator: "\n") + "\n"
  }

  private func part(
    _ title: String, _ findings: [KnownFinding], _ ink: TerminalStyle.Ink
  ) -> [String] {
    [style.ink("\(title): \(findings.count)", ink, .bold)]
      + findings.flatMap { finding in
        WrappedText(finding.line.escapingHiddenCharacters, width: style.width - 2).lines
          .map { "  " + $0 }
      } + [""]
  }

  /// Returns the difference as JSON, with what it was made of.
  public func json(before: Baseline, after: Baseline, _ receipt: Receipt) -> String {
    let difference = before.comparison(with: after)
    return JSON.object([
      ("schema", .string("parvaneh-diff/1")),
      ("new", .array(difference.new.map(JSON.init))),
      ("fixed", .array(difference.fixed.map(JSON.init))),
      ("unchanged", .integer(Int64(difference.unchangedCount))),
      ("receipt", JSON(receipt)),
    ]).text
  }
}

extension KnownFinding {
  /// The finding on one line, with its market and severity; one about a waiver has no market.
  var line: String {
    let about = market.isEmpty ? severity : "\(market), \(severity)"
    return "\(rule) (\(about)): \(message)"
  }
}
