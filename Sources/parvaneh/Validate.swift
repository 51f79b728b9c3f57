internal import ArgumentParser
internal import Diagnostics
internal import Evaluation
internal import Reporting
internal import RulePacks

/// From which severity on findings make the command fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
  case note
  case never

  /// Whether a finding counts; what only a person can judge does not, since nothing is known to be
  /// wrong.
  func includes(_ finding: Finding) -> Bool {
    !finding.isForPerson && finding.waiver == nil && includes(finding.severity)
  }

  /// Whether a finding of a severity counts.
  func includes(_ severity: Severity) -> Bool {
    switch self {
    case .error: return severity >= .error
    case .warning: return severity >= .warning
    case .note: return true
    case .never: return false
    }
  }
}

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Judge submissions by the rules of their markets.")

  @Argument(
    help: """
      Submission files (YAML or JSON), folders that hold a submission.yaml, or files of records as \
      JSON, one a line (.ndjson, .jsonl).
      """)
  var path: [String]

  @Option(
    help: ArgumentHelp(
      "A market to judge for; may be repeated. Default: every market of the submission.",
      valueName: "code"))
  var market: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day whose law is applied. Default: the submission's own date.", valueName: "yyyy-mm-dd"))
  var asOf: Day?

  @OptionGroup var rules: RuleOptions

  @OptionGroup var signing: SigningOptions

  @OptionGroup var reports: ReportOptions

  @Option(help: "The least severity that makes the exit status 1: error, warning, note or never.")
  var failOn: FailOn = .error

  @OptionGroup var waivers: WaiverOptions

  @OptionGroup var baseline: BaselineOptions

  @Option(help: "The language of the report: en, ru or fa.")
  var language: Language = .en

  @Option(help: "On how many cores files of records are judged. Default: all.")
  var jobs: Int?

  @OptionGroup var findings: FindingOptions

  @Flag(
    help: """
      Judge again whenever a file of the submissions, the rules, the waivers or the baseline \
      changes; Ctrl-C ends with the last exit status.
      """)
  var watch = false

  @Flag(
    name: .customLong("no-config"),
    help: "Leave the file parvaneh.yaml in this folder unread, which else gives defaults.")
  var ignoresDefaults = false

  func validate() throws {
    let records = path.filter(RecordValidation.takes)
    if !records.isEmpty, records.count < path.count {
      throw ValidationError("Files of records (.ndjson, .jsonl) are judged by themselves")
    }
    if !records.isEmpty {
      try reports.validateForRecords()
      try waivers.validateForRecords()
      try baseline.validateForRecords()
      try findings.validateForRecords()
      if watch { throw ValidationError("Files of records take no --watch") }
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs wants 1 to 256") }
  }

  func run() throws {
    if path.contains(where: RecordValidation.takes) { return try runRecords() }
    let status = try watch ? watching() : judge()
    try status.throwUnlessClean()
  }

  private func watching() throws -> ExitStatus {
    let others = [waivers.file, baseline.file].compactMap(\.self)
    let watch = Watch(
      survey: {
        let files = WatchedFiles(submissions: path, ruleFolder: rules.folder, others: others)
        return { files.stamps }
      },
      judge: judge)
    return try watch.run()
  }

  private func judge() throws -> ExitStatus {
    let judgement = try judgement(by: try signing.checked(rules))
    Terminal.errors.write(judgement.outcome.ruleDiagnostics.inReadingOrder)
    if judgement.outcome.ruleDiagnostics.hasErrors { throw ExitStatus.faultyRules }
    let status = status(of: judgement.results)
    try reports.write(
      findings.applied(to: judgement.results), language: language, status: status
    ) { receipt(of: judgement) }
    return status
  }

  private func runRecords() throws {
    let (report, file) = try reports.recordReport(language: language)
    let rules = try signing.checked(rules)
    let output = try file.map { try Disk.openForWriting($0) }
    // What is written to a terminal shows by itself how far it is.
    let isShown = file == nil && Terminal.output.isTerminal
    let progress = isShown ? Progress() : Progress(ofRecords: path)
    let status = try judgeRecords(by: rules, as: report, progress) { bytes in
      if let output { output.write(bytes) } else { Terminal.output.write(bytes: bytes) }
    }
    try status.throwUnlessClean()
  }

  /// Judges files of records by rules, and hands the report to `write` in pieces.
  func judgeRecords(
    by rules: RuleFiles, moved: [String: String] = [:], as report: any RecordReport,
    _ progress: Progress = Progress(), write: ([UInt8]) -> Void
  ) throws -> ExitStatus {
    let validation = RecordValidation(
      options: .init(
        markets: market, asOf: asOf, language: language, isBrief: report.isBrief),
      jobs: jobs ?? Disk.coreCount, report: report, failOn: failOn, moved: moved,
      receipt: { receipt(ofRecords: $0, $1, rules) })
    return try validation.run(paths: path, rules: rules, progress, write: write)
  }

  /// What the command ends with after results.
  func status(of results: [SubmissionResult]) -> ExitStatus {
    results.map(status).max() ?? .clean
  }

  private func status(of result: SubmissionResult) -> ExitStatus {
    let findings = result.findings
    if findings.contains(where: { $0.verdict.name == .error }) { return .faultyRules }
    if result.diagnostics.hasErrors { return .unusableInput }
    let counts =
      findings.contains { failOn.includes($0) && baseline.counts($0.baselineState) }
      || result.waiverFindings.contains {
        failOn.includes($0.severity) && baseline.counts($0.baselineState)
      }
    return counts ? .findings : .clean
  }
}
