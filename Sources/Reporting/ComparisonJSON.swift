public import Receipts
public import RulePacks

/// A comparison of two markets for programs.
public struct ComparisonJSON: Sendable {
  private let language: Language

  /// Creates a writer whose titles are in a language.
  public init(language: Language) {
    self.language = language
  }

  /// Returns the comparisons as a JSON text, with what they were made of.
  public func text(of comparisons: [MarketComparison], _ receipt: Receipt) -> String {
    JSON.object([
      ("schema", .string("parvaneh-comparison/1")),
      ("language", .string(language.rawValue)),
      ("comparisons", .array(comparisons.map(comparison))),
      ("receipt", JSON(receipt)),
    ]).text
  }

  private func comparison(_ comparison: MarketComparison) -> JSON {
    .object([
      ("left", .string(comparison.left)), ("right", .string(comparison.right)),
      ("kind", .string(comparison.kind)), ("asOf", .string(comparison.day.description)),
      ("topics", .array(comparison.topics.map(topic))),
    ])
  }

  private func topic(_ topic: MarketComparison.Topic) -> JSON {
    .object([
      ("topic", .string(topic.name)), ("relation", .string(topic.relation.rawValue)),
      ("common", .array(topic.common.map(rule))), ("left", .array(topic.left.map(rule))),
      ("right", .array(topic.right.map(rule))),
      (
        "differences",
        .array(
          topic.differences.map { difference in
            .object([
              ("subject", .string(difference.subject)), ("left", .string(difference.left)),
              ("right", .string(difference.right)),
            ])
          })
      ),
    ])
  }

  private func rule(_ rule: CompiledRule) -> JSON {
    .object([
      ("id", .string(rule.rule.id)), ("pack", .string(rule.pack)),
      ("severity", .string(rule.rule.severity.rawValue)),
      ("title", .string(rule.rule.title[language])), ("act", .string(rule.act.id)),
      ("provision", JSON(rule.rule.citation.provision)),
    ])
  }
}
