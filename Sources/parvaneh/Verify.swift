internal import ArgumentParser
internal import Diagnostics
internal import Documents
internal import Receipts
internal import Reporting
internal import RulePacks

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make a JSON report again and tell whether it is the same, byte for byte.",
    discussion: """
      The report's receipt says from what and with which options it was made. Nothing of it is \
      believed: everything is read and judged anew, and what differs is named, down to the rule.

      Exit status: 0 the same, 1 it differs, 2 it cannot be told, 3 the rules do not hold.
      """)

  @Argument(help: "The report, as validate --format json wrote it.")
  var report: String

  @Option(
    help: ArgumentHelp(
      """
      Where the submission lies now; may be repeated, in the order of the report. Default: where \
      the report says.
      """, valueName: "path"))
  var submission: [String] = []

  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "Where the rules lie now. Default: where the report says, which may be inside the program.",
      valueName: "dir"))
  var rulesFolder: String?

  @Option(help: "What is written: text or json.")
  var format: DiffFormat = .text

  @Option(help: "The language of what is written: en, ru or fa.")
  var language: Language = .en

  @Option(help: "On how many cores files of records are judged. Default: all.")
  var jobs: Int?

  func run() throws {
    let stored = try storedReport()
    let repetition = try Repetition(stored.receipt, submission, rulesFolder, jobs: jobs)
    let verification = try repetition.verification(of: stored)
    let report = VerificationReport(language: language, style: Terminal.output.style)
    switch format {
    case .text: Terminal.output.write(report.text(of: verification))
    case .json: Terminal.output.write(report.json(of: verification))
    }
    if !verification.isMade { throw ExitStatus.faultyRules }
    if !verification.isSame { throw ExitStatus.findings }
  }

  private func storedReport() throws -> StoredReport {
    let text = try RecordedDocument.text(of: report, limit: StoredReport.limits.bytes)
    let (stored, diagnostics) = StoredReport.read(text)
    Terminal.errors.write(diagnostics)
    guard let stored else { throw ExitStatus.unusableInput }
    return stored
  }
}
