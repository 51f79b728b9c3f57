import Foundation
import MarkingCodes
import TestSupport
import Testing

/// GS1's own cases for the checks of its Syntax Dictionary, and the dictionary itself, where they lie
/// beside the package.
@Suite struct LinterSuiteTests {
  private static let cases = PackageRoot.shared("suites/gs1/linters.jsonl")
  private static let dictionary = PackageRoot.shared("suites/gs1/gs1-syntax-dictionary.txt")

  private struct Case: Decodable {
    let linter: String
    let input: String
    let valid: Bool
    let error: String?
    let markup: String?
    let src: String
  }

  @Test(.enabled(if: cases != nil, "GS1's cases are not beside the package"))
  func `every check finds what GS1's own finds, at the same place`() throws {
    let text = try String(contentsOf: #require(Self.cases), encoding: .utf8)
    let cases = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
    var (passed, failed, skipped) = (0, 0, 0)
    for item in cases {
      guard let check = ComponentCheck(rawValue: item.linter), check.isMade else {
        skipped += 1
        continue
      }
      let found = outcome(of: check, on: item.input)
      let wanted = item.valid ? "valid" : "\(Self.name(of: item.error)) \(item.markup ?? "")"
      if found == wanted { passed += 1 } else { failed += 1 }
      #expect(found == wanted, "\(item.linter) \(item.input) \(item.src)")
    }
    print("GS1 linters: \(passed) passed, \(failed) failed, \(skipped) skipped of \(cases.count)")
    // Whom a company prefix was given to only GS1 knows (4), and one case tests the test itself.
    #expect((passed, failed, skipped) == (5141, 0, 5))
  }

  private func outcome(of check: ComponentCheck, on input: String) -> String {
    guard let (kind, range) = check.complaint(about: input) else { return "valid" }
    let scalars = Array(input.unicodeScalars)
    func text(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    let marked =
      "\(text(0..<range.lowerBound))*\(text(range))*\(text(range.upperBound..<scalars.count))"
    let name = String(describing: kind).prefix { $0 != "(" }
    // Day 00 has a name of its own here, since it is allowed elsewhere.
    return "\(name == "zeroDay" ? "day" : name) \(marked)"
  }

  /// The kind of fault that an error of GS1's is here.
  private static func name(of error: String?) -> String {
    let error = error?.replacingOccurrences(of: "GS1_LINTER_", with: "") ?? ""
    if error.hasSuffix("TOO_SHORT") || error.hasSuffix("TOO_LONG") { return "wrongLength" }
    if error.hasPrefix("NOT_ISO") { return "notInList" }
    return names[error] ?? error
  }

  private static let names = [
    "INVALID_CSET39_CHARACTER": "outsideSet", "INVALID_CSET82_CHARACTER": "outsideSet",
    "INVALID_CSET64_CHARACTER": "outsideSet", "INVALID_CSET64_PADDING": "badPadding",
    "NON_DIGIT_CHARACTER": "outsideSet", "REQUIRES_NON_DIGIT_CHARACTER": "needsLetter",
    "ILLEGAL_HOUR": "hour", "ILLEGAL_MINUTE": "minute", "ILLEGAL_SECOND": "second",
    "ILLEGAL_MONTH": "month", "ILLEGAL_DAY": "day", "NOT_HYPHEN": "notHyphen",
    "INVALID_IBAN_CHARACTER": "outsideSet", "ILLEGAL_IBAN_COUNTRY_CODE": "notInList",
    "INCORRECT_IBAN_CHECKSUM": "accountChecksum",
    "IMPORTER_IDX_MUST_BE_ONE_CHARACTER": "wrongLength",
    "INVALID_IMPORT_IDX_CHARACTER": "notInList",
    "INVALID_BIOLOGICAL_SEX_CODE": "notInList", "LATITUDE_INVALID_LENGTH": "wrongLength",
    "LONGITUDE_INVALID_LENGTH": "wrongLength", "INVALID_LATITUDE": "outOfRange",
    "INVALID_LONGITUDE": "outOfRange", "INVALID_MEDIA_TYPE": "notInList",
    "ILLEGAL_ZERO_VALUE": "zeroValue", "ILLEGAL_ZERO_PREFIX": "zeroPrefix",
    "INVALID_PACKAGE_TYPE": "notInList", "INVALID_PERCENT_SEQUENCE": "percentSequence",
    "INVALID_LENGTH_FOR_PIECE_OF_TOTAL": "wrongLength", "ZERO_PIECE_NUMBER": "zeroValue",
    "ZERO_TOTAL_PIECES": "zeroValue", "PIECE_NUMBER_EXCEEDS_TOTAL": "pieceExceedsTotal",
    "POSITION_IN_SEQUENCE_MALFORMED": "malformedSequence",
    "POSITION_EXCEEDS_END": "pieceExceedsTotal", "INVALID_WINDING_DIRECTION": "notInList",
    "NOT_ZERO_OR_ONE": "notInList", "NOT_ZERO": "notZero",
  ]

  @Test(.enabled(if: dictionary != nil, "GS1's dictionary is not beside the package"))
  func `the identifiers are those of the dictionary`() throws {
    let text = try String(contentsOf: #require(Self.dictionary), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    var titles: [String: String] = [:]
    for line in lines {
      let codes = line.prefix { $0 != " " }.split(separator: "-").compactMap { Int($0) }
      let width = line.prefix { $0 != " " && $0 != "-" }.count
      let title = line.range(of: "# ").map { String(line[$0.upperBound...]) } ?? ""
      for code in codes[0]...codes[codes.count - 1] {
        titles[String(repeating: "0", count: max(0, width - "\(code)".count)) + "\(code)"] = title
      }
    }
    #expect(lines.count == 224)
    #expect(ApplicationIdentifier.all.mapValues(\.title) == titles)
  }
}
