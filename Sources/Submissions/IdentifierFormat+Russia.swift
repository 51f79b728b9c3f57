internal import MarkingCodes

extension IdentifierFormat {
  /// The numbers of companies and the classifications of Russia and the Union.
  static let russia: [IdentifierFormat] = [
    IdentifierFormat(
      "inn", "Russian taxpayer's number (ИНН)", digits: [10, 12], example: "7709123453",
      rule: taxpayer),
    IdentifierFormat(
      "ogrn", "Russian state registration number (ОГРН, ОГРНИП)", digits: [13, 15],
      example: "1027700123450", rule: stateRegistration),
    IdentifierFormat(
      "kpp", "Russian tax registration reason code (КПП)", shape: "####**###",
      example: "770901001", repairs: .latinCode),
    IdentifierFormat(
      "by-unp", "Belarusian taxpayer's number (УНП)", example: "200988541", repairs: .latinCode,
      complaint: belarusianTaxpayer),
    IdentifierFormat(
      "okpd2", "Russian product classification (ОКПД2), product line", shape: "##.##.##.###",
      example: "21.20.10.119", repairs: .always + [.commas]),
    IdentifierFormat(
      "tnved", "Customs code of the Eurasian Economic Union (ТН ВЭД)", digits: [10],
      example: "3004900002", rule: customsChapter),
    IdentifierFormat(
      "nkmi", "Kind of device in the Russian nomenclature (НКМИ)", digits: [6], example: "202800"),
    IdentifierFormat(
      "smnn", "Node or item of the Russian catalogue of medicines (ЕСКЛП)",
      shape: "##.##.##.###-######-#-#####-#############",
      example: "21.20.10.119-000018-1-00040-0000000000000",
      repairs: .always + [.dashes, .commas]),
    IdentifierFormat(
      "eaeu-form", "Dosage form in the Union's nomenclature", digits: [10], example: "0101100001"
    ) { digits in
      digits[4] <= 1
        ? nil : "digit 5 is \(digits[4]), wanted 0 (made ready before use) or 1 (ready for use)"
    },
  ]

  private static let taxpayerWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

  private static func taxpayer(_ digits: [Int]) -> String? {
    let positions = digits.count == 10 ? [9] : [10, 11]
    for position in positions {
      let sum = NumberRule.sum(digits, Array(taxpayerWeights.suffix(position)))
      let complaint = NumberRule.checkDigit(digits[position], gives: sum % 11 % 10)
      if complaint != nil { return complaint }
    }
    return nil
  }

  private static func stateRegistration(_ digits: [Int]) -> String? {
    let isCompany = digits.count == 13
    let first = isCompany ? [1, 2, 5, 6, 7, 8, 9] : [3, 4]
    guard first.contains(digits[0]) else {
      return "digit 1 is \(digits[0]), wanted \(isCompany ? "1, 2 or 5 to 9" : "3 or 4")"
    }
    let divisor = isCompany ? 11 : 13
    let remainder = digits.dropLast().reduce(0) { ($0 * 10 + $1) % divisor }
    return NumberRule.checkDigit(digits[digits.count - 1], gives: remainder % 10)
  }

  /// Chapters 1 to 97 are in use; 77 is kept free.
  static func customsChapter(_ digits: [Int]) -> String? {
    let chapter = digits[0] * 10 + digits[1]
    return (1...97).contains(chapter) && chapter != 77
      ? nil : "there is no chapter \(chapter) in the customs nomenclature"
  }

  private static let belarusianLetters = Array("ABCEHKMOPT".unicodeScalars)

  private static func belarusianTaxpayer(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == 9, scalars[2...].allSatisfy(\.isDigit) else {
      return "wanted 9 digits, or 2 letters and 7 digits"
    }
    guard "1234567ABCEHKM".contains(scalars[0]),
      scalars[1].isDigit || belarusianLetters.contains(scalars[1])
    else { return "\(scalars[..<2].text.quotedForMessage) starts no number" }
    let second = belarusianLetters.firstIndex(of: scalars[1]).map { "\($0)" } ?? "\(scalars[1])"
    let values = [String(scalars[0]), second].compactMap { Int($0, radix: 36) }
    let rest = scalars[2..<8].text.decimalDigits ?? []
    let check = NumberRule.sum(values + rest, [29, 23, 19, 17, 13, 7, 5, 3]) % 11
    if check > 9 { return "no check digit fits the digits" }
    return NumberRule.checkDigit(scalars[8...].text.decimalDigits?.first ?? -1, gives: check)
  }
}
