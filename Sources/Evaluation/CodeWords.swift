internal import RulePacks

/// What the schema's codes are called in a message, by the field that holds them.
///
/// English messages have the code as it is written, which is an English word; so has every message
/// where a code is the same in all languages (market, risk class, standard) or not in this table.
enum CodeWords {
  /// Returns the words for a code of a field in a language, or nil if it is shown as it is written.
  static func words(for code: String, of field: String, in language: Language) -> String? {
    guard let words = table[field]?[code] else { return nil }
    return switch language {
    case .en: nil
    case .ru: words.ru
    case .fa: words.fa
    }
  }

  private static let table: [String: [String: (ru: String, fa: String)]] = [
    "component": [
      "outer": ("вторичная упаковка", "بسته‌بندی ثانویه"),
      "inner": ("первичная упаковка", "بسته‌بندی اولیه"),
      "leaflet": ("листок-вкладыш", "برگه راهنمای بیمار"),
      "smpc": ("ОХЛП", "خلاصه مشخصات فرآورده"),
      "import-sticker": ("стикер импортёра", "برچسب واردات"),
      "substance": ("упаковка субстанции", "بسته‌بندی ماده مؤثره"),
    ],
    "origin_class": [
      "original": ("оригинальный", "اصلی"), "generic": ("воспроизведённый", "ژنریک"),
      "hybrid": ("гибридный", "هیبرید"), "biological": ("биологический", "بیولوژیک"),
      "biosimilar": ("биоаналоговый", "بیوسیمیلار"), "herbal": ("растительный", "گیاهی"),
      "homeopathic": ("гомеопатический", "هومیوپاتی"),
      "radiopharmaceutical": ("радиофармацевтический", "رادیودارو"),
      "well-established": (
        "с хорошо изученным медицинским применением", "با کاربرد پزشکی تثبیت‌شده"
      ),
      "fixed-combination": ("комбинированный", "ترکیبی با دوز ثابت"),
      "high-tech": ("высокотехнологичный", "فناوری پیشرفته"),
      "blood": ("препарат крови", "فرآورده خونی"),
    ],
    "procedure": [
      "eaeu-national": ("национальная процедура Союза", "روند ملی اتحادیه"),
      "eaeu-mutual-recognition": ("взаимное признание", "شناسایی متقابل"),
      "eaeu-decentralised": ("децентрализованная процедура", "روند غیرمتمرکز"),
      "eaeu-alignment": ("приведение в соответствие", "تطبیق با مقررات اتحادیه"),
      "eaeu-renewal": ("подтверждение регистрации", "تمدید ثبت در اتحادیه"),
      "eaeu-variation": ("внесение изменений", "تغییر پرونده در اتحادیه"),
      "national-61": ("по Закону № 61-ФЗ", "قانون فدرال 61-FZ"),
      "domestic-generic": ("воспроизведённый местного производства", "ژنریک تولید داخل"),
      "imported-generic": ("ввозимый воспроизведённый", "ژنریک وارداتی"),
      "imported-brand": ("ввозимый оригинальный", "برند وارداتی"),
      "under-licence": ("производство по лицензии", "تولید تحت لیسانس"),
      "emergency": ("экстренный ввоз", "فوریتی"),
    ],
    "type": [
      "initial": ("первичная регистрация", "ثبت اولیه"),
      "renewal": ("подтверждение регистрации", "تمدید"),
      "variation": ("внесение изменений", "تغییر"),
      "alignment": ("приведение в соответствие", "تطبیق"),
      "long-term": ("долгосрочное", "درازمدت"), "intermediate": ("промежуточное", "میان‌مدت"),
      "accelerated": ("ускоренное", "تسریع‌شده"), "in-use": ("при применении", "حین مصرف"),
      "photostability": ("фотостабильность", "پایداری نوری"),
      "stress": ("стрессовое", "تنش"),
    ],
    "unit": [
      "mo": ("мес.", "ماه"), "a": ("лет", "سال"), "d": ("сут.", "روز"), "h": ("ч", "ساعت"),
    ],
    "status": [
      "valid": ("действует", "معتبر"), "pending": ("на рассмотрении", "در دست بررسی"),
      "suspended": ("приостановлено", "تعلیق‌شده"), "cancelled": ("отменено", "باطل‌شده"),
      "expired": ("срок истёк", "منقضی"),
    ],
    "activities": [
      "api": ("производство субстанции", "تولید ماده مؤثره"),
      "bulk": ("производство нерасфасованной продукции", "تولید فله"),
      "primary-packaging": ("первичная упаковка", "بسته‌بندی اولیه"),
      "secondary-packaging": ("вторичная упаковка", "بسته‌بندی ثانویه"),
      "qc": ("контроль качества", "کنترل کیفیت"),
      "batch-release": ("выпускающий контроль", "ترخیص سری"),
      "sterilisation": ("стерилизация", "استریلیزاسیون"),
    ],
    "roles": [
      "holder": ("держатель регистрационного удостоверения", "دارنده پروانه"),
      "applicant": ("заявитель", "متقاضی"), "manufacturer": ("производитель", "تولیدکننده"),
      "importer": ("импортёр", "واردکننده"), "representative": ("представитель", "نماینده"),
      "distributor": ("дистрибьютор", "توزیع‌کننده"),
      "pv": ("фармаконадзор", "فارماکوویژیلانس"), "agent": ("агент", "کارگزار"),
    ],
    "sterilisation_method": [
      "eo": ("этиленоксид", "اتیلن اکساید"), "steam": ("пар", "بخار"),
      "irradiation": ("облучение", "پرتودهی"), "aseptic": ("асептическое производство", "اسپتیک"),
    ],
    "scale": [
      "pilot": ("опытно-промышленная", "نیمه‌صنعتی"), "production": ("промышленная", "صنعتی"),
      "laboratory": ("лабораторная", "آزمایشگاهی"),
    ],
    "users": [
      "professional": ("медицинские работники", "کاربر حرفه‌ای"),
      "lay": ("непрофессиональные пользователи", "کاربر عادی"), "patient": ("пациенты", "بیمار"),
    ],
    "gmp_conform": yesAndNo, "on_market_in_exporting_country": yesAndNo,
    "paediatric_use": yesAndNo,
  ]

  private static let yesAndNo = [
    "yes": (ru: "да", fa: "بله"), "no": ("нет", "خیر"), "unknown": ("неизвестно", "نامعلوم"),
    "not-applicable": ("не применимо", "نامرتبط"), "restricted": ("с ограничениями", "محدود"),
  ]
}
