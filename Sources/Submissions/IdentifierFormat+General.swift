internal import MarkingCodes

extension IdentifierFormat {
  /// Languages, countries, currencies, days and ways to reach a person.
  static let general: [IdentifierFormat] = [
    IdentifierFormat(
      "lang", "Language (BCP 47)", example: "ru", repairs: .always + [.languageTag],
      complaint: language),
    IdentifierFormat(
      "country", "Country (ISO 3166-1, two letters)", example: "IR", repairs: .latinCode
    ) { text in
      ReferenceCodes.countries.contains(text)
        ? nil : "\(text.quotedForMessage) is no country of ISO 3166-1"
    },
    IdentifierFormat(
      "ccy", "Currency (ISO 4217)", example: "IRR", repairs: .latinCode, complaint: currency),
    IdentifierFormat(
      "email", "E-mail address", example: "ra@company.example", repairs: [.margins, .invisible],
      complaint: mailAddress),
    IdentifierFormat(
      "phone", "Telephone number with country code (E.164)", example: "+982122003344",
      repairs: .always + [.phoneSeparators], complaint: telephone),
    IdentifierFormat("date", "Day, YYYY-MM-DD", example: "2026-11-20") { text in
      ScalarReader.timestamp(text) == nil ? "wanted a day such as 2026-11-20" : nil
    },
  ]

  private static func language(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    var rest = parts.dropFirst()
    let isLanguage =
      (2...3).contains(parts[0].utf8.count) && parts[0].unicodeScalars.allSatisfy(\.isSmallLetter)
    if let script = rest.first, script.isScript { rest = rest.dropFirst() }
    if let region = rest.first, region.isRegion { rest = rest.dropFirst() }
    return isLanguage && rest.isEmpty
      ? nil : "wanted a language such as ru, perhaps with script and region, as in fa-Arab-IR"
  }

  private static func currency(_ text: String) -> String? {
    if currencies.contains(text) { return nil }
    if text == "IRT" { return "IRT (toman) is no currency of ISO 4217; write the amount in IRR" }
    return "\(text.quotedForMessage) is no currency of ISO 4217"
  }

  private static func mailAddress(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return "wanted one @, found \(parts.count - 1)" }
    let names = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts[0].utf8.count <= 64, names.allSatisfy({ $0.isOfMailbox }) else {
      return "\(parts[0].quotedForMessage) is no mailbox"
    }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { $0.isDomainLabel }
      ? nil : "\(parts[1].quotedForMessage) is no domain"
  }

  private static func telephone(_ text: String) -> String? {
    let digits = text.unicodeScalars.dropFirst()
    guard text.hasPrefix("+"), let first = digits.first, first != "0" else {
      return "wanted + and the country code first"
    }
    return (7...15).contains(digits.count) && digits.allSatisfy(\.isDigit)
      ? nil : "wanted 7 to 15 digits after the +"
  }
}

extension StringProtocol {
  /// Whether the text names a script, as in `fa-Arab`.
  fileprivate var isScript: Bool {
    utf8.count == 4 && unicodeScalars.first?.isCapital == true
      && unicodeScalars.dropFirst().allSatisfy(\.isSmallLetter)
  }

  /// Whether the text names a region, as in `fa-IR` or `es-419`.
  fileprivate var isRegion: Bool {
    utf8.count == 2 && unicodeScalars.allSatisfy(\.isCapital)
      || utf8.count == 3 && unicodeScalars.allSatisfy(\.isDigit)
  }

  fileprivate var isOfMailbox: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { $0.isLetterOrDigit || "!#$%&'*+/=?^_`{|}~-".contains($0) }
  }

  fileprivate var isDomainLabel: Bool {
    (1...63).contains(utf8.count) && unicodeScalars.first != "-" && unicodeScalars.last != "-"
      && unicodeScalars.allSatisfy { $0.isLetterOrDigit || $0 == "-" }
  }
}

extension IdentifierRepair {
  /// Underscores and wrong capitals in the tag of a language.
  static let languageTag = IdentifierRepair("an underscore or wrong capitals") { text in
    text.mappingScalars { $0 == "_" ? "-" : nil }
      .split(separator: "-", omittingEmptySubsequences: false).enumerated()
      .map { index, part in
        if index == 0 { return part.lowercased() }
        return part.count == 4
          ? part.prefix(1).uppercased() + part.dropFirst().lowercased()
          : part.uppercased()
      }
      .joined(separator: "-")
  }

  /// Spaces, hyphens, dots and brackets in a telephone number.
  static let phoneSeparators = IdentifierRepair("separators") { text in
    text.filteringScalars { !" -.()\u{A0}\u{2010}\u{2011}\u{2013}".contains($0) }
  }
}

extension IdentifierFormat {
  private static let currencies = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP
    GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES
    KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU
    MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND
    TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER
    ZAR ZMW ZWG
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
