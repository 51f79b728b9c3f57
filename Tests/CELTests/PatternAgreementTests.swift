import Foundation
import TestSupport
import Testing

@testable import CEL

/// Patterns say what RE2 says: of random patterns and texts, as `RE2/record.py` recorded it.
@Suite struct PatternAgreementTests {
  private struct Case: Decodable {
    let pattern: String
    let texts: [String]?
    let matches: String?
  }

  private static func cases() throws -> [Case] {
    let file = PackageRoot.folder.appendingPathComponent("Tests/CELTests/RE2/agreement.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      try JSONDecoder().decode(Case.self, from: Data(line.utf8))
    }
  }

  @Test func `patterns match what RE2 matches, and are refused where RE2 refuses`() throws {
    var (compared, refused) = (0, 0)
    for item in try Self.cases() {
      let label = "\(item.pattern.debugDescription)"
      switch (Pattern.compile(item.pattern), item.texts) {
      case (.failure, nil): refused += 1
      case (.success, nil): Testing.Issue.record("\(label) is refused by RE2 alone")
      case (.failure(let problem), .some): Testing.Issue.record("\(label): \(problem.message)")
      case (.success(let pattern), let texts?):
        for (text, wanted) in zip(texts, item.matches ?? "") {
          #expect(
            pattern.matches(text) == (wanted == "1"), "\(label) on \(text.debugDescription)")
          compared += 1
        }
      }
    }
    #expect(compared > 10_000)
    #expect(refused > 150)
  }
}
