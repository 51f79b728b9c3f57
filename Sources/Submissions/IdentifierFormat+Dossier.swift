internal import MarkingCodes

extension IdentifierFormat {
  /// The names of documents, files and sections of a dossier.
  static let dossier: [IdentifierFormat] = [
    IdentifierFormat(
      "ctd", "Section of the common technical document", example: "3.2.P.8.3",
      repairs: .latinCode + [.commas]
    ) { text in
      TechnicalDocument.complaint(about: text)
    },
    IdentifierFormat(
      "md5", "MD5 digest", example: "d41d8cd98f00b204e9800998ecf8427e",
      repairs: .always + [.smallLetters], complaint: digest),
    IdentifierFormat(
      "path", "Path of a file in a dossier by the rules of eCTD",
      example: "m3/32-body-data/stability-data.pdf", repairs: [.margins, .invisible],
      complaint: path),
    IdentifierFormat(
      "ectd-file", "Name of a file in a dossier by the rules of eCTD",
      example: "stability-data.pdf", repairs: [.margins, .invisible], complaint: fileName),
    IdentifierFormat(
      "sequence", "Number of a sequence", shape: "####", example: "0000"),
    IdentifierFormat("ref", "Short name within a submission", example: "org-holder") { text in
      let complaint =
        "wanted a letter or underscore, then letters, digits, dots, hyphens, underscores"
      guard let first = text.unicodeScalars.first, !first.isDigit, first != "-", first != "." else {
        return complaint
      }
      return text.unicodeScalars.allSatisfy(\.isOfName) ? nil : complaint
    },
    IdentifierFormat("submission-id", "Name of a submission", example: "MED-2026-0001") { text in
      (1...50).contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy(\.isOfName)
        ? nil : "wanted 1 to 50 letters, digits, dots, hyphens and underscores"
    },
  ]

  private static func digest(_ text: String) -> String? {
    let isHexadecimal = text.unicodeScalars.allSatisfy { $0.isDigit || ("a"..."f").contains($0) }
    return isHexadecimal && text.utf8.count == 32
      ? nil : "wanted 32 hexadecimal digits in small letters"
  }

  /// The European limit; ICH itself allows 230.
  private static let longestPath = 180

  private static func path(_ text: String) -> String? {
    let steps = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if text.contains("\\") { return "wanted forward slashes" }
    if steps.first?.isEmpty == true { return "wanted a path inside the dossier's folder" }
    if steps.contains("..") { return "it leads out of the dossier's folder" }
    if text.unicodeScalars.count > longestPath {
      return "it has \(text.unicodeScalars.count) characters, wanted at most \(longestPath)"
    }
    let folders = steps.dropLast().lazy.compactMap { folderName($0) }
    return folders.first ?? fileName(steps.last ?? "")
  }

  private static func folderName(_ name: String) -> String? {
    !name.isEmpty && name.unicodeScalars.allSatisfy(\.isOfFileName)
      ? nil : "folder \(name.quotedForMessage) wants only a to z, 0 to 9 and hyphens"
  }

  private static func fileName(_ name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, (3...4).contains(parts[1].utf8.count),
      parts.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isOfFileName) }), !parts[1].contains("-"),
      !parts[0].isEmpty, !parts[0].hasPrefix("-"), !parts[0].hasSuffix("-")
    else {
      return
        "file \(name.quotedForMessage) wants a to z, 0 to 9 and hyphens, a dot and an extension"
    }
    let count = name.utf8.count
    return count <= 64
      ? nil : "file \(name.quotedForMessage) has \(count) characters, wanted at most 64"
  }
}

extension Unicode.Scalar {
  fileprivate var isOfName: Bool { isLetterOrDigit || self == "." || self == "_" || self == "-" }
  fileprivate var isOfFileName: Bool { isDigit || isSmallLetter || self == "-" }
}

/// The sections of the common technical document (ICH M4).
enum TechnicalDocument {
  /// Returns what is wrong with the number of a section, or nil.
  static func complaint(about text: String) -> String? {
    if isRegional(text) || isListed(text) { return nil }
    return "the common technical document has no section \(text.quotedForMessage)"
  }

  /// Module 1 is different in every region.
  private static func isRegional(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return parts[0] == "1" && (2...5).contains(parts.count)
      && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.decimalDigits != nil }
  }

  private static func isListed(_ text: String) -> Bool {
    sections.contains { section, count in
      if text == section { return true }
      guard text.hasPrefix("\(section)."), let number = Int(text.dropFirst(section.count + 1))
      else {
        return false
      }
      return (1...max(1, count)).contains(number) && count > 0 && text == "\(section).\(number)"
    }
  }

  /// Sections, each with the number of its numbered subsections.
  private static let sections: [(section: String, count: Int)] = [
    ("2.1", 0), ("2.2", 0), ("2.3", 0), ("2.3.S", 7), ("2.3.P", 8), ("2.3.A", 3), ("2.3.R", 0),
    ("2.4", 0), ("2.5", 6), ("2.6", 7), ("2.6.2", 7), ("2.6.4", 10), ("2.6.6", 10), ("2.7", 6),
    ("2.7.1", 4), ("2.7.2", 5), ("2.7.3", 6), ("2.7.4", 7),
    ("3.1", 0), ("3.2", 0), ("3.2.S", 7), ("3.2.S.1", 3), ("3.2.S.2", 6), ("3.2.S.3", 2),
    ("3.2.S.4", 5), ("3.2.S.7", 3), ("3.2.P", 8), ("3.2.P.2", 6), ("3.2.P.2.1", 2),
    ("3.2.P.2.2", 3), ("3.2.P.3", 5), ("3.2.P.4", 6), ("3.2.P.5", 6), ("3.2.P.8", 3),
    ("3.2.A", 3), ("3.2.R", 0), ("3.3", 0),
    ("4.1", 0), ("4.2", 3), ("4.2.1", 4), ("4.2.2", 7), ("4.2.3", 7), ("4.2.3.3", 2),
    ("4.2.3.4", 3), ("4.2.3.5", 4), ("4.2.3.7", 7), ("4.3", 0),
    ("5.1", 0), ("5.2", 0), ("5.3", 7), ("5.3.1", 4), ("5.3.2", 3), ("5.3.3", 5), ("5.3.4", 2),
    ("5.3.5", 4), ("5.4", 0),
  ]
}
