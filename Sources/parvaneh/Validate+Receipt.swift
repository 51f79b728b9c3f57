internal import Diagnostics
internal import Evaluation
internal import Receipts
internal import Reporting
internal import RulePacks
internal import Submissions

/// What a run judged, and what it came to.
struct Judgement {
  /// The results, waived and compared with the baseline.
  var results: [SubmissionResult] = []
  /// What was read for them.
  var outcome: Validation.Outcome
  /// The rules that judged.
  let rules: RuleFiles
  /// The files that stand beside the submissions.
  var besides: [SourceText] = []
}

extension Validate {
  /// Judges the submissions by rules; a file that has been moved is read where it lies now.
  func judgement(by rules: RuleFiles, moved: [String: String] = [:]) throws -> Judgement {
    // An earlier report may be as long as all that is judged, and is read meanwhile.
    let earlier = baseline.begin()
    let paths = path.flatMap(Disk.paths(matching:))
    var progress = Progress(of: paths.count, worthFrom: Progress.manySubmissions)
    let outcome = Validation(markets: market, asOf: asOf, moved: moved)
      .run(paths: paths, rules: rules) { progress.show($0) }
    progress.finish()
    var judgement = Judgement(outcome: outcome, rules: rules)
    guard !outcome.ruleDiagnostics.hasErrors else { return judgement }
    judgement.results = outcome.results
    if let text = try waivers.text {
      judgement.results = WaiverOptions.waived(judgement.results, by: text)
      judgement.besides.append(text)
    }
    if let reading = earlier?.value {
      judgement.results = try reading.baseline().applied(to: judgement.results)
      judgement.besides += [reading.text].compactMap(\.self)
    }
    return judgement
  }

  /// What a report of a judgement was made of.
  func receipt(of judgement: Judgement) -> Receipt {
    let inputs = judgement.outcome.inputs.flatMap(\.receiptInputs)
    let markets = judgement.outcome.results.flatMap(\.markets)
    return Receipt(
      program: Version.current, options: options(paths: judgement.outcome.inputs.map(\.path)),
      asOf: Set(markets.map(\.asOf)).sorted().map(\.description),
      inputs: (inputs + judgement.besides.map { .init($0) }).withoutRepetition(by: \.path),
      rules: FolderDigest.digests(
        of: markets.flatMap(\.packs).withoutRepetition(by: \.name), in: judgement.rules))
  }

  /// What a report of files of records was made of.
  func receipt(
    ofRecords inputs: [Receipt.Input], _ packs: [RulePack], _ rules: RuleFiles
  ) -> Receipt {
    Receipt(
      program: Version.current, options: options(paths: inputs.map(\.path)), asOf: [],
      inputs: inputs, rules: FolderDigest.digests(of: packs, in: rules))
  }

  private func options(paths: [String]) -> Receipt.Options {
    var options = Receipt.Options()
    options.paths = paths
    options.markets = market
    options.asOf = asOf?.description
    options.rules = rules.folder
    options.waivers = waivers.file
    options.baseline = baseline.file
    options.wouldPass = findings.wouldPass
    options.maxFindingsPerRule = findings.maxFindingsPerRule
    options.matrix = reports.matrix
    options.language = language.rawValue
    return options
  }
}

extension SubmissionInput {
  /// The submission's file and those of its dossier that were looked at, by their paths.
  var receiptInputs: [Receipt.Input] {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let files = dossierFiles.compactMap { name, file -> Receipt.Input? in
      switch file {
      case .present(let content): Receipt.Input(path: folder + name, sha256: content.sha256)
      case .absent: Receipt.Input(path: folder + name, sha256: nil)
      case .refused: nil
      }
    }
    return (source.map { [Receipt.Input($0)] } ?? []) + files
  }
}

extension Array {
  /// The elements, of those with the same key the first.
  func withoutRepetition(by key: (Element) -> String) -> [Element] {
    var seen: Set<String> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension Validate {
  /// What `--format json` writes of a judgement.
  func json(of judgement: Judgement) -> String {
    let setting = ReportSetting(
      language: language, status: status(of: judgement.results), style: TerminalStyle(),
      receipt: receipt(of: judgement))
    return reports.report(.json, setting).text(of: findings.applied(to: judgement.results))
  }
}
