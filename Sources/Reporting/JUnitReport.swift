internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report as JUnit XML, which every CI system shows as a list of tests.
///
/// A suite is a market of a submission, a test case a rule that applies. Red is what keeps the
/// market from *conforms* and nothing else: a rule of error severity that fails is a failure; one
/// that is undecided, and any rule that broke, is an error. Warnings, notes and what a person has
/// to judge are skipped tests with their message, so that a build is not red for them and nobody
/// takes them for passed. Rules that do not apply are not tests; the suite's properties count them.
/// A test case has all findings of its rule, each on lines that begin with its place.
public struct JUnitReport: Report {
  private let wording: Wording

  /// Creates a report in a language.
  public init(language: Language) {
    self.wording = Wording(language: language)
  }

  /// Returns the report.
  public func text(of results: [SubmissionResult]) -> String {
    let suites = results.flatMap(suites)
    let elements = suites.enumerated().map { index, suite in suite.element(id: index) }
    return XMLElement("testsuites", [], elements).document
  }

  private func suites(_ result: SubmissionResult) -> [JUnitSuite] {
    let markets = result.markets.map { JUnitSuite(result, $0, wording) }
    return result.diagnostics.isEmpty && !markets.isEmpty
      ? markets : [JUnitSuite(diagnosticsOf: result)] + markets
  }
}

/// The tests of a market, or of reading a file.
private struct JUnitSuite {
  private let name: String
  private let package: String
  private let day: String
  private let properties: [(name: String, value: String)]
  private let cases: [JUnitCase]

  init(_ result: SubmissionResult, _ market: MarketResult, _ wording: Wording) {
    let findings = Dictionary(grouping: market.findings, by: \.rule.id)
    self.name = "\(result.path) \(market.market)"
    self.package = market.market
    self.day = market.asOf.description
    self.properties =
      [
        ("submission", result.path), ("market", market.market), ("asOf", day),
        ("conclusion", market.conclusion.rawValue),
      ]
      + VerdictName.allCases.map { ("verdicts.\($0.rawValue)", String(market.counts[$0])) }
      + market.packs.map { ("pack.\($0.name)", $0.version) }
    self.cases = market.rules.compactMap { outcome in
      JUnitCase(outcome, findings[outcome.rule.id] ?? [], market.market, wording)
    }
  }

  /// The one test of a file with problems: that it can be read.
  init(diagnosticsOf result: SubmissionResult) {
    self.name = result.path
    self.package = "submission"
    self.day = result.markets.first?.asOf.description ?? "1970-01-01"
    self.properties = [("submission", result.path)]
    self.cases = [JUnitCase(diagnosticsOf: result)]
  }

  func element(id: Int) -> XMLElement {
    let attributes = [
      ("id", String(id)), ("name", name), ("package", package),
      // Nothing reads a clock: the day is that whose law was applied.
      ("timestamp", "\(day)T00:00:00"), ("hostname", "localhost"), ("tests", String(cases.count)),
      ("failures", count(.failure)), ("errors", count(.error)), ("skipped", count(.skipped)),
      ("time", "0"),
    ]
    let properties = XMLElement(
      "properties", [],
      properties.map { XMLElement("property", [("name", $0.name), ("value", $0.value)]) })
    return XMLElement(
      "testsuite", attributes,
      [properties] + cases.map(\.element)
        + [XMLElement("system-out", text: ""), XMLElement("system-err", text: "")])
  }

  private func count(_ outcome: JUnitCase.Outcome) -> String {
    String(cases.count { $0.outcome == outcome })
  }
}

/// A test.
private struct JUnitCase {
  /// What came of it, in JUnit's words; the gravest last.
  enum Outcome: Int, Comparable {
    case passed
    case skipped
    case error
    case failure

    static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
  }

  let outcome: Outcome
  private let name: String
  private let className: String
  private let type: String
  private let message: String
  private let details: String

  /// The test of a rule; nil if it does not apply and nothing is to be told of it.
  init?(_ outcome: RuleOutcome, _ findings: [Finding], _ market: String, _ wording: Wording) {
    guard !findings.isEmpty || outcome.counts[.passes] > 0 else { return nil }
    let rule = outcome.rule
    self.name = wording.spoken("\(rule.id) \(rule.title[wording.language])")
    self.className = "\(market).\(outcome.pack)"
    self.outcome = findings.map(\.jUnitOutcome).max() ?? .passed
    let first = findings.max { $0.jUnitOutcome < $1.jUnitOutcome }
    self.type = first.map { "\($0.verdict.name.rawValue) \($0.severity.rawValue)" } ?? ""
    let rest = findings.count > 1 ? " (\(wording.moreEvidence(findings.count - 1)))" : ""
    self.message = first.map { wording.spoken($0.message[wording.language] + rest) } ?? ""
    self.details = findings.map { Self.details(of: $0, wording) }.joined(separator: "\n")
  }

  init(diagnosticsOf result: SubmissionResult) {
    self.name = "The submission can be read"
    self.className = "submission"
    self.outcome = result.diagnostics.hasErrors || result.markets.isEmpty ? .error : .skipped
    self.type = "diagnostic"
    self.message = result.diagnostics.first?.message ?? ""
    self.details = result.diagnostics.map(\.description).joined(separator: "\n")
  }

  var element: XMLElement {
    let attributes = [("classname", className), ("name", name), ("time", "0")]
    return XMLElement("testcase", attributes, outcomeElement.map { [$0] } ?? [])
  }

  private var outcomeElement: XMLElement? {
    switch outcome {
    case .passed: nil
    // The older of the two schemas knows no type of a skipped test.
    case .skipped: XMLElement("skipped", [("message", message)], text: details)
    case .error: XMLElement("error", [("message", message), ("type", type)], text: details)
    case .failure: XMLElement("failure", [("message", message), ("type", type)], text: details)
    }
  }

  private static func details(of finding: Finding, _ wording: Wording) -> String {
    let language = wording.language
    let citation = wording.citation(of: finding.rule, finding.act)
    return [
      "\(finding.place): \(finding.severity.rawValue): "
        + wording.spoken(finding.message[language]),
      "  " + wording.spoken("\(wording.law): \(citation)"),
      "  " + wording.spoken("\(wording.remedy): \(finding.remedy[language])"),
    ].joined(separator: "\n")
  }
}

extension Finding {
  fileprivate var jUnitOutcome: JUnitCase.Outcome {
    if verdict.name == .error { return .error }
    if isForPerson || severity < .error { return .skipped }
    return verdict == .fails ? .failure : .error
  }
}
