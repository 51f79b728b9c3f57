import Diagnostics
import Evaluation
import Foundation
import Reporting
import RulePacks
import TestSupport
import Testing

/// What all formats have in common, and what somebody else's reader says of each.
@Suite struct FormatTests {
  private static func text(
    _ name: String, _ language: Language = .en, _ result: SubmissionResult? = nil
  ) throws -> String {
    let format = try #require(Formats.all.first { $0.name == name })
    return try format.report(language).text(of: [result ?? Things.result()])
  }

  private func json(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test(arguments: Formats.spoken)
  func `a report reads as recorded`(format: Formats.Format, language: Language) throws {
    let golden = Golden("things.\(language.rawValue).\(format.suffix)")
    let text = try format.report(language).text(of: [Things.result()])
    #expect(try golden.difference(from: Self.withoutStyle(text)) == nil)
  }

  /// A page without its style sheet, which other pages share.
  static func withoutStyle(_ page: String) -> String {
    let parts = page.components(separatedBy: "<style>")
    guard parts.count == 2, let end = parts[1].range(of: "</style>") else { return page }
    return parts[0] + parts[1][end.upperBound...]
  }

  @Test(arguments: Language.allCases)
  func `all formats tell of the same findings, waived ones and those about waivers, too`(
    language: Language
  ) throws {
    let results = try [Things.result()] + RecordedThings.results()
    let wanted = results.flatMap { $0.findings.map(\.rule.id) + $0.waiverFindings.map(\.id) }
    #expect(wanted.count > 15)
    #expect(results.flatMap(\.markets).map(\.waivedCount) == [0, 2])
    for format in Formats.all {
      let text = format.report(language).text(of: results)
      let found = try Self.rules(in: Self.withoutIsolates(text), as: format.name)
      #expect(found.sorted() == wanted.sorted(), "\(format.name)")
    }
  }

  private static func withoutIsolates(_ text: String) -> String {
    var text = text
    text.unicodeScalars.removeAll { ("\u{2066}"..."\u{2069}").contains($0) }
    return text
  }

  /// The rule of each finding that a report tells of.
  private static func rules(in text: String, as format: String) throws -> [String] {
    func all(_ pattern: String) throws -> [String] {
      try text.matches(of: Regex<(Substring, Substring)>(pattern)).map { String($0.output.1) }
    }
    let id = #"(T-\d+|waiver/[a-z-]+)"#
    return switch format {
    case "text": try all(#"(?m)^(?:  \[ \] )?\#(id) "#)
    case "json": try all(#"(?m)^ {10}"rule": "\#(id)",\s+"(?:pack|title)""#)
    case "ndjson": try all(#"(?m)^\{"submission": .*?"rule": "\#(id)""#)
    case "sarif": try all(#""ruleId": "\#(id)",\s+"ruleIndex""#)
    case "junit": jUnitRules(text)
    case "github": try all(#"(?m)^::\w+ .*?title=\#(id) "#)
    case "gitlab": try all(#""check_name": "\#(id)""#)
    case "markdown": try all(#"(?m)^(?:\*\*|- \[ \] )\#(id)  "#)
    case "csv": try all(#"(?m)^[^,]*,(?:IR)?,\#(id),"#)
    case "html": try all(#"<li data-rule="\#(id)">"#)
    default: []
    }
  }

  /// A test case has as many findings as lines that begin with a place.
  private static func jUnitRules(_ text: String) -> [String] {
    text.matches(
      of: /<testcase [^>]*name="(T-\d+|waiver\/[a-z-]+).*?(?:\/>|<\/testcase>)/
        .dotMatchesNewlines()
    ).flatMap { test in
      let places = test.output.0.matches(of: #/[a-z]+\.yaml:\d+:\d+: (?:error|warning|note): /#)
      return Array(repeating: String(test.output.1), count: places.count)
    }
  }

  // MARK: SARIF

  private static let sarifSchema = PackageRoot.shared("suites/sarif/sarif-schema-2.1.0.json")

  @Test(
    .enabled(if: sarifSchema != nil, "the SARIF schema is not beside the package"),
    .enabled(if: Tool.python(with: "jsonschema") != nil, "Python has no jsonschema"),
    arguments: Language.allCases)
  func `SARIF follows its schema`(language: Language) throws {
    let python = try #require(Tool.python(with: "jsonschema"))
    let schema = try #require(Self.sarifSchema)
    let diagnostic = Diagnostic(.warning, "One that has no place")
    let results = [try Things.result(diagnostics: [diagnostic])] + (try RecordedThings.results())
    let report = SARIFReport(language: language, version: "1.2.3", exitStatus: 3)
    let text = report.text(of: results)
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      checker = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
      for error in checker.iter_errors(json.load(open(sys.argv[2]))):
          print(list(error.absolute_path), error.message[:200])
      """
    let run = try python.run(["-c", script, schema.path, "FILE"], on: text)
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  @Test func `what is open has no level in SARIF, and what fails its severity`() throws {
    let root = try json(Self.text("sarif")) as? [String: Any]
    let run = try #require((root?["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let findings = try Things.result().findings
    for (result, finding) in zip(results, findings) {
      let level = finding.verdict == .fails ? finding.severity.rawValue : "none"
      #expect(result["level"] as? String == level)
      let prints = result["partialFingerprints"] as? [String: String]
      #expect(prints?["parvanehFingerprint/v1"] == finding.fingerprint)
    }
    #expect(results.count == findings.count)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
  }

  @Test func `a path is a reference from the root in SARIF, its characters encoded`() throws {
    let source = SourceText(name: "./پوشه a/b.yaml", text: "kind: x\n")
    let result = SubmissionResult(
      path: "p", kind: nil, markets: [], diagnostics: [Diagnostic("m", at: source.place(0..<4))])
    let text = try Self.text("sarif", .en, result)
    #expect(text.contains(#""uri": "%D9%BE%D9%88%D8%B4%D9%87%20a/b.yaml""#))
    #expect(text.contains(#""uriBaseId": "%SRCROOT%""#))
  }

  // MARK: JUnit

  private static let jUnitSchemas = ["JUnit.xsd", "junit-10.xsd"].compactMap {
    PackageRoot.shared("suites/junit/\($0)")
  }

  @Test(
    .enabled(if: !jUnitSchemas.isEmpty, "the JUnit schemas are not beside the package"),
    .enabled(if: Tool("xmllint") != nil, "there is no xmllint"), arguments: jUnitSchemas)
  func `JUnit follows both of its schemas`(schema: URL) throws {
    let linter = try #require(Tool("xmllint"))
    let unusable = SubmissionResult(
      path: "a & b", kind: nil, markets: [], diagnostics: [Diagnostic("\u{1}<&\">\u{202E}")])
    for language in Language.allCases {
      for result in try [Things.result(), unusable] + RecordedThings.results() {
        let text = try Self.text("junit", language, result)
        let run = try linter.run(["--noout", "--schema", schema.path, "FILE"], on: text)
        #expect(run.status == 0, "\(run.output)")
      }
    }
  }

  @Test func `a test is red for what keeps the market from conforming and for nothing else`()
    throws
  {
    let text = try Self.text("junit")
    let cases = text.matches(
      of: /<testcase [^>]*name="(T-\d+) [^>]*?(?:\/>|>\s*<(failure|error|skipped))/)
    let outcomes = Dictionary(
      cases.map { ($0.output.1, $0.output.2 ?? "passed") }, uniquingKeysWith: { old, _ in old })
    #expect(outcomes["T-1"] == "failure")
    #expect(outcomes["T-2"] == "skipped", "it is a warning")
    #expect(outcomes["T-3"] == "error", "a registry is missing")
    #expect(outcomes["T-4"] == "error", "the rule broke")
    #expect(outcomes["T-5"] == "skipped", "it is a note, since the rule is yet to come")
    #expect(outcomes["T-8"] == "skipped", "a person has to judge")
  }

  // MARK: GitHub and GitLab

  @Test func `nothing in a value ends a workflow command or begins another`() throws {
    let sample = TestRules.sample.replacing("name: a", with: "name: \"50%,:\\r\\n::error::x\"")
    let rule = TestRules.rule(
      requires: "name == \"\"", fails: "[{ set: { /name: b }, at: /name }]"
    ).replacing("{size}", with: "{name}")
    let market = try TestRules.result(rule, sample, asOf: try #require(Day("2026-11-20")))
    let result = SubmissionResult(
      path: "a,b:c.yaml", kind: "thing", markets: [market], diagnostics: [])
    let text = try Self.text("github", .en, result)
    #expect(text.split(separator: "\n").count == 1)
    #expect(text.contains("50%25,:\\u{D}\\u{A}::error::x"))
    #expect(text.hasPrefix("::error file=thing.yaml,line=2,endLine=2,col=7,endColumn="))
  }

  @Test func `markets take turns, and what is said for one is said for the others at the end`()
    throws
  {
    func rule(_ requires: String) -> String {
      TestRules.rule(requires: requires, id: "ID").replacing("rules:\n", with: "")
    }
    let files = TestRules.markets(
      base: [rule("size >= 5"), rule("size >= 6")], [rule("size >= 7"), rule("size >= 8")],
      [rule("size >= 9")])
    let library = try TestRules.library(files)
    let day = try #require(Day("2026-11-20"))
    let markets = try ["IR", "RU"].map { market in
      try TestRules.result(library, asOf: day, market: market)
    }
    let result = SubmissionResult(path: "f", kind: "thing", markets: markets, diagnostics: [])
    let titles = try Self.text("github", .en, result).matches(of: /title=(\S+ \(\S+\))/)
    #expect(
      titles.map(\.1) == [
        "B-0 (IR)", "B-1 (IR)", "L-0 (IR)", "R-0 (RU)", "L-1 (IR)", "B-0 (RU)", "B-1 (RU)",
      ])
  }

  @Test func `GitLab has what it asks for, and no fingerprint twice`() throws {
    let result = try Things.result()
    let other = try Things.result(name: "other.yaml")
    let report = try #require(Formats.all.first { $0.name == "gitlab" }).report(.en)
    let array = try #require(json(report.text(of: [result, other])) as? [[String: Any]])
    for violation in array {
      #expect(violation["description"] is String)
      #expect(violation["check_name"] is String)
      let severity = violation["severity"] as? String ?? ""
      #expect(["info", "minor", "major", "critical", "blocker"].contains(severity))
      let location = violation["location"] as? [String: Any]
      #expect(location?["path"] is String)
      #expect((location?["lines"] as? [String: Any])?["begin"] is Int)
    }
    #expect(Set(array.compactMap { $0["fingerprint"] as? String }).count == array.count)
    #expect(array.count == result.findings.count + other.findings.count)
  }

  // MARK: CSV

  private static let dangerous = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1", "a,b", "a\\\"b", "a\\nb", "پروانه",
    "\\u202Ea", "＝1",
  ]

  @Test(.enabled(if: Tool("python3") != nil, "there is no Python"), arguments: dangerous)
  func `a cell comes back as it was, and no spreadsheet runs it`(written: String) throws {
    let sample = TestRules.sample.replacing("name: a", with: "name: \"\(written)\"")
    let rule = TestRules.rule(
      requires: "name == \"\"", fails: "[{ set: { /name: b }, at: /name }]"
    ).replacing("en: \"Size {size}\"", with: "en: \"{name}\"")
    let market = try TestRules.result(rule, sample, asOf: try #require(Day("2026-11-20")))
    let result = SubmissionResult(
      path: "thing.yaml", kind: "thing", markets: [market], diagnostics: [])
    let script = """
      import csv, json, sys
      rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
      print(json.dumps([row["message"] for row in rows]))
      """
    let python = try #require(Tool("python3"))
    let run = try python.run(["-c", script, "FILE"], on: Self.text("csv", .en, result))
    let messages = try #require(json(run.output) as? [String])
    let message = try Self.withoutIsolates(#require(messages.first))
    let text = try #require(market.findings.first?.message.en).escapingHiddenCharacters
    #expect(message == text || message == "'" + text)
    #expect(!["=", "+", "-", "@", "＝", "\t", "\r"].contains(message.first))
    #expect(messages.count == 1)
  }
}
