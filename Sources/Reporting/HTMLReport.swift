internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report as one HTML file that loads nothing: for a screen, a phone and paper.
///
/// Conclusions first, then the findings, gathered by rule so that law and title stand once; then
/// what the markets ask topic by topic, and how long certificates and registrations are valid. It
/// can be read without its script, which only hides what a filter leaves out.
public struct HTMLReport: Report {
  let wording: Wording

  /// Creates a report in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns the page.
  public func text(of results: [SubmissionResult]) -> String {
    HTMLPage(
      language: wording.language,
      title: "Parvaneh: \(wording.reportTitle): \(results.map(\.path).joined(separator: ", "))",
      style: .inline(.verbatim(HTMLReportStyle.sheet)), script: HTMLReportStyle.script,
      content: content(results)
    )
    .text
  }

  @HTMLBuilder private func content(_ results: [SubmissionResult]) -> HTML {
    HTML(.a, .class("skip"), .link(.element("findings"))) { wording.toFindings }
    HTML(.header, .class("bar")) {
      HTML(.div) {
        HTML(.span, .class("brand")) { HTML.isolated("Parvaneh") }
        HTML(.span, .class("quiet")) { wording.reportTitle }
      }
    }
    HTML(.main, .class("page"), .id("findings")) {
      if results.count != 1 { filter(results) }
      for result in results { submission(result, filter: results.count == 1) }
    }
  }

  @HTMLBuilder private func submission(_ result: SubmissionResult, filter hasFilter: Bool) -> HTML {
    HTML(.section, .label(result.path)) {
      HTML(.h1) { HTML.code(result.path) }
      if let about = wording.about(result) { HTML(.p, .class("quiet")) { prose(about) } }
      for diagnostic in result.diagnostics { self.diagnostic(diagnostic) }
      if result.isUnusable { HTML(.p, .class("error")) { HTML(.strong) { wording.unusable } } }
      if result.markets.isEmpty {
        waivers(result)
        fixed(result)
      } else {
        conclusions(result)
        if hasFilter { filter([result]) }
        for market in result.markets { findings(market, of: result) }
        fixed(result)
        matrix(result)
        timeline(result)
      }
    }
  }

  private func diagnostic(_ diagnostic: Diagnostic) -> HTML {
    HTML(.div, .class("whole")) {
      HTML(.p, .class(diagnostic.severity.rawValue)) { prose(diagnostic.message) }
      if let place = diagnostic.place { lines(of: place, named: true) }
    }
  }

  private func conclusions(_ result: SubmissionResult) -> HTML {
    wideTable(wording.conclusion, of: result) {
      HTML(.table, .class("conclusions")) {
        HTML(.thead) {
          HTML(.tr) {
            HTML(.th, .scope("col")) { wording.marketColumn }
            HTML(.th, .scope("col")) { wording.conclusion }
            for name in VerdictName.allCases {
              HTML(.th, .scope("col"), .class("figure")) { wording.verdict(name) }
            }
          }
        }
        HTML(.tbody) { for market in result.markets { conclusion(market) } }
      }
    }
  }

  /// A table that may be wider than a phone and is then scrolled, by keys as well; its name tells
  /// the submission, since a page may be about several.
  func wideTable(
    _ name: String, of result: SubmissionResult, @HTMLBuilder _ table: () -> HTML
  ) -> HTML {
    HTML(
      .div, .class("scroll"), .named("tabindex", "0"), .named("role", "region"),
      .label("\(name): \(result.path)"), content: table)
  }

  private func conclusion(_ market: MarketResult) -> HTML {
    HTML(.tr) {
      HTML(.th, .scope("row")) { prose(wording.market(market.market)) }
      HTML(.td) {
        HTML(.strong, .class(market.conclusion.className)) {
          wording.conclusion(market.conclusion)
        }
      }
      for name in VerdictName.allCases {
        HTML(.td, .class("figure")) { wording.number(market.counts[name]) }
      }
    }
  }

  /// Words for people, days dated twice in Persian.
  func prose(_ text: String) -> HTML { directed(wording.dated(text.escapingHiddenCharacters)) }

  /// A text of which each part keeps its own direction.
  func directed(_ text: String) -> HTML {
    guard text.unicodeScalars.contains(where: { $0.direction == .rightToLeft }) else {
      return wording.language.direction == .leftToRight ? .text(text) : .isolated(text)
    }
    return .fragment(
      BidirectionalText(text, wording.language).runs.map {
        $0.isForeign ? .isolated($0.text) : .text($0.text)
      })
  }
}

extension Conclusion {
  /// The class of a style sheet that gives it its colour.
  fileprivate var className: String {
    switch self {
    case .conforms: "passes"
    case .doesNotConform: "fails"
    case .undecided: "undecided"
    }
  }
}
