internal import MarkingCodes
internal import RulePacks

/// The words that are used about marking codes, in every language.
struct MarkingCodeWording: Sendable {
  let language: Language
  /// The year that years in codes are near to.
  let year: Int

  /// A text of a code in the language.
  func text(_ words: CodeWords) -> String {
    switch language {
    case .en: words.en
    case .ru: words.ru
    case .fa: words.fa
    }
  }

  var line: String { text("Line", "Строка", "سطر") }
  var readAs: String { text("read as", "прочитано как", "خوانده شد به‌صورت") }
  var verdict: String { text("Verdict", "Заключение", "نتیجه") }

  func severity(_ severity: CodeFault.Severity) -> String {
    switch severity {
    case .error: text("error", "ошибка", "خطا")
    case .warning: text("warning", "предупреждение", "هشدار")
    }
  }

  func message(of fault: CodeFault) -> String {
    let words = text(fault.kind.words)
    guard let identifier = fault.identifier, !identifier.isEmpty else { return words }
    return "(\(identifier)) \(words)"
  }

  func verdict(on code: MarkingCode) -> String {
    let errors = code.faults.count { $0.severity == .error }
    let warnings = code.faults.count - errors
    let words =
      code.isValid
      ? text("valid", "код верен", "کد درست است")
      : text("not valid", "код неверен", "کد نادرست است")
    let counts =
      (errors > 0 ? [count(errors, ("error", "ошибок", "خطا"))] : [])
      + (warnings > 0 ? [count(warnings, ("warning", "предупреждений", "هشدار"))] : [])
    let comma = text(", ", ", ", "، ")
    return ([words] + counts).joined(separator: comma)
  }

  private func count(_ number: Int, _ word: (en: String, ru: String, fa: String)) -> String {
    text(
      "\(number) \(word.en)\(number == 1 ? "" : "s")", "\(word.ru): \(number)",
      "\(number) \(word.fa)")
  }

  /// What the value of an element says, in words; nil if it says no more than itself.
  func meaning(of element: MarkingCode.Element, in code: MarkingCode) -> String? {
    switch code.meaning(of: element, near: year) {
    case .day(let day, let isMonthEnd, let time):
      [day.description, time, isMonthEnd ? monthEnd : nil].compactMap(\.self).joined(separator: " ")
    case .issuer(let country):
      text(
        "number given out by GS1 \(name(of: country))", "номер выдан GS1 \(name(of: country))",
        "شماره صادرشده از GS1 \(name(of: country))")
    case .amount(let amount): amount
    case .country(let code): name(of: code)
    case .companyPrefix(let digits):
      text(
        "company prefix \(digits.dropLast()) or \(digits)",
        "префикс организации \(digits.dropLast()) или \(digits)",
        "پیش‌شماره شرکت \(digits.dropLast()) یا \(digits)")
    case nil: nil
    }
  }

  private var monthEnd: String {
    text("(the last day of the month)", "(последний день месяца)", "(آخرین روز ماه)")
  }

  private func name(of country: String) -> String {
    switch country {
    case "RU": text("Russia", "Россия", "روسیه")
    case "KG": text("Kyrgyzstan", "Киргизия", "قرقیزستان")
    case "BY": text("Belarus", "Беларусь", "بلاروس")
    case "AM": text("Armenia", "Армения", "ارمنستان")
    case "KZ": text("Kazakhstan", "Казахстан", "قزاقستان")
    case "IR": text("Iran", "Иран", "ایران")
    default: country
    }
  }

  private func text(_ en: String, _ ru: String, _ fa: String) -> String {
    LocalizedText(en: en, ru: ru, fa: fa)[language]
  }
}
