internal import MarkingCodes

extension IdentifierFormat {
  /// The numbers of registrations in Russia and the Union.
  static let registrations: [IdentifierFormat] = [
    IdentifierFormat(
      "eaeu-medicine-number", "Registration number of a medicine in the Union",
      example: "ЛП-№(012345)-(РГ-RU)", repairs: .always + [.dashes, .medicineNumber],
      forgives: true, complaint: unionMedicineNumber),
    IdentifierFormat(
      "ru-medicine-number", "Registration number of a medicine in Russia or the Union",
      example: "ЛП-№(012345)-(РГ-RU)", repairs: .always + [.dashes, .medicineNumber],
      forgives: true, complaint: medicineNumber),
    IdentifierFormat(
      "ru-device-number", "Registration number of a device in Russia", example: "РЗН 2021/14397",
      repairs: .always + [.dashes, .deviceNumber], complaint: deviceNumber),
  ]

  private static let nationalShapes = [
    "ЛП-######", "ЛП-######-######", "ЛС-######", "ЛС-######/##", "ЛСР-######", "ЛСР-######/##",
    "П N######", "П N######/##", "П N######/##-####", "Р N######", "Р N######/##",
    "Р N######/##-####", "ФС-######",
  ].map { IdentifierShape($0) }

  private static func medicineNumber(_ text: String) -> String? {
    if text.contains("(") { return unionMedicineNumber(text) }
    return nationalShapes.contains { $0.matches(text) }
      ? nil
      : "wanted a number such as ЛП-№(012345)-(РГ-RU), ЛП-007297, ЛСР-002968/10 or П N014471/01"
  }

  private static func unionMedicineNumber(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let head = Array("ЛП-№(".unicodeScalars)
    guard scalars.starts(with: head), let close = scalars.firstIndex(of: ")") else {
      return "wanted ЛП-№, six digits and the states in brackets, as in ЛП-№(012345)-(РГ-RU)"
    }
    let ordinal = scalars[head.count..<close]
    guard ordinal.count == 6, ordinal.allSatisfy(\.isDigit) else {
      return "the ordinal number is \(ordinal.text.quotedForMessage), wanted six digits"
    }
    return stateMark(scalars[(close + 1)...].text)
  }

  private static func stateMark(_ text: String) -> String? {
    guard IdentifierShape("-(??-@@)").hasFrame(of: text) else {
      return "wanted the role and the state after the number, as in -(РГ-RU)"
    }
    let scalars = Array(text.unicodeScalars)
    let role = scalars[2..<4].text
    guard ["РГ", "ГП"].contains(role) else {
      return "the role is \(role.quotedForMessage), wanted РГ (reference state) or ГП (recognition)"
    }
    let state = scalars[5..<7].text
    return ["AM", "BY", "KG", "KZ", "RU"].contains(state)
      ? nil : "\(state.quotedForMessage) is no member state; wanted AM, BY, KG, KZ or RU"
  }

  private static func deviceNumber(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let series = scalars.prefix(4).text
    guard ["РЗН ", "ФСР ", "ФСЗ "].contains(series), scalars.count >= 10,
      let year = Int(scalars[4..<8].text), scalars[8] == "/"
    else { return "wanted РЗН, ФСР or ФСЗ, a space, the year, a stroke and the number" }
    let isCurrent = series == "РЗН "
    guard (isCurrent ? 2013...2099 : 2004...2013).contains(year) else {
      return "\(series.dropLast()) was not given out in \(year)"
    }
    let counts = isCurrent ? Array(1...6) : [4, 5]
    return NumberRule.complaint(about: scalars[9...].text, counts: counts)
  }
}

extension IdentifierShape {
  /// Whether a text is as long as the shape `-(??-@@)` and has its brackets and hyphens.
  fileprivate func hasFrame(of text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == 8 else { return false }
    return scalars[..<2].text == "-(" && scalars[4] == "-" && scalars[7] == ")"
  }
}

extension IdentifierRepair {
  /// Spaces, small letters, Latin letters and the many ways to write № in a medicine's number.
  static let medicineNumber = IdentifierRepair("spaces or look-alike letters") { text in
    let number = text.uppercased().beforeDate
    guard number.contains("(") else { return nationalNumber(number) }
    let parts = number.filteringScalars { !$0.properties.isWhitespace }
      .unicodeScalars.split(separator: "(", omittingEmptySubsequences: false).map { $0.text }
    guard parts.count == 3 else { return number }
    return "\(numberSign(parts[0]))(\(parts[1])(\(stateMark(parts[2]))"
  }

  /// Writes `ЛП-№` where it is written with an N.
  private static func numberSign(_ head: String) -> String {
    let letters = head.prefix { $0 != "-" }
    let sign = head.dropFirst(letters.count + 1)
    let isSign = ["№", "N", "NO", "N°", "NО", "№."].contains(String(sign))
    return "\(String(letters).withCyrillicLetters)-\(isSign ? "№" : sign)"
  }

  /// Writes the role with Cyrillic and the state with Latin letters.
  private static func stateMark(_ mark: String) -> String {
    let parts = mark.unicodeScalars.split(separator: "-", maxSplits: 1).map { $0.text }
    guard parts.count == 2 else { return mark }
    return "\(parts[0].withCyrillicLetters)-\(parts[1].withLatinLetters)"
  }

  /// Writes a number of the time before the Union.
  private static func nationalNumber(_ number: String) -> String {
    let head = number.unicodeScalars.prefix { !$0.isDigit }.text
    let digits = number.unicodeScalars.drop { !$0.isDigit }.text
    let letters = head.filteringScalars { !" N№-.".contains($0) }.withCyrillicLetters
    let separator = ["П", "Р"].contains(letters) ? " N" : "-"
    return digits.isEmpty || letters.isEmpty ? number : "\(letters)\(separator)\(digits)"
  }

  /// Look-alike letters, a missing space and a wrong stroke in a device's number.
  static let deviceNumber = IdentifierRepair("look-alike letters, or a wrong space or stroke") {
    let number = $0.uppercased()
    let series = number.unicodeScalars.prefix(3).text.withCyrillicLetters
      .mappingScalars { $0 == "3" ? "З" : nil }
    let rest = number.unicodeScalars.dropFirst(3).text
      .filteringScalars { !$0.properties.isWhitespace }
    guard ["РЗН", "ФСР", "ФСЗ"].contains(series) else { return number }
    return "\(series) \(rest.mappingScalars { "-\\".contains($0) ? "/" : nil })"
  }
}

extension String {
  /// The text before ` ОТ ` and a day, which is no part of the number.
  fileprivate var beforeDate: String {
    let words = split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 2, words[words.count - 2] == "ОТ" else { return self }
    return words.dropLast(2).joined(separator: " ")
  }
}
