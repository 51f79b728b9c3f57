import Foundation
import TestSupport
import Testing

/// Why bundled rules fail on the deficient samples: the explanation that the JSON report has.
@Suite struct ExplanationGoldenTests {
  private static let rules = [
    "EAEU-MED-042", "EAEU-MED-068", "EAEU-MED-082", "IR-MED-018", "IR-MED-038", "STD-I01",
    "IR-DEV-033", "IR-DEV-044", "RU-DEV-021", "RU-DEV-091", "RU-DEV-110", "STD-X17C",
  ]

  /// The part of a JSON report that explains findings.
  private struct Report: Decodable {
    struct Submission: Decodable {
      let findings: [Finding]
    }

    struct Finding: Decodable {
      let rule: String
      let market: String
      let verdict: String
      let explanation: [Part]
    }

    struct Part: Decodable {
      let expression: String
      let value: Content?
      let error: String?
      let fields: [String]
      let element: String?
    }

    struct Content: Decodable {
      let text: String

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
          text = "\(truth)"
        } else if let number = try? container.decode(Double.self) {
          text = "\(number)"
        } else if let string = try? container.decode(String.self) {
          text = "\"\(string)\""
        } else {
          let count = try container.decode([String: Int].self)["entries"]
          text = "\(count ?? 0) entries"
        }
      }
    }

    let submissions: [Submission]
  }

  private static func findings(_ sample: String) throws -> [Report.Finding] {
    let run = try Command.run("validate", "Samples/\(sample)", "--format", "json")
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
      .submissions.flatMap(\.findings)
  }

  private static func text(of finding: Report.Finding) -> String {
    let parts = finding.explanation.map { part in
      let value = part.error.map { "error: \($0)" } ?? part.value?.text ?? "null"
      let about = part.element.map { ["about \($0)"] } ?? []
      let fields = part.fields.isEmpty ? [] : ["from \(part.fields.joined(separator: " "))"]
      return (["  \(part.expression)", "    = \(value)"] + (about + fields).map { "      \($0)" })
        .joined(separator: "\n")
    }
    return (["\(finding.rule) \(finding.verdict) for \(finding.market)"] + parts + [""])
      .joined(separator: "\n")
  }

  @Test func `the explanations of bundled rules are as recorded`() throws {
    let findings =
      try Self.findings("metformin-deficient") + Self.findings("hearing-aid-deficient")
    let chosen = Self.rules.compactMap { rule in findings.first { $0.rule == rule } }
    #expect(chosen.map(\.rule) == Self.rules)
    let text = chosen.map(Self.text).joined(separator: "\n")
    #expect(try Golden("explanations.txt").difference(from: text) == nil)
  }
}
