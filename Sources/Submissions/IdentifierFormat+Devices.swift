internal import MarkingCodes

extension IdentifierFormat {
  /// The nomenclatures of devices and the chapters of their dossiers.
  static let devices: [IdentifierFormat] = [
    IdentifierFormat("gmdn", "Code of the GMDN", digits: [5], example: "34671"),
    IdentifierFormat("umdns", "Code of the UMDNS", digits: [5], example: "12345"),
    IdentifierFormat(
      "emdn", "Code of the EMDN", example: "Y214203", repairs: .latinCode, complaint: european),
    IdentifierFormat(
      "imdrf", "Chapter of the IMDRF table of contents", example: "CH3.05.01",
      repairs: .latinCode, complaint: chapter),
  ]

  private static func european(_ text: String) -> String? {
    guard let first = text.unicodeScalars.first, first.isCapital else {
      return "wanted a Latin capital first"
    }
    let digits = text.unicodeScalars.dropFirst()
    return (2...12).contains(digits.count) && digits.allSatisfy(\.isDigit)
      ? nil : "wanted 2 to 12 digits after the letter"
  }

  private static func chapter(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let chapters = ["CH1", "CH2", "CH3", "CH4", "CH5", "CH6", "CH6A", "CH6B"]
    guard chapters.contains(parts[0]) else {
      return "\(parts[0].quotedForMessage) is no chapter; wanted CH1 to CH5, CH6A or CH6B"
    }
    let sections = parts.dropFirst()
    return (1...3).contains(sections.count)
      && sections.allSatisfy { $0.utf8.count == 2 && $0.decimalDigits != nil }
      ? nil : "wanted one to three sections of two digits after the chapter, as in CH3.05.01"
  }
}
