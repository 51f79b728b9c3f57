internal import MarkingCodes

extension IdentifierFormat {
  /// The codes that national systems put on single packs.
  static let marking: [IdentifierFormat] = [
    IdentifierFormat(
      "mdlp", "Code of the Russian system for medicines (МДЛП), as scanned",
      example: "010460714356059821FGXEAGA5A1GAH\u{1D}91EE06\u{1D}92\(exampleTail)",
      repairs: [.markingCode]
    ) { text in
      russianCode(text, isMedicine: true)
    },
    IdentifierFormat(
      "gis-mt", "Code of the Russian system for devices (ГИС МТ), as scanned",
      example: "0104640088091000215gMpn5CJG37mF\u{1D}91FFD0\u{1D}92\(exampleTail)",
      repairs: [.markingCode]
    ) { text in
      russianCode(text, isMedicine: false)
    },
    IdentifierFormat(
      "ttac", "Symbol of the Iranian system (TTAC), as scanned",
      example: "01062611234567832112345012345678901234\u{1D}1728083110A2301",
      repairs: [.markingCode]
    ) { text in
      complaint(about: MarkingCode(text, expecting: .ttac))
    },
    IdentifierFormat(
      "uid", "Unique code of a pack in the Iranian system", digits: [20],
      example: "12345012345678901234"),
    IdentifierFormat(
      "uid-prefix", "Company's prefix in the Iranian system", digits: [4, 5], example: "12345"),
  ]

  private static let exampleTail = "VW/n3g0hYP6kqx1WjVy/fnpKT+i7N3FT8QPUyzzKQT4="

  /// What is wrong with a Russian code; what only medicines may not have is no fault of devices.
  private static func russianCode(_ text: String, isMedicine: Bool) -> String? {
    let code = MarkingCode(text, expecting: .chestnyZnak)
    if let complaint = complaint(about: code) { return complaint }
    return code.faults.lazy.compactMap { isMedicine ? $0.medicineComplaint : nil }.first
  }

  /// The first thing that keeps a code from being used as it is written.
  static func complaint(about code: MarkingCode) -> String? {
    code.faults.first { $0.severity == .error || $0.kind == .lineEnd }?.complaint
  }
}

extension CodeFault {
  fileprivate var complaint: String {
    let words = kind.words.en
    guard let identifier, !identifier.isEmpty else { return words }
    return "in (\(identifier)), \(words)"
  }

  fileprivate var medicineComplaint: String? {
    switch kind {
    case .notMedicineSerial(let character):
      "the serial number has \(character.quotedForMessage), which is not allowed there"
    default: nil
    }
  }

  /// What a text has that a scanner, a keyboard or a program did to it; nil for all else.
  fileprivate var textFault: String? {
    switch kind {
    case .lineEnd: "line ends after it"
    case .russianKeyboard: "the Russian keyboard's letters"
    case .separatorWritten: "group separators written out"
    case .lostSeparators: "lost its group separators"
    case .escaped: "characters written as in XML"
    default: nil
    }
  }
}

extension IdentifierRepair {
  /// What scanners, keyboards and programs do to a marking code.
  static let markingCode = IdentifierRepair(
    fault: { text in
      let faults = MarkingCode(text).faults.compactMap(\.textFault)
      return faults.enumerated().filter { !faults[..<$0.offset].contains($0.element) }
        .map(\.element).joined(separator: ", ")
    },
    apply: { text in MarkingCode(text).repaired ?? text })
}
