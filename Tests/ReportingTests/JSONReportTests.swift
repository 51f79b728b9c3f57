import Diagnostics
import Evaluation
import Foundation
import Receipts
import Reporting
import RulePacks
import TestSupport
import Testing

/// The report for programs.
@Suite struct JSONReportTests {
  private func text(_ result: SubmissionResult, _ language: Language = .en) -> String {
    JSONReport(language: language, version: "1.2.3", receipt: Self.receipt).text(of: [result])
  }

  private static let receipt = Receipt(
    program: "1.2.3", options: .init(), asOf: ["2026-11-20"],
    inputs: [
      .init(path: "thing.yaml", sha256: String(repeating: "0", count: 64)),
      .init(path: "thing.pdf", sha256: nil),
    ],
    rules: [
      .init(
        folder: "ir/things", version: "1", sha256: String(repeating: "1", count: 64),
        files: [
          .init(
            name: "rules.yaml", digest: String(repeating: "2", count: 16),
            parts: [.init(id: "T-1", digest: "33333333")])
        ])
    ])

  private func submission(_ text: String) throws -> [String: Any] {
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require((root?["submissions"] as? [[String: Any]])?.first)
  }

  @Test(arguments: Language.allCases)
  func `a report follows its schema`(language: Language) throws {
    let file = PackageRoot.folder.appendingPathComponent("Rules/schema/report.schema.json")
    let schema = try JSONSchema(Data(contentsOf: file))
    let diagnostic = Diagnostic("One that has no place")
    let result = try Things.result(diagnostics: [diagnostic])
    #expect(try schema.problems(in: Data(text(result, language).utf8)) == [])
  }

  @Test func `every finding of the result is in it, in order`() throws {
    let result = try Things.result()
    let findings = try #require(try submission(text(result))["findings"] as? [[String: Any]])
    #expect(findings.compactMap { $0["rule"] as? String } == result.findings.map(\.rule.id))
    #expect(
      findings.compactMap { $0["verdict"] as? String }
        == result.findings.map(\.verdict.name.rawValue))
  }

  @Test(arguments: [
    "quote \\\" and backslash \\\\", "line\\nfeed \\u0001 \\u007F", "\u{202E}turned",
    "پروانه 😀", "\u{2028}",
  ])
  func `any text comes back as it was`(written: String) throws {
    let sample = TestRules.sample.replacing("name: a", with: "name: \"\(written)\"")
    let rule = TestRules.rule(
      requires: "name == \"\"", fails: "[{ set: { /name: b }, at: /name }]"
    ).replacing("{size}", with: "{name}")
    let market = try TestRules.result(rule, sample, asOf: try #require(Day("2026-11-20")))
    let result = SubmissionResult(
      path: "thing.yaml", kind: "thing", markets: [market], diagnostics: [])
    let findings = try submission(text(result))["findings"] as? [[String: Any]]
    let message = try #require(findings?.first?["message"] as? String)
    #expect(message == "Size \(try #require(market.findings.first?.evidence.first?.content.text))")
    #expect(
      !text(result).unicodeScalars.contains { ["\u{202E}", "\u{2028}", "\u{1}"].contains($0) })
  }
}

extension Evidence.Content {
  fileprivate var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
