internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report as JUnit XML, which every CI system shows as a list of tests.
///
/// A suite is a market of a submission, a test case a rule that applies. Red is what keeps the
/// market from *conforms* and nothing else: a rule of error severity that fails is a failure; one
/// that is undecided, and any rule that broke, is an error. Warnings, notes and what a person has
/// to judge are skipped tests with their message, so that a build is not red for them and nobody
/// takes them for passed, and so is a rule whose failing is waived. What is wrong with waivers is a
/// suite of its own. Rules that do not apply are not tests; the suite's properties count them.
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
    let waivers = result.waiverFindings.isEmpty ? [] : [JUnitSuite(waiversOf: result, wording)]
    return result.diagnostics.isEmpty && !result.isUnusable
      ? markets + waivers : [JUnitSuite(diagnosticsOf: result)] + markets + waivers
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
      + Self.recorded(result, market)
    self.cases = market.rules.compactMap { outcome in
      JUnitCase(outcome, findings[outcome.rule.id] ?? [], market.market, wording)
    }
  }

  /// The one test of a file with problems: that it can be read.
  init(diagnosticsOf result: SubmissionResult) {
    self.name = result.path
    self.package = "submission"
    self.day = result.markets.first?.asOf.description ?? Self.noDay
    self.properties = [("submission", result.path)]
    self.cases = [JUnitCase(diagnosticsOf: result)]
  }

  /// The tests of a file of waivers: one for each that something is wrong with.
  init(waiversOf result: SubmissionResult, _ wording: Wording) {
    self.name = result.path
    self.package = "waivers"
    self.day = Self.noDay
    self.properties =
      [("waivers", result.path)]
      + WaiverFinding.Kind.allCases.map { kind in
        (
          kind.id.writing { $0 == "/" ? "." : nil },
          String(result.waiverFindings.count { $0.kind == kind })
        )
      }
    self.cases = result.waiverFindings.map { JUnitCase($0, wording) }
  }

  /// How many findings of a market are waived, and how they stand to an earlier report.
  private static func recorded(
    _ result: SubmissionResult, _ market: MarketResult
  ) -> [(name: String, value: String)] {
    let waived = market.waivedCount
    let counts = waived > 0 ? [("waived", String(waived))] : []
    guard let fixed = result.fixed else { return counts }
    let states = BaselineState.allCases.map { state in
      ("baseline.\(state.rawValue)", String(market.findings.count { $0.baselineState == state }))
    }
    let gone = fixed.count { $0.market == market.market }
    return counts + states + [("baseline.fixed", String(gone))]
  }

  /// The day of a suite that no law was applied in.
  private static let noDay = "1970-01-01"

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
    self.message = first.map { Self.message(of: $0, rest, wording) } ?? ""
    self.details = findings.concurrentMap(inChunksOf: 64) { Self.details(of: $0, wording) }
      .joined(separator: "\n")
  }

  /// The test of a waiver.
  init(_ finding: WaiverFinding, _ wording: Wording) {
    self.name = wording.spoken("\(finding.id) \(wording.title(finding.kind))")
    self.className = "waivers"
    self.outcome = finding.severity == .error ? .failure : .skipped
    self.type = "\(VerdictName.fails.rawValue) \(finding.severity.rawValue)"
    self.message = wording.spoken(wording.message(of: finding))
    self.details = [
      "\(finding.place): \(finding.severity.rawValue): \(message)",
      "  " + wording.spoken("\(wording.remedy): \(wording.remedy(finding.kind))"),
    ].joined(separator: "\n")
  }

  private static func message(of finding: Finding, _ rest: String, _ wording: Wording) -> String {
    let waived = finding.waiver.map { wording.waived($0, wouldFail: finding.verdict == .fails) }
    let text = finding.message[wording.language] + rest
    return ([waived, text].compactMap(\.self)).map(wording.spoken).joined(separator: "\n")
  }

  init(diagnosticsOf result: SubmissionResult) {
    self.name = "The submission can be read"
    self.className = "submission"
    self.outcome = result.diagnostics.hasErrors || result.isUnusable ? .error : .skipped
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
    let place = "\(finding.place): \(finding.severity.rawValue): "
    let about = [
      "\(wording.law): \(citation)", "\(wording.remedy): \(finding.remedy[language])",
    ]
    return
      ([place + wording.spoken(finding.message[language])]
      + (wording.recorded(finding) + about).map { "  " + wording.spoken($0) })
      .joined(separator: "\n")
  }
}

extension Finding {
  fileprivate var jUnitOutcome: JUnitCase.Outcome {
    if verdict.name == .error { return .error }
    if isForPerson || severity < .error || waiver != nil { return .skipped }
    return verdict == .fails ? .failure : .error
  }
}
