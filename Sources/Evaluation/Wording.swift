internal import RulePacks

/// The words of this target that people read, in every language.
enum Wording {
  /// Stands in a message for a value that the submission does not give.
  static let notGiven = LocalizedText(en: "(not given)", ru: "(не указано)", fa: "(درج نشده)")

  /// Stands in a message for a list without elements.
  static let noElements = LocalizedText(en: "(none)", ru: "(нет)", fa: "(هیچ)")
  /// A truth value.
  static let yes = LocalizedText(en: "yes", ru: "да", fa: "بله")
  /// A truth value.
  static let no = LocalizedText(en: "no", ru: "нет", fa: "خیر")
  /// Stands between the elements of a list.
  static let comma = LocalizedText(en: ", ", ru: ", ", fa: "، ")

  /// The message of a rule that fails only from a later day on.
  static func upcoming(_ message: LocalizedText, from day: Day) -> LocalizedText {
    LocalizedText(
      en: "From \(day) this fails: \(message.en)",
      ru: "С \(day) требование не будет выполнено: \(message.ru)",
      fa: "از \(day) این الزام برآورده نخواهد بود: \(message.fa)")
  }

  /// The message of a rule that could not be decided.
  static func undecided(_ title: LocalizedText, _ question: OpenQuestion) -> LocalizedText {
    switch question {
    case .value(let pointer):
      LocalizedText(
        en: "Cannot be decided without \(pointer): \(title.en)",
        ru: "Нельзя установить без поля \(pointer): \(title.ru)",
        fa: "بدون فیلد \(pointer) قابل تعیین نیست: \(title.fa)")
    case .registry(let registry):
      LocalizedText(
        en: "Cannot be decided without the registry \(registry): \(title.en)",
        ru: "Нельзя установить без реестра \(registry): \(title.ru)",
        fa: "بدون سامانه \(registry) قابل تعیین نیست: \(title.fa)")
    case .judgement:
      LocalizedText(
        en: "For a person to judge: \(title.en)",
        ru: "Требует оценки эксперта: \(title.ru)",
        fa: "نیازمند ارزیابی کارشناس: \(title.fa)")
    }
  }

  /// What would let a rule be decided.
  static func remedy(_ question: OpenQuestion) -> LocalizedText {
    switch question {
    case .value(let pointer):
      LocalizedText(
        en: "Give \(pointer) in the submission",
        ru: "Укажите поле \(pointer) в досье",
        fa: "فیلد \(pointer) را در پرونده درج کنید")
    case .registry(let registry):
      LocalizedText(
        en: "Check the entry in the registry \(registry)",
        ru: "Проверьте запись в реестре \(registry)",
        fa: "ثبت را در سامانه \(registry) بررسی کنید")
    case .judgement:
      LocalizedText(
        en: "Have it judged by a person",
        ru: "Передайте на оценку эксперту",
        fa: "برای ارزیابی به کارشناس بسپارید")
    }
  }

  /// The message of a rule that broke.
  static func broken(_ title: LocalizedText, _ message: String) -> LocalizedText {
    LocalizedText(
      en: "The rule itself broke (\(message)): \(title.en)",
      ru: "Сбой самого правила (\(message)): \(title.ru)",
      fa: "خطا در خود قاعده (\(message)): \(title.fa)")
  }

  /// What to do about a rule that broke.
  static let remedyOfBrokenRule = LocalizedText(
    en: "Tell whoever maintains the rule pack; the requirement has not been checked",
    ru: "Сообщите составителям набора правил; требование не проверено",
    fa: "به نگهدارندگان مجموعه قواعد اطلاع دهید؛ این الزام بررسی نشده است")
}
