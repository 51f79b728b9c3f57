internal import Diagnostics
public import Evaluation
public import RulePacks

/// The report in SARIF 2.1.0, as code scanning of GitHub and many editors read it.
///
/// Only findings are results. A rule that fails is of kind `fail` with its severity as level; what
/// is open is of kind `open`, what a person has to judge `review`, both of level `none`, as the
/// standard wants. A rule that broke is told as a notification of the run, too. Problems of a file
/// itself are notifications, since they are nobody's finding. A waived finding is suppressed, by a
/// permission from outside of the file that was accepted; what is wrong with waivers are results of
/// their own. Against a baseline each result has its state, and what is gone is an absent result.
public struct SARIFReport: Report {
  let wording: Wording
  private let version: String
  private let exitStatus: Int32

  /// Creates a report of a run that a version of the program ends with an exit status.
  public init(language: Language, version: String, exitStatus: Int32) {
    self.wording = Wording(language: language)
    self.version = version
    self.exitStatus = exitStatus
  }

  private var language: Language { wording.language }

  /// Returns the report: one run, whatever the number of submissions and markets.
  public func text(of results: [SubmissionResult]) -> String {
    let findings = results.flatMap(\.findings)
    let waivers = results.flatMap(\.waiverFindings)
    let rules = SARIFRules(findings, waivers, language)
    // Of a run either all results say whether they are suppressed or none does, says the standard.
    let tellsSuppressions = findings.contains { $0.waiver != nil }
    let told =
      findings.deferred { JSON.object(result($0, rules, tellsSuppressions)) }
      + waivers.deferred { JSON.object(result($0, rules, tellsSuppressions)) }
      + results.flatMap { $0.fixed ?? [] }
      .deferred { JSON.object(absentResult($0, tellsSuppressions)) }
    let run: [(key: String, value: JSON)] = [
      ("tool", tool(results, rules)),
      ("automationDetails", automation(results)),
      ("invocations", .array([invocation(results, findings, rules)])),
      ("columnKind", .string("unicodeCodePoints")),
      ("originalUriBaseIds", .object([(SARIFPlace.root, .object(rootDescription))])),
      ("results", .elements(told)),
    ]
    return JSON.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([.object(run)])),
    ]).text
  }

  private var rootDescription: [(key: String, value: JSON)] {
    [("description", message("The folder that the command was run in"))]
  }

  private func tool(_ results: [SubmissionResult], _ rules: SARIFRules) -> JSON {
    let packs = results.flatMap(\.markets).flatMap(\.packs)
    var seen: Set<String> = []
    let used = packs.filter { seen.insert($0.name).inserted }
    return .object([
      (
        "driver",
        .object([
          ("name", .string("parvaneh")),
          ("version", .string(version)),
          ("semanticVersion", .string(version)),
          ("language", .string(language.rawValue)),
          ("rules", .array(rules.descriptors)),
        ])
      ),
      (
        "extensions",
        .array(
          used.map { pack in
            .object([
              ("name", .string(pack.name)), ("version", .string(pack.version)),
              ("shortDescription", message(pack.title[language])),
            ])
          })
      ),
    ])
  }

  /// Runs for the same markets follow on each other, whatever the day.
  private func automation(_ results: [SubmissionResult]) -> JSON {
    let markets = Set(results.flatMap(\.markets).map(\.market)).sorted()
    return .object([("id", .string((["parvaneh"] + markets).joined(separator: "/") + "/"))])
  }

  private func invocation(
    _ results: [SubmissionResult], _ findings: [Finding], _ rules: SARIFRules
  ) -> JSON {
    let diagnostics =
      results.flatMap(\.diagnostics).map(notification) + results.flatMap(lapses)
    let broken = findings.filter { $0.verdict.name == .error }.map { finding in
      JSON.object([
        ("level", .string("error")), ("message", spoken(finding.message[language])),
        ("associatedRule", .object(rules.reference(to: finding))),
        ("locations", .array([SARIFPlace(finding.place).location()])),
      ])
    }
    return .object([
      ("executionSuccessful", .boolean(exitStatus < 2)),
      ("exitCode", .integer(Int64(exitStatus))),
      ("toolExecutionNotifications", .array(diagnostics + broken)),
    ])
  }

  private func notification(_ diagnostic: Diagnostic) -> JSON {
    .object([
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", message(diagnostic.message)),
      ("locations", .array(diagnostic.place.map { [SARIFPlace($0).location()] } ?? [])),
    ])
  }

  private func result(
    _ finding: Finding, _ rules: SARIFRules, _ tellsSuppressions: Bool
  ) -> [(key: String, value: JSON)] {
    rules.resultReference(to: finding.rule.id) + [
      ("kind", .string(finding.sarifKind)),
      ("level", .string(finding.sarifLevel)),
      ("message", spoken(([finding.message[language]] + wording.recorded(finding)).asLines)),
      ("locations", .array([SARIFPlace(finding.place).location(pointer: finding.pointer)])),
      ("relatedLocations", .array(evidence(of: finding))),
      fingerprints(finding.fingerprint),
    ] + state(finding.baselineState?.rawValue)
      + (tellsSuppressions ? [suppressions(finding)] : [])
      + [("properties", properties(of: finding))]
  }

  private func evidence(of finding: Finding) -> [JSON] {
    finding.evidence.map { evidence in
      SARIFPlace(evidence.place).location(
        pointer: evidence.pointer,
        message: wording.language.isolating(
          "\(evidence.pointer) = \(wording.content(evidence.content))".escapingHiddenCharacters))
    }
  }

  private func properties(of finding: Finding) -> JSON {
    .object([
      ("market", .string(finding.market)),
      ("verdict", .string(finding.verdict.name.rawValue)),
      ("severity", .string(finding.severity.rawValue)),
      ("upcoming", JSON(finding.upcoming?.description)),
      ("remedy", .string(wording.spoken(finding.remedy[language]))),
    ])
  }

  /// Words for people, each of their lines with what runs against it isolated.
  func spoken(_ text: String) -> JSON { message(wording.spokenLines(text)) }

  func message(_ text: String) -> JSON { .object([("text", .string(text))]) }
}

extension Finding {
  /// The word of the standard for the verdict.
  fileprivate var sarifKind: String {
    switch verdict {
    case .passes: "pass"
    case .doesNotApply: "notApplicable"
    case .fails: "fail"
    case .undecided(.judgement): "review"
    case .undecided, .error: "open"
    }
  }

  /// The severity; none for what did not fail, as the standard wants.
  fileprivate var sarifLevel: String {
    verdict == .fails ? severity.rawValue : "none"
  }
}
