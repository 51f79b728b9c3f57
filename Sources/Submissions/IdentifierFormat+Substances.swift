internal import MarkingCodes

extension IdentifierFormat {
  /// The codes of substances, forms, effects and diseases.
  static let substances: [IdentifierFormat] = [
    IdentifierFormat(
      "cas", "CAS registry number", example: "1115-70-4", repairs: .always + [.dashes],
      complaint: registryNumber),
    IdentifierFormat(
      "unii", "Unique ingredient identifier", shape: "**********", example: "786Z46389E",
      repairs: .latinCode),
    IdentifierFormat(
      "atc", "Anatomical therapeutic chemical code, level 1 to 5", example: "A10BA02",
      repairs: .latinCode, complaint: therapeuticCode),
    IdentifierFormat(
      "edqm", "Code of the EDQM Standard Terms", digits: [8], example: "10221000"),
    IdentifierFormat(
      "icd10", "Disease in ICD-10", example: "E11.9", repairs: .latinCode + [.commas],
      complaint: disease),
    IdentifierFormat("ucum", "Unit in UCUM", example: "mg/mL", repairs: [.margins, .unitNames]) {
      UnitExpression.complaint(about: $0)
    },
  ]

  private static func registryNumber(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, (2...7).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts[2].utf8.count == 1, let digits = (parts[0] + parts[1]).decimalDigits,
      let check = parts[2].decimalDigits?.first
    else { return "wanted 2 to 7 digits, 2 digits and a check digit, with hyphens between" }
    let sum = NumberRule.sum(digits.reversed(), Array(1...9))
    return NumberRule.checkDigit(check, gives: sum % 10)
  }

  private static let therapeuticShapes = ["@", "@##", "@##@", "@##@@", "@##@@##"]

  private static func therapeuticCode(_ text: String) -> String? {
    let count = text.unicodeScalars.count
    guard let shape = therapeuticShapes.first(where: { $0.utf8.count == count }) else {
      return "it has \(count.counted("character")), wanted 1, 3, 4, 5 or 7"
    }
    if let complaint = IdentifierShape(shape).complaint(about: text) { return complaint }
    return text.unicodeScalars.first.map { "ABCDGHJLMNPRSV".contains($0) } == true
      ? nil : "no anatomical main group starts with \(text.prefix(1))"
  }

  private static func disease(_ text: String) -> String? {
    let shapes = ["@##", "@##.#", "@##.##"].map { IdentifierShape($0) }
    if text.unicodeScalars.first == "U" || shapes.allSatisfy({ !$0.matches(text) }) {
      return "wanted a letter but U, two digits and perhaps a dot with one or two more"
    }
    return nil
  }
}
