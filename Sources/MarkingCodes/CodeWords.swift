/// A text in the three languages of reports.
public struct CodeWords: Sendable, Hashable {
  /// In English.
  public let en: String
  /// In Russian.
  public let ru: String
  /// In Persian.
  public let fa: String

  init(_ en: String, _ ru: String, _ fa: String) {
    self.en = en
    self.ru = ru
    self.fa = fa
  }

  /// The same in every language.
  init(_ text: String) { self.init(text, text, text) }
}

extension CodeFault.Kind {
  /// What is wrong, for a person: one entry a kind, like a table.
  public var words: CodeWords {
    switch self {
    case .empty: CodeWords("there is no code", "кода нет", "کدی وجود ندارد")
    case .tooLong(let count):
      CodeWords(
        "the text has \(count) characters; no symbol holds more than \(MarkingCode.longest)",
        "в тексте знаков: \(count); ни один символ не вмещает более \(MarkingCode.longest)",
        "متن \(count) نویسه دارد؛ هیچ نمادی بیش از \(MarkingCode.longest) نویسه ندارد")
    case .otherSymbology(let mark):
      CodeWords(
        "\(mark) is no symbology identifier of GS1: the symbol is not marked as GS1 data",
        "\(mark) — не идентификатор символики GS1: символ не помечен как данные GS1",
        "\(mark) شناسه نمادشناسی GS1 نیست: نماد به‌عنوان داده GS1 علامت‌گذاری نشده است")
    case .lineEnd:
      CodeWords(
        "a line end or a blank follows the code", "после кода стоит перевод строки или пробел",
        "پس از کد، پایان سطر یا فاصله آمده است")
    case .russianKeyboard:
      CodeWords(
        "the code was entered with the keyboard set to Russian; it is read as if it were Latin",
        "код введён в русской раскладке клавиатуры; прочитан как введённый в латинской",
        "کد با صفحه‌کلید روسی وارد شده است؛ با فرض صفحه‌کلید لاتین خوانده شد")
    case .separatorWritten(let word):
      CodeWords(
        "the group separator is written out as \(word)",
        "разделитель групп записан знаками \(word)",
        "جداکننده گروه به‌شکل \(word) نوشته شده است")
    case .lostSeparators:
      CodeWords(
        "the group separators before the verification key or code were lost",
        "потеряны разделители групп перед ключом или кодом проверки",
        "جداکننده‌های گروه پیش از کلید یا کد راستی‌آزمایی حذف شده‌اند")
    case .escaped(let entity):
      CodeWords(
        "\(entity) is XML's way to write a character", "\(entity) — запись знака по правилам XML",
        "\(entity) شیوه نوشتن یک نویسه در XML است")
    case .humanReadable:
      CodeWords(
        "this is the form for people, in brackets; the symbol itself holds none",
        "это запись для чтения человеком, со скобками; в самом символе скобок нет",
        "این شکل برای خواندن انسان و با کمانک است؛ خود نماد کمانک ندارد")

    case .unknownIdentifier(let start):
      CodeWords(
        "\"\(start)\" starts with no application identifier of GS1",
        "«\(start)» не начинается с идентификатора применения GS1",
        "«\(start)» با هیچ شناسه کاربردی GS1 آغاز نمی‌شود")
    case .repeated:
      CodeWords(
        "the identifier is there twice, with different values",
        "идентификатор указан дважды с разными значениями",
        "شناسه دو بار با مقدارهای متفاوت آمده است")
    case .strayByte:
      CodeWords(
        "a group separator stands where an identifier was wanted",
        "разделитель групп стоит там, где ожидается идентификатор",
        "در جای شناسه، جداکننده گروه آمده است")
    case .missingSeparator:
      CodeWords(
        "the group separator after the value is missing", "нет разделителя групп после значения",
        "جداکننده گروه پس از مقدار وجود ندارد")
    case .wrongLength(let found, let wanted):
      CodeWords(
        "the value has \(found.counted("character")), wanted \(wanted.shown("to"))",
        "знаков в значении: \(found), требуется \(wanted.shown("—"))",
        "تعداد نویسه‌های مقدار \(found) است، باید \(wanted.shown("تا")) باشد")
    case .outsideSet(let set, let character):
      CodeWords(
        "\"\(character)\" is not allowed there: wanted \(set.words.en)",
        "знак «\(character)» здесь недопустим: \(set.words.ru)",
        "نویسه «\(character)» اینجا مجاز نیست: \(set.words.fa)")
    case .missingCompanion(let groups):
      CodeWords(
        "it needs \(groups.joined(separator: ", or ")) beside it",
        "вместе с ним требуется \(groups.joined(separator: " или "))",
        "باید همراه \(groups.joined(separator: " یا ")) باشد")
    case .excludedCompanion(let other):
      CodeWords(
        "it must not stand with \(other)", "не допускается вместе с \(other)",
        "نباید همراه \(other) باشد")
    case .missingElement(let identifier):
      CodeWords(
        "identifier \(identifier) is missing", "нет идентификатора \(identifier)",
        "شناسه \(identifier) وجود ندارد")
    case .wrongOrder:
      CodeWords(
        "the order is 01, 21, 91, 92", "порядок идентификаторов: 01, 21, 91, 92",
        "ترتیب شناسه‌ها 01، 21، 91، 92 است")

    case .allZeros: CodeWords("it is all zeros", "состоит из одних нулей", "همه رقم‌ها صفر است")
    case .checkDigit(let found, let wanted):
      CodeWords(
        "the check digit is \(found), the digits before it give \(wanted)",
        "контрольная цифра \(found), по предыдущим цифрам должна быть \(wanted)",
        "رقم کنترل \(found) است، رقم‌های پیش از آن \(wanted) می‌دهند")
    case .checkPair(let wanted):
      CodeWords(
        "the check characters do not fit; the characters before them give \(wanted)",
        "контрольные знаки не сходятся; по предыдущим знакам должны быть \(wanted)",
        "نویسه‌های کنترل درست نیست؛ نویسه‌های پیش از آن \(wanted) می‌دهند")
    case .notInList(let list):
      CodeWords(
        "it is not in the list: \(list.rawValue)", "значения нет в перечне: \(list.rawValue)",
        "در فهرست نیست: \(list.rawValue)")
    case .notZero: CodeWords("wanted 0", "требуется 0", "باید 0 باشد")
    case .zeroValue: CodeWords("it must not be zero", "не может быть нулём", "نباید صفر باشد")
    case .zeroPrefix:
      CodeWords("it must not start with 0", "не может начинаться с 0", "نباید با 0 آغاز شود")
    case .needsLetter:
      CodeWords(
        "wanted at least one character that is no digit", "требуется хотя бы один нецифровой знак",
        "دست‌کم یک نویسه غیر از رقم لازم است")
    case .pieceExceedsTotal:
      CodeWords(
        "the number of the piece is above the number of pieces",
        "номер части больше числа частей", "شماره جزء از تعداد اجزا بیشتر است")
    case .outOfRange(let most):
      CodeWords("it is above \(most)", "больше \(most)", "از \(most) بیشتر است")
    case .accountChecksum:
      CodeWords(
        "the check digits of the account do not fit", "контрольные цифры счёта не сходятся",
        "رقم‌های کنترل حساب درست نیست")

    case .month(let month):
      CodeWords("month \(month) does not exist", "нет месяца \(month)", "ماه \(month) وجود ندارد")
    case .day(let day, let month, let length):
      CodeWords(
        "month \(month) of that year has \(length) days, found \(day)",
        "в месяце \(month) того года дней: \(length), указано \(day)",
        "ماه \(month) آن سال \(length) روز دارد، \(day) نوشته شده است")
    case .zeroDay:
      CodeWords("day 00 is not allowed here", "день 00 здесь недопустим", "روز 00 اینجا مجاز نیست")
    case .hour: CodeWords("the hour is above 23", "час больше 23", "ساعت از 23 بیشتر است")
    case .minute: CodeWords("the minute is above 59", "минута больше 59", "دقیقه از 59 بیشتر است")
    case .second: CodeWords("the second is above 59", "секунда больше 59", "ثانیه از 59 بیشتر است")
    case .solarHijriYear(let year):
      CodeWords(
        "the year may be \(year) of the Solar Hijri calendar; symbols have Gregorian years",
        "год похож на \(year) по солнечной хиджре; в символе год григорианский",
        "سال به \(year) هجری شمسی می‌ماند؛ سال در نماد میلادی است")

    case .badPadding:
      CodeWords(
        "= stands only at the end, to make the number of characters a multiple of three",
        "знак = ставится только в конце и дополняет число знаков до кратного трём",
        "نویسه = تنها در پایان و برای رساندن تعداد نویسه‌ها به مضرب سه می‌آید")
    case .percentSequence:
      CodeWords(
        "% wants two hexadecimal digits after it", "после % требуются две шестнадцатеричные цифры",
        "پس از % دو رقم شانزده‌شانزدهی لازم است")
    case .notHyphen: CodeWords("wanted -", "требуется -", "باید - باشد")
    case .malformedSequence:
      CodeWords("wanted a form such as 1/3", "требуется запись вида 1/3", "باید به شکل 1/3 باشد")
    case .shortSignature:
      CodeWords(
        "medicines and devices have a key (91) and a code (92), found the short code (93)",
        "для лекарств и медизделий нужны ключ (91) и код проверки (92), указан короткий код (93)",
        "دارو و تجهیزات پزشکی کلید (91) و کد راستی‌آزمایی (92) دارند، کد کوتاه (93) آمده است")
    case .notMedicineSerial(let character):
      CodeWords(
        "\"\(character)\" occurs in no serial number of a medicine; a device may have it",
        "знак «\(character)» не встречается в серийных номерах лекарств; у медизделий возможен",
        "نویسه «\(character)» در شماره سریال دارو نمی‌آید؛ در تجهیزات پزشکی ممکن است")
    case .signatureNotBase64:
      CodeWords(
        "the verification code does not look like 32 bytes in base64",
        "код проверки не похож на 32 байта в base64",
        "کد راستی‌آزمایی به 32 بایت در base64 نمی‌ماند")
    case .restrictedNumber:
      CodeWords(
        "numbers that start with 2 circulate inside one company only",
        "номера, начинающиеся с 2, обращаются только внутри одной организации",
        "شماره‌هایی که با 2 آغاز می‌شوند تنها درون یک شرکت کاربرد دارند")
    case .demonstrationNumber:
      CodeWords(
        "numbers that start with 952 are for demonstrations",
        "номера, начинающиеся с 952, предназначены для демонстраций",
        "شماره‌هایی که با 952 آغاز می‌شوند برای نمایش‌اند")
    }
  }
}

