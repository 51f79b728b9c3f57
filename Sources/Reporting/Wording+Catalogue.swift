internal import RulePacks

/// The words of the catalogue of rules.
extension Wording {
  var rulesOfParvaneh: String { text("Parvaneh: the rules", "Parvaneh: правила", "پروانه: قواعد") }
  var byPack: String { text("By market", "По рынкам", "بر اساس بازار") }
  var byTopic: String { text("By topic", "По темам", "بر اساس موضوع") }
  var byAct: String { text("By act", "По актам", "بر اساس مقررات") }
  var contents: String { text("Contents", "Содержание", "فهرست") }
  var skipToContent: String { text("Skip to content", "К содержанию", "رفتن به محتوا") }
  var catalogueIndexes: String { text("Catalogue", "Каталог", "فهرست قواعد") }
  var languages: String { text("Language", "Язык", "زبان") }
  var find: String {
    text(
      "Find a rule by its title, id or act", "Найти правило по названию, номеру или акту",
      "یافتن قاعده بر اساس عنوان، شناسه یا مقررات")
  }
  /// `#` stands for the number.
  var foundRules: String {
    text("Rules found: #", "Найдено правил: #", "# قاعده یافت شد")
  }
  var intro: String {
    text(
      """
      Every requirement that Parvaneh checks: the law it comes from and how surely that is known, \
      the condition as it is evaluated, examples that prove it, and what other markets ask on the \
      same topic.
      """,
      """
      Все требования, которые проверяет Parvaneh: правовая норма и степень её достоверности, \
      условие в том виде, в каком оно вычисляется, подтверждающие примеры и требования других \
      рынков по той же теме.
      """,
      """
      همه الزاماتی که پروانه بررسی می‌کند: مستند قانونی و میزان اطمینان به آن، شرطی که ارزیابی \
      می‌شود، نمونه‌هایی که درستی آن را نشان می‌دهند و الزامات بازارهای دیگر در همان موضوع.
      """)
  }

  func ruleCount(_ count: Int) -> String {
    text(
      count == 1 ? "1 rule" : "\(count) rules", "правил: \(count)",
      "\(language.digits(of: count)) قاعده")
  }

  // MARK: A rule

  func severityName(_ severity: Severity) -> String {
    switch severity {
    case .error: text("error", "ошибка", "خطا")
    case .warning: text("warning", "предупреждение", "هشدار")
    case .note: text("note", "примечание", "یادداشت")
    }
  }

  func decidability(_ decidability: Decidability) -> String {
    switch decidability {
    case .automatic:
      text("decided by the program", "проверяется автоматически", "بررسی خودکار")
    case .partly:
      text("decided in part by the program", "проверяется частично", "بررسی خودکار بخشی از الزام")
    case .byHand: text("decided by a person", "проверяется экспертом", "بررسی توسط کارشناس")
    }
  }

  func outcome(_ outcome: ExampleOutcome) -> String {
    switch outcome {
    case .passes: text("Passes", "Выполнено", "برآورده می‌شود")
    case .fails: text("Fails", "Не выполнено", "برآورده نمی‌شود")
    case .undecided: text("Undecided", "Не установлено", "تعیین نمی‌شود")
    case .doesNotApply: text("Does not apply", "Не применимо", "مشمول نیست")
    }
  }

  var ifNotMet: String { text("If it is not met", "Если не выполнено", "در صورت عدم رعایت") }
  var howToMend: String { text("How to mend it", "Как устранить", "راه اصلاح") }
  var lawHeading: String { text("Law", "Правовая норма", "مستند قانونی") }
  var conditionHeading: String { text("Condition", "Условие", "شرط") }
  var whenItApplies: String { text("It applies when", "Применяется, если", "زمانی اعمال می‌شود که") }
  var itAlwaysApplies: String {
    text("It applies always", "Применяется всегда", "همواره اعمال می‌شود")
  }
  var forEach: String { text("For each", "Для каждого элемента", "برای هر") }
  var whatItRequires: String { text("It holds when", "Выполнено, если", "زمانی برآورده است که") }
  var whereShown: String {
    text("A finding is shown at", "Место замечания", "محل نمایش یافته")
  }
  var onlyByPerson: String {
    text(
      "No program can decide this; it stands in the report as an item for a person to judge.",
      "Программа не может этого установить: в отчёте это пункт для оценки экспертом.",
      "هیچ برنامه‌ای نمی‌تواند این را تعیین کند؛ در گزارش به صورت موردی برای ارزیابی کارشناس می‌آید.")
  }
  var parametersHeading: String {
    text("Values set by law", "Значения, установленные нормами", "مقادیر تعیین‌شده در مقررات")
  }
  var codeListsHeading: String { text("Code lists", "Справочники", "فهرست کدها") }
  var examplesHeading: String { text("Examples", "Примеры", "نمونه‌ها") }
  var historyHeading: String { text("History", "История", "تاریخچه") }
  var sameTopicHeading: String {
    text("The same topic", "Та же тема", "همین موضوع")
  }

