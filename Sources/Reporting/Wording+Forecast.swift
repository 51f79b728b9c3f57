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

  /// Why a rule says something else.
  func cause(_ kind: ForecastCause.Kind) -> String {
    switch kind {
    case .dayPasses: text("a day passes", "истекает срок", "گذشت موعد")
    case .ruleBegins: text("the rule begins", "требование вступает в силу", "آغاز اجرای الزام")
    case .ruleEnds: text("the rule ends", "требование утрачивает силу", "پایان اعتبار الزام")
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
