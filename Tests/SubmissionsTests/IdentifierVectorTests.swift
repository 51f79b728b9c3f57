import Foundation
import MarkingCodes
import Submissions
import Testing

/// The vectors of the study of standards, where they lie beside the package.
@Suite struct IdentifierVectorTests {
  private static let path = "../shared/standards/vectors.json"

  private struct Vector: Decodable {
    var value: String
    var valid: Bool
    var note: String
  }

  private struct File: Decodable {
    var vectors: [String: [Vector]]
  }

  /// The format of each group of vectors.
  private static let formats = [
    "GTIN-8": "gtin", "GTIN-12": "gtin", "GTIN-13": "gtin", "GTIN-14": "gtin",
    "GTIN-14 from public code": "gtin", "GLN": "gln", "SSCC": "sscc",
    "AI 17 date (current year 2026)": "gs1-date", "INN-10 (legal entity)": "inn",
    "INN-12 (person)": "inn", "OGRN-13": "ogrn", "OGRNIP-15": "ogrn", "KPP": "kpp",
    "IR legal national ID (11)": "ir-legal-id", "IR personal national code (10)": "ir-person-id",
    "IRC (16)": "irc", "TTAC UID (20)": "uid", "BY UNP (9)": "by-unp", "CAS RN": "cas",
    "HIBC primary": "hibc", "HIBC concatenated": "hibc", "MDLP full code": "mdlp",
    "GIS MT wheelchair code": "gis-mt", "SGTIN (27)": "sgtin", "TTAC DataMatrix": "ttac",
    "RU medicine registration no.": "ru-medicine-number",
    "RU device registration no.": "ru-device-number", "ESKLP SMNN/KLP code": "smnn",
    "OKPD2": "okpd2", "TN VED EAEU (10)": "tnved", "IR HS (8)": "hs8", "NKMI kind (6)": "nkmi",
    "EAEU dosage form code (10)": "eaeu-form", "ATC": "atc", "UNII": "unii",
    "BCP-47 (subset)": "lang", "eCTD file name": "ectd-file", "eCTD sequence": "sequence",
    "CTD section": "ctd", "UDI GS1 string": "gs1-elements",
  ]

  @Test(.enabled(if: TestFiles.exists(path), "the vectors are not beside the package"))
  func `all vectors are judged as the study judges them`() throws {
    let data = try Data(contentsOf: TestFiles.root.appending(path: Self.path))
    let groups = try JSONDecoder().decode(File.self, from: data).vectors
    var count = 0
    for (group, vectors) in groups.sorted(by: { $0.key < $1.key }) {
      let name = try #require(Self.formats[group], "\(group)")
      let format = try #require(IdentifierFormat.named(name))
      for vector in vectors {
        check(vector, format, group)
        count += 1
      }
    }
    #expect(count == 237)
  }

  private func check(_ vector: Vector, _ format: IdentifierFormat, _ group: String) {
    let text = vector.value.withEscapesRead
    let verdict = format.verdict(on: text)
    // As written it is a finding that shows the normalised form; the study judges that form.
    if vector.note.contains("valid after mapping") {
      #expect(!verdict.isValid)
      #expect(format.verdict(on: format.normalised(text)).isValid == vector.valid)
    } else {
      #expect(verdict.isValid == vector.valid, "\(group): \(vector.value): \(verdict)")
    }
    if let normal = vector.note.after("normalised -> ") {
      #expect(format.normalised(text) == normal)
    }
    if format.name == "gs1-date", let day = vector.note.after("-> ") {
      #expect(GS1Day(text, near: 2026)?.description ?? "None" == day, "\(vector.value)")
    }
  }
}

extension String {
  /// The text with `\x1D`, `\r` and `\n` read, and without the study's own remark in brackets.
  fileprivate var withEscapesRead: String {
    replacingOccurrences(of: "\\x1D", with: "\u{1D}")
      .replacingOccurrences(of: "\\r", with: "\r").replacingOccurrences(of: "\\n", with: "\n")
      .replacingOccurrences(of: "  (parsed by stdnum)", with: "")
  }

  fileprivate func after(_ mark: String) -> String? {
    guard let range = range(of: mark, options: .backwards) else { return nil }
    return String(self[range.upperBound...])
  }
}
