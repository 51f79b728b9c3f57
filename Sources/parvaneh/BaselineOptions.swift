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

  /// Begins to read the report, if there is one to compare with.
  func begin() -> Background<BaselineReading>? {
    file.map { file in Background { BaselineReading(file) } }
  }
}

/// What came of reading an earlier report.
struct BaselineReading: Sendable {
  /// The file's text, if it could be read.
  let text: SourceText?
  private let outcome: Result<Baseline, Problems>

  private struct Problems: Error {
    let diagnostics: [Diagnostic]
  }

  init(_ file: String) {
    do {
      let text = try Disk.read(file, limit: ReadLimits.standard.bytes)
      self.text = text
      self.outcome = Self.outcome(of: DocumentReader.read(text, as: .json))
    } catch {
      self.text = nil
      self.outcome = .failure(Problems(diagnostics: [error]))
    }
  }

  private static func outcome(of reading: ReadResult) -> Result<Baseline, Problems> {
    guard let document = reading.document, !reading.diagnostics.hasErrors else {
      return .failure(Problems(diagnostics: reading.diagnostics))
    }
    return BaselineReader.read(document).mapError { Problems(diagnostics: [$0]) }
  }

  /// The report, or the end of the command with what is wrong with it.
  func baseline() throws -> Baseline {
    switch outcome {
    case .success(let baseline): return baseline
    case .failure(let problems):
      Terminal.errors.write(problems.diagnostics)
      throw ExitStatus.unusableInput
    }
  }
}
