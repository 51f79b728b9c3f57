extension IdentifierFormat {
  /// The numbers of Iran.
  static let iran: [IdentifierFormat] = [
    IdentifierFormat(
      "ir-legal-id", "Iranian national id of a legal person (شناسه ملی)", digits: [11],
      example: "10101234565", rule: legalPerson),
    IdentifierFormat(
      "ir-person-id", "Iranian national code of a person (کد ملی)", digits: [10],
      example: "0073123455", rule: person),
    IdentifierFormat(
      "irc", "Iranian registration code (IRC)", digits: [16], example: "1228012345678901"),
    IdentifierFormat(
      "ir-generic-code", "Generic code of the Iranian drug list", digits: [5], example: "00707"),
    IdentifierFormat(
      "hs8", "Iranian customs code", digits: [8], example: "30049090", rule: customsChapter),
  ]

  private static func legalPerson(_ digits: [Int]) -> String? {
    if let complaint = allEqual(digits) { return complaint }
    let shift = digits[9] + 2
    let weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17]
    let remainder = NumberRule.sum(digits.prefix(10).map { $0 + shift }, weights) % 11
    return NumberRule.checkDigit(digits[10], gives: remainder % 10)
  }

  private static func person(_ digits: [Int]) -> String? {
    if let complaint = allEqual(digits) { return complaint }
    let remainder = NumberRule.sum(digits.prefix(9), Array((2...10).reversed())) % 11
    return NumberRule.checkDigit(digits[9], gives: remainder < 2 ? remainder : 11 - remainder)
  }

  private static func allEqual(_ digits: [Int]) -> String? {
    digits.allSatisfy { $0 == digits.first } ? "all its digits are equal" : nil
  }
}