  var act: String { text("act", "акт", "مقررات") }
  var title: String { text("title", "название", "عنوان") }
  var body: String { text("adopted by", "принявший орган", "مرجع تصویب") }
  var actNumber: String { text("number", "номер", "شماره") }
  var adopted: String { text("date", "дата", "تاریخ") }
  var provision: String { text("provision", "положение", "ماده یا بند") }
  var inForce: String { text("in force", "действует", "دوره اجرا") }
  var amendedBy: String { text("amended by", "изменён", "اصلاح‌شده با") }
  var replacedBy: String { text("replaced by", "заменён", "جایگزین‌شده با") }
  var certainty: String { text("how surely known", "достоверность", "میزان اطمینان") }
  var remark: String { text("remark", "примечание", "توضیح") }
  var pack: String { text("pack", "пакет правил", "بسته قواعد") }
  var packExtends: String { text("extends", "дополняет", "افزون بر") }
  var packCovers: String { text("covers", "охватывает", "بازه پوشش") }
  var version: String { text("version", "версия", "نسخه") }
  var topic: String { text("topic", "тема", "موضوع") }
  var kinds: String { text("kinds of product", "виды продукции", "نوع فرآورده") }
  var ruleInForce: String { text("rule in force", "правило действует", "دوره اعمال قاعده") }
  var value: String { text("value", "значение", "مقدار") }
  var days: String { text("days", "период", "بازه زمانی") }
  var code: String { text("code", "код", "کد") }
  var name: String { text("name", "наименование", "نام") }
  var source: String { text("source", "источник", "منبع") }
  var market: String { text("market", "рынок", "بازار") }
  var notEstablished: String {
    text("not established", "не установлено", "مشخص نشده")
  }
  var always: String { text("always", "всегда", "همواره") }
  var severityFact: String { text("severity", "значимость", "شدت") }
  var verdictFact: String { text("verdict", "проверка", "بررسی") }

  // MARK: An example

  var sampleAsItIs: String {
    text("The sample as it is", "Образец без изменений", "نمونه پایه بدون تغییر")
  }
  var sample: String { text("sample", "образец", "نمونه پایه") }
  var removed: String { text("removed", "удалено", "حذف شده") }
  var insteadOf: String { text("instead of", "вместо", "به جای") }
  var shownAt: String { text("shown at", "место замечания", "محل یافته") }

  // MARK: History

  var actAdopted: String { text("Act adopted", "Акт принят", "تصویب مقررات") }
  var actInForce: String { text("Act in force", "Акт вступил в силу", "لازم‌الاجرا شدن مقررات") }
  var actEnds: String {
    text("Last day of the act", "Последний день действия акта", "آخرین روز اعتبار مقررات")
  }
  var ruleBegins: String {
    text("Rule in force", "Правило начинает действовать", "آغاز اعمال قاعده")
  }
  var ruleEnds: String {
    text("Last day of the rule", "Последний день действия правила", "آخرین روز اعمال قاعده")
  }
  var before: String { text("before it", "предшествующее правило", "قاعده پیشین") }
  var after: String { text("after it", "последующее правило", "قاعده بعدی") }
  var noOtherRule: String {
    text(
      "No other rule has this topic.", "Других правил по этой теме нет.",
      "قاعده دیگری با این موضوع وجود ندارد.")
  }

  /// A period as a piece of a page, its days in the calendar of the language.
  func period(_ period: EffectivePeriod) -> HTML {
    switch (period.from, period.until) {
    case (nil, nil): .text(always)
    case (let from?, nil): .fragment([.text(fromWord), .day(from, language)])
    case (nil, let until?): .fragment([.text(untilWord), .day(until, language)])
    case (let from?, let until?):
      .fragment([
        .text(fromWord), .day(from, language), " ", .text(untilWord), .day(until, language),
      ])
    }
  }

  /// A period in words, its days as they are written.
  func days(of period: EffectivePeriod) -> String {
    let words = [period.from.map { "\(fromWord)\($0)" }, period.until.map { "\(untilWord)\($0)" }]
      .compactMap(\.self)
    return words.isEmpty ? always : words.joined(separator: " ")
  }

  private var fromWord: String { text("from ", "с ", "از ") }
  private var untilWord: String { text("until ", "по ", "تا ") }
}
