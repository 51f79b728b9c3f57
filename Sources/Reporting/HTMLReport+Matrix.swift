internal import Evaluation
internal import RulePacks

extension HTMLReport {
  /// What the markets' rules said, topic by topic, the gravest first.
  @HTMLBuilder func matrix(_ result: SubmissionResult) -> HTML {
    let matrix = VerdictMatrix(result.markets)
    HTML(.details, .class("matrix")) {
      HTML(.summary) { HTML(.h2) { wording.byTopic } }
      wideTable(wording.byTopic, of: result) {
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
            for row in matrix.rows {
              HTML(.tr) {
                HTML(.th, .scope("row")) { HTML.code(row.topic) }
                for entry in row.cells { cell(entry?.worst) }
              }
            }
          }
        }
      }
    }
  }

  private func cell(_ verdict: VerdictName?) -> HTML {
    HTML(.td, .class(verdict.map(className) ?? "does-not-apply")) {
      verdict.map(wording.verdict) ?? wording.notAsked
    }
  }
}
