extension MarkingCode {
  /// What the value of an element is; GS1's own English title where no other is known.
  public func title(of element: Element) -> CodeWords {
    switch element.identifier {
    case "": system.titleOfNumber
    case "21" where system == .ttac:
      CodeWords("unique code (UID)", "уникальный код (UID)", "شناسه یکتا (UID)")
    case "91" where system == .chestnyZnak:
      CodeWords("verification key", "ключ проверки", "کلید راستی‌آزمایی")
    case "92" where system == .chestnyZnak:
      CodeWords("verification code", "код проверки", "کد راستی‌آزمایی")
    case "93" where system == .chestnyZnak:
      CodeWords("short verification code", "короткий код проверки", "کد راستی‌آزمایی کوتاه")
    default: Self.titles[element.identifier] ?? CodeWords(Self.ownTitle(of: element.identifier))
    }
  }

  private static func ownTitle(of identifier: String) -> String {
    ApplicationIdentifier.all[identifier]?.title ?? ""
  }

  /// The identifiers that medicines and devices carry.
  private static let titles: [String: CodeWords] = [
    "00": CodeWords("shipping unit (SSCC)", "транспортная упаковка (SSCC)", "واحد حمل (SSCC)"),
    "01": CodeWords("trade item number (GTIN)", "номер товара (GTIN)", "شماره کالا (GTIN)"),
    "02": CodeWords("number of the contents (GTIN)", "номер вложения (GTIN)", "شماره محتوا (GTIN)"),
    "10": CodeWords("batch", "серия", "شماره سری ساخت"),
    "11": CodeWords("produced", "дата производства", "تاریخ تولید"),
    "13": CodeWords("packed", "дата упаковки", "تاریخ بسته‌بندی"),
    "15": CodeWords("best before", "употребить до", "بهترین مصرف تا"),
    "17": CodeWords("expires", "годен до", "تاریخ انقضا"),
    "20": CodeWords("variant", "вариант", "گونه"),
    "21": CodeWords("serial number", "серийный номер", "شماره سریال"),
    "22": CodeWords("consumer variant", "потребительский вариант", "گونه مصرف‌کننده"),
    "240": CodeWords("additional number", "дополнительный номер", "شماره تکمیلی"),
    "30": CodeWords("number of pieces", "число единиц", "تعداد"),
    "37": CodeWords("number of items inside", "число вложений", "تعداد محتوا"),
    "414": CodeWords("place (GLN)", "место (GLN)", "مکان (GLN)"),
    "422": CodeWords("country of origin", "страна происхождения", "کشور مبدأ"),
    "7003": CodeWords("expires at", "годен до (время)", "زمان انقضا"),
    "8013": CodeWords(
      "model number (basic UDI-DI)", "номер модели (базовый UDI-DI)", "شماره مدل (UDI-DI پایه)"),
  ]
}

extension MarkingCode.System {
  /// The system in words.
  public var title: CodeWords {
    switch self {
    case .gs1: CodeWords("GS1 element string", "строка элементов GS1", "رشته عناصر GS1")
    case .chestnyZnak:
      CodeWords(
        "Code of a pack in the Russian system Chestny ZNAK (medicines and devices)",
        "Код маркировки системы «Честный ЗНАК» (лекарства и медизделия)",
        "کد بسته در سامانه روسی «چستنی زناک» (دارو و تجهیزات پزشکی)")
    case .ttac:
      CodeWords(
        "Symbol of a pack in the Iranian system TTAC", "Символ упаковки иранской системы TTAC",
        "نماد بسته در سامانه تی‌تک (TTAC)")
    case .sscc, .gtin, .uid: titleOfNumber
    }
  }

  /// What a number is that stands alone.
  var titleOfNumber: CodeWords {
    switch self {
    case .sscc:
      CodeWords(
        "Number of a shipping unit (SSCC)", "Код транспортной упаковки (SSCC)",
        "شماره واحد حمل (SSCC)")
    case .uid:
      CodeWords(
        "Unique code of a pack in the Iranian system TTAC (UID)",
        "Уникальный код упаковки иранской системы TTAC (UID)",
        "شناسه یکتای بسته در سامانه تی‌تک (UID)")
    case .gtin, .gs1, .chestnyZnak, .ttac:
      CodeWords("Trade item number (GTIN)", "Номер товара (GTIN)", "شماره کالا (GTIN)")
    }
  }
}
