public import RulePacks

/// A comparison of two markets as Markdown: a table for each way in which they stand to each other.
public struct ComparisonMarkdown: Sendable {
  private let wording: Wording

  /// Creates a writer in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns the comparisons as sections.
  public func text(of comparisons: [MarketComparison]) -> String {
    comparisons.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func lines(of comparison: MarketComparison) -> [String] {
    let title =
      "\(wording.compared(comparison.left, comparison.right)): \(wording.kind(comparison.kind))"
    var lines = ["## \(MarkdownText.escaped(title))", "", "\(wording.asOf) \(comparison.day)"]
    for relation in MarketComparison.Relation.allCases {
      let topics = comparison.topics.filter { $0.relation == relation }
      guard !topics.isEmpty else { continue }
      let words = wording.relation(relation, comparison.left, comparison.right)
      lines += ["", "### \(MarkdownText.escaped(words)) (\(topics.count))", ""]
      let columns = [wording.topic, comparison.left, comparison.right, "≠"]
      lines += MarkdownTable(columns: columns, rows: topics.map { row($0, comparison) }).lines
    }
    return lines
  }

  private func row(_ topic: MarketComparison.Topic, _ comparison: MarketComparison) -> [String] {
    let differences = topic.differences.map { MarkdownText.code($0.inWords(comparison, wording)) }
    return [
      MarkdownText.code(topic.name), cell(topic.common + topic.left),
      cell(topic.common + topic.right), differences.joined(separator: "<br>"),
    ]
  }

  private func cell(_ rules: [CompiledRule]) -> String {
    rules.map { rule in
      let law = wording.shortCitation(of: rule.rule, rule.act)
      return "\(MarkdownText.code(rule.rule.id)) "
        + MarkdownText.escaped("\(rule.rule.title[wording.language]) (\(law))")
    }
    .joined(separator: "<br>")
  }
}
