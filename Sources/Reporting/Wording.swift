internal import Diagnostics
internal import Evaluation
internal import RulePacks

/// The words of reports, in every language.
struct Wording: Sendable {
  let language: Language

  func market(_ code: String) -> String {
    let name: LocalizedText =
      switch code {
      case "IR": LocalizedText(en: "Iran", ru: "Иран", fa: "ایران")
      case "RU": LocalizedText(en: "Russia", ru: "Россия", fa: "روسیه")
      case "EAEU":
        LocalizedText(
          en: "Eurasian Economic Union", ru: "Евразийский экономический союз",
          fa: "اتحادیه اقتصادی اوراسیا")
      default: LocalizedText(en: code, ru: code, fa: code)
      }
    return name[language] == code ? code : "\(name[language]) (\(code))"
  }

  func conclusion(_ conclusion: Conclusion) -> String {
    switch conclusion {
    case .conforms: text("conforms", "соответствует", "مطابق است")
    case .doesNotConform: text("does not conform", "не соответствует", "مطابق نیست")
    case .undecided: text("undecided", "не установлено", "تعیین نشده")
    }
  }

  func verdict(_ verdict: VerdictName) -> String {
    switch verdict {
    case .passes: text("passes", "выполнено", "برآورده")
    case .fails: text("fails", "не выполнено", "برآورده نشده")
    case .doesNotApply: text("does not apply", "не применимо", "مشمول نیست")
    case .undecided: text("undecided", "не установлено", "تعیین نشده")
    case .error: text("error", "сбой правила", "خطای قاعده")
    }
  }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: text("Errors", "Ошибки", "خطاها")
    case .warning: text("Warnings", "Предупреждения", "هشدارها")
    case .note: text("Notes", "Примечания", "یادداشت‌ها")
    }
  }

  func basis(_ basis: Basis) -> String {
    switch basis {
    case .verified: text("text verified", "текст сверен", "متن بررسی شده")
    case .recalled:
      text("from professional knowledge", "по профессиональным знаниям", "بر پایه دانش حرفه‌ای")
    }
  }

  func confidence(_ confidence: Confidence) -> String {
    switch confidence {
    case .high: text("confidence high", "достоверность высокая", "اطمینان زیاد")
    case .medium: text("confidence medium", "достоверность средняя", "اطمینان متوسط")
    case .low: text("confidence low", "достоверность низкая", "اطمینان کم")
    }
  }

  func kind(_ kind: String) -> String {
    switch kind {
    case "medicine": text("medicine", "лекарственный препарат", "دارو")
    case "device": text("medical device", "медицинское изделие", "تجهیزات پزشکی")
    default: kind
    }
  }

  var asOf: String { text("law as of", "право на дату", "مقررات در تاریخ") }
  var law: String { text("law", "норма", "مقررات") }
  var values: String { text("values", "данные", "مقادیر") }
  var because: String { text("because", "так как", "زیرا") }
  var remedy: String { text("remedy", "как устранить", "راه اصلاح") }
  var absent: String { text("not given", "не указано", "درج نشده") }
  var records: String { text("Records", "Записей", "رکوردها") }
  var withFindings: String { text("with findings", "с замечаниями", "دارای یافته") }
  var unusableRecords: String {
    text("that could not be judged", "не проверено из-за ошибок", "بررسی‌نشده به‌علت خطا")
  }
  var forPerson: String {
    text("For a person to judge", "Требует оценки эксперта", "نیازمند ارزیابی کارشناس")
  }
  var verdicts: String { text("Verdicts", "Заключения по правилам", "نتیجه قواعد") }
  var conclusion: String { text("Conclusion", "Вывод", "نتیجه") }
  var unusable: String {
    text("The file cannot be judged", "Файл не может быть проверен", "پرونده قابل بررسی نیست")
  }
  /// What stands between the parts of an enumeration.
  var comma: String { text(", ", ", ", "، ") }
  var number: String { text("No.", "№", "شماره") }

  func entries(_ count: Int) -> String {
    text(
      count == 1 ? "1 entry" : "\(count) entries", "записей: \(count)", "\(number(count)) مورد")
  }

  func moreEvidence(_ count: Int) -> String {
    text("and \(count) more", "и ещё \(count)", "و \(number(count)) مورد دیگر")
  }

  /// A citation with all that is known of the act, and how surely.
  func citation(of rule: Rule, _ act: Act) -> String {
    let parts = [name(of: act), rule.citation.provision]
    let certainty = [basis(rule.basis), confidence(rule.confidence)].joined(separator: comma)
    return parts.compactMap { $0 }.joined(separator: comma) + " (\(certainty))"
  }

  func text(_ en: String, _ ru: String, _ fa: String) -> String {
    LocalizedText(en: en, ru: ru, fa: fa)[language]
  }
}
