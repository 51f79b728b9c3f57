internal import ArgumentParser
internal import Diagnostics
internal import Evaluation
internal import Receipts
internal import Reporting
internal import RulePacks

/// Which reports are written, and where to.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      What is written: \(ReportFormat.names()). With "=file" to that file; may be repeated. The \
      one that names no file goes to the terminal, which else has the text.
      """, valueName: "format[=file]"),
    transform: ReportRequest.init(argument:))
  var format: [ReportRequest] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write what would go to the terminal to a file instead.", valueName: "file"))
  var output: String?

  @Flag(
    help: """
      Write what each market says of each topic, the gravest first, instead of the findings: as \
      text, json or markdown.
      """)
  var matrix = false

  /// The reports asked for: the text for the terminal if none is.
  private var requests: [ReportRequest] {
    format.contains { $0.file == nil } ? format : [ReportRequest(.text)] + format
  }

  func validate() throws {
    if matrix, let other = requests.first(where: { MatrixFormat($0.format) == nil })?.format {
      let known = MatrixFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("No matrix is written as \(other.rawValue); the formats are \(known)")
    }
    let free = format.filter { $0.file == nil }
    if free.count > 1 {
      let names = free.map(\.format.rawValue).joined(separator: " and ")
      throw ValidationError(
        "One report goes to the terminal, not \(names); name files for the others, as in "
          + "--format \(free[0].format.rawValue)=FILE")
    }
    let files = requests.compactMap { $0.file ?? output }
    if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
      throw ValidationError("Two reports would be written to \"\(twice)\"")
    }
  }

  /// Tells what cannot be done for files of records, which are reported while they are read.
  func validateForRecords() throws {
    if matrix { throw ValidationError("Files of records have no matrix") }
    guard let request = format.first else { return }
    let known = ReportFormat.names(ofThose: \.takesRecords)
    if format.count > 1 {
      throw ValidationError("Files of records are given one report: name one format of \(known)")
    }
    if !request.format.takesRecords {
      throw ValidationError(
        "Files of records are not reported as \(request.format.rawValue); the formats are \(known)")
    }
  }

  /// The one report of files of records, and the file that it goes to.
  func recordReport(
    language: Language
  ) throws -> (report: any RecordReport, file: String?) {
    let request = format.first ?? ReportRequest(.text)
    let file = request.file ?? output
    let setting = setting(language, status: .clean, toFile: file != nil)
    guard let report = request.format.recordReport(setting) else {
      throw ValidationError("Files of records are not reported as \(request.format.rawValue)")
    }
    return (report, file)
  }

  /// Writes every report asked for; what they were made of is worked out if one tells.
  func write(
    _ results: [SubmissionResult], language: Language, status: ExitStatus,
    receipt: () -> Receipt
  ) throws {
    let receipt = requests.contains { $0.format == .json } ? receipt() : nil
    for request in requests {
      let file = request.file ?? output
      var setting = setting(language, status: status, toFile: file != nil)
      setting.receipt = receipt
      try write(report(request.format, setting).text(of: results), to: file)
    }
  }

  /// The report in a format, or the matrix if that was asked for.
  func report(_ format: ReportFormat, _ setting: ReportSetting) -> any Report {
    let matrix = matrix ? MatrixFormat(format) : nil
    return matrix.map { $0.report(setting) } ?? format.report(setting)
  }

  private func setting(
    _ language: Language, status: ExitStatus, toFile: Bool
  ) -> ReportSetting {
    ReportSetting(
      language: language, status: status,
      style: toFile ? TerminalStyle() : Terminal.output.style)
  }

  private func write(_ text: String, to file: String?) throws {
    guard let file else {
      Terminal.output.write(text)
      return
    }
    do {
      try Disk.write(text, to: file)
    } catch {
      Terminal.errors.write([error])
      throw ExitStatus.unusableInput
    }
  }
}