extension CharacterSet {
  /// The characters of the set, in words that follow a colon.
  var words: CodeWords {
    switch self {
    case .numeric: CodeWords("digits", "допустимы только цифры", "تنها رقم مجاز است")
    case .set82:
      CodeWords(
        "the GS1 character set 82", "допустимы знаки набора GS1 82", "تنها نویسه‌های مجموعه 82 GS1")
    case .set39:
      CodeWords(
        "capitals, digits, # - /", "допустимы прописные латинские буквы, цифры, # - /",
        "تنها حروف بزرگ لاتین، رقم و # - /")
    case .set64:
      CodeWords(
        "letters, digits, - _ and =", "допустимы латинские буквы, цифры, - _ и =",
        "تنها حروف لاتین، رقم و - _ =")
    case .medicineSerial:
      CodeWords(
        "the GS1 character set 82 without : ; < = > ?",
        "допустимы знаки набора GS1 82, кроме : ; < = > ?",
        "تنها نویسه‌های مجموعه 82 GS1 به‌جز : ; < = > ?")
    }
  }
}

extension ClosedRange<Int> {
  /// The range with a word between its ends, or the one number that it is.
  fileprivate func shown(_ word: String) -> String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) \(word) \(upperBound)"
  }
}

extension Int {
  /// The number and the word, in the plural if there is not one.
  package func counted(_ word: String) -> String { "\(self) \(word)\(self == 1 ? "" : "s")" }
}
