internal import ArgumentParser
internal import Diagnostics
internal import Documents
internal import Receipts
internal import Reporting
internal import RulePacks

/// A run of `validate` with the options of a receipt.
struct Repetition {
  private let command: Validate
  private let rules: RuleFiles
  private let moved: [String: String]
  private let stored: Receipt

  /// Prepares a run; options that cannot be used, and files that cannot be read, end the command.
  init(
    _ receipt: Receipt, _ submissions: [String], _ rulesFolder: String?, jobs: Int?
  ) throws {
    let paths = receipt.options.paths
    guard submissions.isEmpty || submissions.count == paths.count else {
      throw ValidationError(
        "The report is of \(paths.count) submissions; \(submissions.count) are given")
    }
    moved = Dictionary(zip(paths, submissions), uniquingKeysWith: { first, _ in first })
    command = try Self.command(receipt.options, jobs)
    rules = try RuleOptions.files(in: rulesFolder ?? receipt.options.rules)
    stored = receipt
    for path in paths {
      let place = moved[path] ?? path
      guard Disk.kind(of: place) != .nothing else {
        Terminal.errors.write([Disk.unreadable(place)])
        if submissions.isEmpty { Terminal.errors.write([Self.elsewhere(path)]) }
        throw ExitStatus.unusableInput
      }
    }
  }

  /// What helps if the report was made in another folder.
  private static func elsewhere(_ path: String) -> Diagnostic {
    Diagnostic(
      .note,
      "The report was made where \"\(path)\" is; go there, or tell with --submission where it "
        + "lies now")
  }

  private static func command(_ options: Receipt.Options, _ jobs: Int?) throws -> Validate {
    do {
      return try Validate.parse((jobs.map { ["--jobs=\($0)"] } ?? []) + options.arguments)
    } catch {
      let problem = Validate.message(for: error)
      Terminal.errors.write([Diagnostic("The report's options cannot be used: \(problem)")])
      throw ExitStatus.unusableInput
    }
  }

  /// Makes the report again and compares; with rules that do not hold only the receipts.
  func verification(of report: StoredReport) throws -> Verification {
    guard let bytes = try reportBytes() else {
      return Verification(report, withoutReport: receiptOfRules)
    }
    let text = SourceText(name: report.text.name, bytes: bytes)
    let (again, diagnostics) = StoredReport.read(text)
    guard let again else {
      Terminal.errors.write(diagnostics)
      throw ExitStatus.unusableInput
    }
    return Verification(report, again: again)
  }

  /// The bytes of the report; nil if the rules do not hold, which has been told.
  private func reportBytes() throws -> [UInt8]? {
    if command.path.contains(where: RecordValidation.takes) { return try recordBytes() }
    let judgement = try command.judgement(by: rules, moved: moved)
    Terminal.errors.write(judgement.outcome.ruleDiagnostics.inReadingOrder)
    if judgement.outcome.ruleDiagnostics.hasErrors { return nil }
    return Array(command.json(of: judgement).utf8)
  }

  private func recordBytes() throws -> [UInt8]? {
    var bytes: [UInt8] = []
    let report = JSONReport(language: command.language, version: Version.current)
    let status = try command.judgeRecords(
      by: rules, moved: moved, as: report
    ) { bytes += $0 }
    return status == .faultyRules && bytes.isEmpty ? nil : bytes
  }

  /// What the rules are now, although they do not hold; everything else as it was.
  private var receiptOfRules: Receipt {
    let (library, _) = RuleLibraryReader.read(rules)
    let folders = Set(stored.rules.map(\.folder))
    let packs = library.packs.filter { folders.contains($0.folder) }
    return Receipt(
      program: Version.current, options: stored.options, asOf: stored.asOf, inputs: stored.inputs,
      rules: FolderDigest.digests(of: packs, in: rules))
  }
}

extension Receipt.Options {
  /// The options as they stand on the command line of `validate`.
  fileprivate var arguments: [String] {
    func option(_ name: String, _ value: String?) -> [String] {
      value.map { ["--\(name)=\($0)"] } ?? []
    }
    return markets.flatMap { option("market", $0) } + option("as-of", asOf)
      + option("rules", rules) + option("waivers", waivers) + option("baseline", baseline)
      + option("max-findings-per-rule", maxFindingsPerRule.map(String.init))
      + option("language", language) + ["--format=json"]
      + (wouldPass ? ["--would-pass"] : []) + (matrix ? ["--matrix"] : []) + ["--"] + paths
  }
}
