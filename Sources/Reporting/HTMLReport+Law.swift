internal import Evaluation
internal import RulePacks

// What the law and the days do to a dossier that nobody touches.

extension HTMLReport {
  /// The law that ends without a known successor.
  @HTMLBuilder func lapses(_ market: MarketResult) -> HTML {
    let lapses = market.lapses
    if !lapses.isEmpty {
      HTML(.div, .class("lapses")) {
        HTML(.h3) { prose(wording.count(wording.lapses, lapses.count)) }
        HTML(.ul) {
          for lapse in lapses { HTML(.li) { prose(wording.lapse(lapse, asOf: market.asOf)) } }
        }
      }
    }
  }

  /// The first day on which the conclusion changes although nobody touches the dossier.
  @HTMLBuilder func outlook(_ market: MarketResult) -> HTML {
    if let outlook = wording.outlook(market) {
      HTML(.div, .class("outlook")) {
        HTML(.p) { HTML(.strong) { prose(outlook) } }
        if let change = market.forecast?.changes.first {
          HTML(.ul) { for cause in wording.causes(change) { HTML(.li) { prose(cause) } } }
        }
      }
    }
  }
}
