internal import ArgumentParser
internal import Diagnostics
internal import Documents
internal import Evaluation

/// Which findings are waived.
struct WaiverOptions: ParsableArguments {
  @Option(
    name: .customLong("waivers"),
    help: ArgumentHelp(
      """
      A file of waivers (YAML). A waived finding is shown and does not count for the exit status; \
      one whose waiver has expired by the as-of date counts, and what is wrong with a waiver is a \
      finding of its own.
      """, valueName: "file"))
  var file: String?

  /// Tells that files of records know no waivers.
  func validateForRecords() throws {
    if file != nil { throw ValidationError("Files of records take no --waivers") }
  }

  /// The text of the file; one that cannot be opened ends the command.
  var text: SourceText? {
    get throws { try file.map { try RecordedDocument.text(of: $0) } }
  }

  /// Returns results with the waivers of a text; what is wrong with it is a result of its own.
  static func waived(_ results: [SubmissionResult], by text: SourceText) -> [SubmissionResult] {
    let (file, reading) = (text.name, DocumentReader.read(text))
    guard let document = reading.document, !reading.diagnostics.hasErrors else {
      return results + [SubmissionResult(waiversAt: file, diagnostics: reading.diagnostics)]
    }
    let (waivers, faulty, problems) = WaiverReader.read(document)
    let (waived, idle) = waivers.applied(to: results)
    let diagnostics = (reading.diagnostics + problems).inReadingOrder
    if diagnostics.isEmpty, faulty.isEmpty, idle.isEmpty { return waived }
    return waived
      + [SubmissionResult(waiversAt: file, findings: faulty + idle, diagnostics: diagnostics)]
  }
}
