internal import RulePacks

extension HTML {
  /// Returns a day as it is written in a language: in Persian by the Solar Hijri calendar with the
  /// Gregorian day beside it, in Russian as `20.11.2026`, in English as `2026-11-20`.
  static func day(_ day: Day, _ language: Language) -> HTML {
    HTML(.time, .named("datetime", day.description)) {
      switch language {
      case .en: isolated(day.description)
      case .ru: isolated(day.russian)
      case .fa:
        if let date = SolarHijriDate(day) {
          "\(date.inWords) "
          HTML(.span, .class("quiet")) {
            "("
            code(day.description)
            ")"
          }
        } else {
          code(day.description)
        }
      }
    }
  }

  /// Returns a number for people, with the digits of the language.
  static func number(_ number: Int, _ language: Language) -> HTML {
    .text(language.digits(of: number))
  }
}

extension Language {
  /// A whole number with the digits of the language.
  func digits(of number: Int) -> String {
    switch self {
    case .en, .ru: String(number)
    case .fa: String(number).withPersianDigits
    }
  }
}

extension Day {
  /// The day as Russian acts write it, `20.11.2026`.
  var russian: String {
    description.split(separator: "-").reversed().joined(separator: ".")
  }
}
