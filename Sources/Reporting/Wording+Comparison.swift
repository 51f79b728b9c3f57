internal import RulePacks

/// The words of a comparison of two markets.
extension Wording {
  func relation(_ relation: MarketComparison.Relation, _ left: String, _ right: String) -> String {
    switch relation {
    case .conflict: text("In conflict", "Противоречие", "متعارض")
    case .leftStricter: stricter(left)
    case .rightStricter: stricter(right)
    case .shared: text("Shared", "Общие требования", "الزامات مشترک")
    case .notComparable:
      text(
        "Both ask; a program cannot tell which asks more",
        "Требуют оба; программа не может установить, чьи требования строже",
        "هر دو الزام دارند؛ برنامه نمی‌تواند تعیین کند کدام سخت‌گیرانه‌تر است")
    case .onlyLeft: only(left)
    case .onlyRight: only(right)
    }
  }

  func compared(_ left: String, _ right: String) -> String {
    text(
      "\(market(left)) beside \(market(right))", "\(market(left)) и \(market(right))",
      "مقایسه \(market(left)) و \(market(right))")
  }

  var both: String { text("both", "оба", "هر دو") }

  private func stricter(_ market: String) -> String {
    text(
      "Stricter in \(self.market(market))", "Строже: \(self.market(market))",
      "سخت‌گیرانه‌تر در \(self.market(market))")
  }

  private func only(_ market: String) -> String {
    text(
      "Only in \(self.market(market))", "Только: \(self.market(market))",
      "تنها در \(self.market(market))")
  }
}
