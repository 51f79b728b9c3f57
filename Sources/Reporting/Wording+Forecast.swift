internal import Evaluation
internal import RulePacks

/// The words of forecasts.
extension Wording {
  /// The head of a table of changes.
  var forecastHead: String {
    text("| Day | Conclusion | Cause |", "| Дата | Вывод | Причина |", "| تاریخ | نتیجه | علت |")
  }

  /// What a change is a change to.
  func turn(_ change: ForecastChange) -> String {
    let (before, after) = (conclusion(change.before), conclusion(change.after))
    return text(
      "\(after) (before: \(before))", "\(after) (до этого: \(before))",
      "\(after) (پیش از آن: \(before))")
  }

  /// The first day on which a conclusion is another although nobody touches the dossier, or that a
  /// dossier conforms as far as was looked; nothing of one that has to be touched anyhow.
  func outlook(_ result: MarketResult) -> String? {
    guard let forecast = result.forecast else { return nil }
    guard let change = forecast.changes.first else {
      guard result.conclusion == .conforms else { return nil }
      let last = forecast.last
      return text(
        "Conclusion if the dossier stays as it is: no change until \(last)",
        "Вывод при неизменном досье: без изменений по \(last)",
        "نتیجه در صورت تغییر نکردن پرونده: تا \(last) بدون تغییر")
    }
    let after = conclusion(change.after)
    return text(
      "Conclusion if the dossier stays as it is: from \(change.day) \(after)",
      "Вывод при неизменном досье: с \(change.day) \(after)",
      "نتیجه در صورت تغییر نکردن پرونده: از \(change.day) \(after)")
  }

  /// The rules that make a conclusion another, each with its cause; of many the first ones.
  func causes(_ change: ForecastChange) -> [String] {
    let most = 3
    let told = change.causes.prefix(most).map { cause in
      let message = (cause.finding?.message ?? cause.rule.title)[language]
      return "\(cause.rule.id) (\(self.cause(cause.kind))): \(message)"
    }
    let rest = change.causes.count - told.count
    return told + (rest > 0 ? [moreEvidence(rest)] : [])
  }

  /// Why a rule says something else.
  func cause(_ kind: ForecastCause.Kind) -> String {
    switch kind {
    case .dayPasses: text("a day passes", "истекает срок", "گذشت موعد")
    case .ruleBegins: text("the rule begins", "требование вступает в силу", "آغاز اجرای الزام")
    case .ruleEnds: text("the rule ends", "требование утрачивает силу", "پایان اعتبار الزام")
    case .actEnds:
      text(
        "its act ends and no successor is known",
        "акт утрачивает силу, заменяющий акт неизвестен", "پایان اعتبار مقرره بدون جانشین شناخته‌شده"
      )
    case .lawChanges:
      text("the law changes", "меняется норма", "تغییر مقررات")
    }
  }

  /// How far the forecast looked.
  func end(of forecast: Forecast) -> String {
    let last = forecast.last
    if forecast.isCut {
      return text(
        "Looked at until \(last): the rules speak for no later day",
        "Проверено по \(last): на более поздние даты правил нет",
        "تا \(last) بررسی شد: قواعد برای پس از آن چیزی نمی‌گویند")
    }
    return text(
      "Looked at until \(last), for the dossier as it is",
      "Проверено по \(last) при неизменном досье",
      "تا \(last) با فرض تغییر نکردن پرونده بررسی شد")
  }
}
