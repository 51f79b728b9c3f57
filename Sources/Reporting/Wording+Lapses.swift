internal import Evaluation
internal import RulePacks

/// The words about law that ends.
extension Wording {
  var lapses: String { text("Law that ends", "Окончание действия норм", "پایان اعتبار مقررات") }

  /// That law ends, or has ended, and that nothing is known to come after it.
  func lapse(_ lapse: LawLapse, asOf day: Day) -> String {
    let (last, next) = (lapse.lastDay, lapse.lastDay.adding(days: 1))
    let most = 6
    let more = lapse.rules.count > most ? [moreEvidence(lapse.rules.count - most)] : []
    let rules = (lapse.rules.prefix(most) + more).joined(separator: comma)
    guard lapse.isWholeAct else {
      return text(
        "\(rules) ends on \(last): from \(next) no rule on this is known (\(name(of: lapse.act)))",
        "\(rules) действует по \(last) включительно: с \(next) правило об этом неизвестно (\(name(of: lapse.act)))",
        "\(rules) تا \(last) معتبر است: از \(next) قاعده‌ای در این باره شناخته نشده است (\(name(of: lapse.act)))"
      )
    }
    let hasEnded = last < day
    return text(
      "\(name(of: lapse.act)) \(hasEnded ? "ended" : "ends") on \(last): "
        + "\(hasEnded ? "since" : "from") \(next) no act is known (\(rules))",
      "\(name(of: lapse.act)) \(hasEnded ? "действовал" : "действует") по \(last) включительно: "
        + "с \(next) заменяющий акт неизвестен (\(rules))",
      "\(name(of: lapse.act)) تا \(last) معتبر \(hasEnded ? "بود" : "است"): "
        + "از \(next) مقرره جانشینی شناخته نشده است (\(rules))")
  }

  /// What an act is called, by whom, its number and its day.
  func name(of act: Act) -> String {
    [
      act.title[language], act.body[language], act.number.map { "\(number) \($0)" },
      act.date?.description,
    ]
    .compactMap(\.self).joined(separator: comma)
  }
}
