internal import Evaluation
internal import RulePacks

/// The words of the HTML report.
extension Wording {
  var reportTitle: String { text("Report", "Отчёт", "گزارش") }
  var findings: String { text("Findings", "Замечания", "یافته‌ها") }
  var all: String { text("All", "Все", "همه") }
  var filterFindings: String {
    text("Filter the findings", "Отбор замечаний", "پالایش یافته‌ها")
  }
  var severityLabel: String { text("Severity", "Значимость", "شدت") }
  var topicColumn: String { text("Topic", "Тема", "موضوع") }
  var toFindings: String {
    text("Skip to the findings", "Перейти к замечаниям", "پرش به یافته‌ها")
  }
  var noFindings: String {
    text("Nothing was found", "Замечаний нет", "یافته‌ای وجود ندارد")
  }
  var notAsked: String { text("not asked", "не требуется", "الزامی نیست") }
  var validity: String { text("Validity periods", "Сроки действия", "دوره‌های اعتبار") }
  var validitySubject: String {
    text("Document or product", "Документ или продукция", "مدرک یا فرآورده")
  }
  var period: String { text("Period", "Период", "دوره") }
  var validUntil: String { text("valid until", "действует до", "معتبر تا") }
  var expired: String { text("expired on", "истёк", "منقضی در") }
  var endsSoon: String {
    text("ends within a year", "истекает в течение года", "پایان در کمتر از یک سال")
  }
  var beforeAsOf: String {
    text("over on the day of the law applied", "истёк на дату права", "پایان‌یافته در تاریخ مقررات")
  }
  var rulesToCome: String {
    text("Rules to come", "Правила, которые вступят в силу", "قواعد آینده")
  }
  var inForceFrom: String { text("in force from", "в силе с", "لازم‌الاجرا از") }

  /// How many findings of how many are shown; `#` stands for the first number.
  func shownOf(_ total: Int) -> String {
    text(
      "# of \(total) findings", "замечаний: # из \(total)", "# از \(number(total)) یافته")
  }

  /// Where the reasons of findings are told that a page has no room for.
  var reasonsElsewhere: String {
    text(
      "With so many findings, their reasons are left to the text and JSON reports",
      "При таком числе замечаний обоснования приведены в отчётах text и JSON",
      "با این شمار یافته، دلیل هر یک در گزارش‌های متنی و JSON آمده است")
  }
}
