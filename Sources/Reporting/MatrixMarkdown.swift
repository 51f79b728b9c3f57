public import Evaluation
public import RulePacks

/// What each market says of submissions, topic by topic, as Markdown.
public struct MatrixMarkdown: Report {
  private let wording: Wording

  /// Creates a report in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns a table for each submission.
  public func text(of results: [SubmissionResult]) -> String {
    results.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func lines(of result: SubmissionResult) -> [String] {
    let head = ["## \(MarkdownText.code(result.path))", ""]
    guard let first = result.markets.first else {
      return head + (result.isUnusable ? [wording.unusable] : waivers(result))
    }
    return head + ["\(wording.asOf) \(first.asOf)", ""]
      + MarkdownTable(VerdictMatrix(result.markets), wording).lines
  }

  private func waivers(_ result: SubmissionResult) -> [String] {
    MarkdownReport(language: wording.language).waivers(result)
  }
}

extension MarkdownTable {
  /// The table of a matrix.
  init(_ matrix: VerdictMatrix, _ wording: Wording) {
    self.init(
      columns: [wording.topic] + matrix.markets,
      rows: matrix.rows.map { row in
        [MarkdownText.code(row.topic)] + row.cells.map { $0.map(wording.cell) ?? "–" }
      })
  }
}
