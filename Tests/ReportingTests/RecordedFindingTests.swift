import Evaluation
import Foundation
import Reporting
import RulePacks
import TestSupport
import Testing

/// Every format tells which findings are waived, which are new, unchanged and fixed, and what is
/// wrong with waivers.
@Suite struct RecordedFindingTests {
  private static func text(_ name: String, _ language: Language = .en) throws -> String {
    let format = try #require(Formats.all.first { $0.name == name })
    return try format.report(language).text(of: RecordedThings.results())
  }

  /// Where a finding about a part begins in a format.
  private static let starts: [(format: String, start: String)] = [
    ("text", #"(?m)^T-1 "#), ("json", #"(?m)^ {10}"rule": "T-1""#),
    ("ndjson", #"(?m)^\{"submission": "thing"#), ("sarif", #""ruleId": "T-1""#),
    ("junit", #"thing\.yaml:\d+:\d+: error"#), ("github", #"(?m)^::\w+ file=thing"#),
    ("gitlab", #""check_name": "T-1""#), ("markdown", #"(?m)^\*\*T-1 "#),
    ("csv", #"(?m)^thing.yaml,"#), ("html", #"<li data-rule="T-1">"#),
  ]

  /// What a report says of each part, by the pieces that begin where a finding does.
  private static func pieces(_ text: String, _ start: String) throws -> [String: String] {
    let starts = text.matches(of: try Regex(start)).map(\.range.lowerBound)
    let ends = starts.dropFirst() + [text.endIndex]
    var pieces: [String: String] = [:]
    for (start, end) in zip(starts, ends) {
      let piece = String(text[start..<end])
      let name = try #require(piece.firstMatch(of: /Size ([a-z]+-?[a-z]+)/)).output.1
      pieces[String(name)] = piece
    }
    return pieces
  }

  @Test(arguments: starts)
  func `waived, expired, new and unchanged findings are told`(
    format: String, start: String
  ) throws {
    let report = try #require(Formats.all.first { $0.name == format }).report(.en)
    let text = report.text(of: Array(try RecordedThings.results().prefix(1)))
    let pieces = try Self.pieces(text, start)
    let isForProgram = ["json", "ndjson", "sarif", "csv"].contains(format)
    for (name, permission, state) in RecordedThings.parts {
      let piece = try #require(pieces[name], "\(format) \(name)")
      let isWaived = piece.lowercased().contains(
        format.hasSuffix("json") ? #""waiver": {"# : "waived, would fail")
      #expect(isWaived == (permission == .holds), "\(format) \(name)")
      if isWaived {
        for text in ["The part is a spare one", "A. Person", "RA-12", "2026-12-31"] {
          #expect(piece.contains(text), "\(format) \(name) \(text)")
        }
      }
      for other in BaselineState.allCases {
        let words = other == .new ? "New since the baseline" : "As in the baseline"
        let codes = [
          "\"baseline\": \"\(other)\"", "\"baselineState\": \"\(other)\"", ",\(other)\r\n",
        ]
        let isSaid = isForProgram ? codes.contains(where: piece.contains) : piece.contains(words)
        #expect(isSaid == (other == state), "\(format) \(name) \(other)")
      }
    }
  }

  @Test(arguments: ["text", "json", "sarif", "markdown", "html"])
  func `a finding that is gone is told where there is a place for it`(format: String) throws {
    let text = try Self.text(format)
    #expect(text.matches(of: /Size fixed/).count == 1)
    if format == "sarif" { #expect(text.matches(of: /"baselineState": "absent"/).count == 1) }
  }

  @Test func `a waived finding is a skipped test, a notice and of the least severity`() throws {
    let gitHub = try Self.text("github").split(separator: "\n")
      .filter { $0.contains("file=thing") }
    #expect(gitHub.count { $0.hasPrefix("::notice") } == 2)
    #expect(gitHub.count { $0.hasPrefix("::error") } == 4)
    let gitLab = try Self.text("gitlab")
    #expect(gitLab.matches(of: /"severity": "info"/).count == 2)
    let rule = TestRules.rule(requires: "size >= 5.0")
    let market = try TestRules.result(rule, asOf: try #require(Day("2026-11-20")))
    let failing = SubmissionResult(
      path: "thing.yaml", kind: "thing", markets: [market], diagnostics: [])
    let waiver = try RecordedThings.waiver(of: try #require(market.findings.first))
    let waived = [waiver].applied(to: [failing]).results
    #expect(JUnitReport(language: .en).text(of: [failing]).contains("<failure"))
    let text = JUnitReport(language: .en).text(of: waived)
    #expect(!text.contains("<failure"))
    #expect(text.contains("<skipped message=\"Waived, would fail, until 2026-12-31"))
  }

  @Test func `SARIF says of all results or of none whether they are suppressed`() throws {
    for (text, isSaid) in [(try Self.text("sarif"), true), (try Self.plainSARIF(), false)] {
      let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let run = try #require((root?["runs"] as? [[String: Any]])?.first)
      let results = try #require(run["results"] as? [[String: Any]])
      #expect(results.count { $0["suppressions"] != nil } == (isSaid ? results.count : 0))
      #expect(results.allSatisfy { ($0["baselineState"] != nil) == isSaid })
    }
  }

  private static func plainSARIF() throws -> String {
    SARIFReport(language: .en, version: "1.2.3", exitStatus: 0).text(of: [try Things.result()])
  }

  private static let goldens = Formats.spoken.filter { format, language in
    language == .en || ["text", "markdown", "html"].contains(format.name)
  }

  @Test(arguments: goldens)
  func `a report with waivers and a baseline reads as recorded`(
    format: Formats.Format, language: Language
  ) throws {
    let golden = Golden("recorded.\(language.rawValue).\(format.suffix)")
    let text = try format.report(language).text(of: RecordedThings.results())
    #expect(try golden.difference(from: FormatTests.withoutStyle(text)) == nil)
  }

  @Test(arguments: Language.allCases)
  func `every waiver that something is wrong with is told once, in all words`(
    language: Language
  ) throws {
    let findings = try RecordedThings.results().flatMap(\.waiverFindings)
    #expect(
      findings.map(\.kind) == [.tooWide, .unreasoned, .unapproved, .expired, .expired, .unused])
    #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    let file = findings.map { "\($0.place): \($0.pointer)" }
    #expect(file[0] == "waivers.yaml:27:5: /waivers/5/subject")
    #expect(file[1] == "waivers.yaml:28:39: /waivers/6/reason")
    #expect(file[3] == "waivers.yaml:19:12: /waivers/2/expires")
    let text = TextReport(language: language, style: TerminalStyle())
      .text(of: try RecordedThings.results())
    for id in WaiverFinding.Kind.allCases.map(\.id) { #expect(text.contains("\(id)"), "\(id)") }
  }
}
