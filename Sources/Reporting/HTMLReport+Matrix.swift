internal import Evaluation
internal import RulePacks

extension HTMLReport {
  /// What the markets' rules said, topic by topic.
  @HTMLBuilder func matrix(_ result: SubmissionResult) -> HTML {
    let topics = Set(result.markets.flatMap(\.rules).map(\.rule.topic)).sorted()
    let cells = result.markets.map { Self.verdicts(of: $0) }
    HTML(.details, .class("matrix")) {
      HTML(.summary) { HTML(.h2) { wording.byTopic } }
      HTML(
        .div, .class("scroll"), .named("tabindex", "0"), .named("role", "region"),
        .label(wording.byTopic)
      ) {
        HTML(.table) {
          HTML(.thead) {
            HTML(.tr) {
              HTML(.th, .scope("col")) { wording.topicColumn }
              for market in result.markets {
                HTML(.th, .scope("col")) { prose(wording.market(market.market)) }
              }
            }
          }
          HTML(.tbody) {
            for topic in topics {
              HTML(.tr) {
                HTML(.th, .scope("row")) { HTML.code(topic) }
                for verdicts in cells { cell(verdicts[topic]) }
              }
            }
          }
        }
      }
    }
  }

  /// The gravest verdict of each topic's rules in a market.
  private static func verdicts(of market: MarketResult) -> [String: VerdictName] {
    market.rules.reduce(into: [:]) { verdicts, outcome in
      let gravest = gravity.last { outcome.counts[$0] > 0 } ?? .doesNotApply
      let known = verdicts[outcome.rule.topic] ?? .doesNotApply
      verdicts[outcome.rule.topic] = gravity.last { $0 == gravest || $0 == known }
    }
  }

  /// Verdicts, the gravest last.
  private static let gravity: [VerdictName] = [.doesNotApply, .passes, .undecided, .fails, .error]

  private func cell(_ verdict: VerdictName?) -> HTML {
    HTML(.td, .class(verdict.map(className) ?? "does-not-apply")) {
      verdict.map(wording.verdict) ?? wording.notAsked
    }
  }
}
