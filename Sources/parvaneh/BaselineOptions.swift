internal import ArgumentParser
internal import Diagnostics
internal import Documents
internal import Evaluation

/// The earlier report that findings are compared with.
struct BaselineOptions: ParsableArguments {
  @Option(
    name: .customLong("baseline"),
    help: ArgumentHelp(
      "An earlier JSON report: findings are marked as new or unchanged, and what is fixed is told.",
      valueName: "report.json"))
  var file: String?

  @Flag(help: "Let only findings that the baseline does not have count for the exit status.")
  var failOnNew = false

  func validate() throws {
    if failOnNew, file == nil { throw ValidationError("--fail-on-new wants a --baseline") }
  }

  /// Tells that files of records cannot be compared.
  func validateForRecords() throws {
    if file != nil { throw ValidationError("Files of records take no --baseline") }
  }

  /// Whether a finding that stands so to the baseline counts for the exit status.
  func counts(_ state: BaselineState?) -> Bool {
    !failOnNew || state != .unchanged
  }

  /// Returns results that know how they stand to the baseline.
  func applied(to results: [SubmissionResult]) throws -> [SubmissionResult] {
    guard let file else { return results }
    return try Self.read(file).applied(to: results)
  }

  /// Reads a report, or ends the command with what is wrong with it.
  static func read(_ file: String) throws -> Baseline {
    let reading = try RecordedDocument.read(file, as: .json)
    guard let document = reading.document, !reading.diagnostics.hasErrors else {
      Terminal.errors.write(reading.diagnostics)
      throw ExitStatus.unusableInput
    }
    switch BaselineReader.read(document) {
    case .success(let baseline): return baseline
    case .failure(let diagnostic):
      Terminal.errors.write([diagnostic])
      throw ExitStatus.unusableInput
    }
  }
}
