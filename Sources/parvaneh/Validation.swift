internal import Diagnostics
internal import Documents
internal import Evaluation
internal import RulePacks
internal import Submissions

/// Takes submissions from the disk to their results.
struct Validation {
  /// The markets to judge for; empty for those of each submission.
  let markets: [String]
  /// The day whose law is applied; nil for each submission's own date.
  let asOf: Day?
  /// Where files lie that are called otherwise.
  var moved: [String: String] = [:]

  /// What came of a run.
  struct Outcome {
    var results: [SubmissionResult] = []
    /// What was read, with the files of the dossiers.
    var inputs: [SubmissionInput] = []
    /// Problems of the rules, which are nobody's submission.
    var ruleDiagnostics: [Diagnostic] = []
  }

  /// Judges the submissions at paths by rules, and tells after each how many are done.
  func run(
    paths: [String], rules: RuleFiles, tell: (_ done: Int) -> Void = { _ in }
  ) -> Outcome {
    var inputs = paths.map { path in
      moved[path].map { SubmissionInput.read($0, as: path) } ?? SubmissionInput.read(path)
    }
    let kinds = Set(inputs.compactMap(\.kind))
    let (library, diagnostics) = RuleLibraryReader.read(
      rules, kinds: kinds.isEmpty ? nil : kinds, readsExamples: false)
    guard !diagnostics.hasErrors else { return Outcome(ruleDiagnostics: diagnostics) }
    var judge = SubmissionJudge(self, library, checks: !rules.areProven)
    let results = inputs.indices.map { index in
      defer { tell(index + 1) }
      return judge.result(of: &inputs[index])
    }
    return Outcome(
      results: results, inputs: inputs, ruleDiagnostics: diagnostics + judge.ruleDiagnostics)
  }
}

/// Judges submissions by the rules of one library.
private struct SubmissionJudge {
  private let validation: Validation
  private let library: RuleLibrary
  private var compiler: RuleCompiler
  private(set) var ruleDiagnostics: [Diagnostic] = []

  init(_ validation: Validation, _ library: RuleLibrary, checks: Bool) {
    self.validation = validation
    self.library = library
    self.compiler = RuleCompiler(library, checks: checks)
  }

  mutating func result(of input: inout SubmissionInput) -> SubmissionResult {
    var (submission, diagnostics) = input.submission(library.schemas)
    input.dossierFiles = submission?.dossierFiles ?? []
    guard let submission, !diagnostics.hasErrors else { return unusable(input, diagnostics) }
    let markets = judge(submission, &diagnostics)
    return SubmissionResult(
      path: input.path, kind: submission.kind, markets: markets,
      periods: submission.validityPeriods, diagnostics: diagnostics)
  }

  private func unusable(_ input: SubmissionInput, _ diagnostics: [Diagnostic]) -> SubmissionResult {
    SubmissionResult(path: input.path, kind: input.kind, markets: [], diagnostics: diagnostics)
  }

  private mutating func judge(
    _ submission: Submission, _ diagnostics: inout [Diagnostic]
  ) -> [MarketResult] {
    guard let day = validation.asOf ?? submission.date.map(Day.init) else {
      diagnostics.append(.missingDate(of: submission))
      return []
    }
    let packs = validation.wantedMarkets(of: submission, &diagnostics).compactMap { market in
      pack(market: market, submission.schema, asOf: day, &diagnostics)
    }
    let judged = packs.concurrentMap { [compiler] pack in
      var forecaster = Forecaster(compiler)
      return forecaster.foretelling(
        Evaluator(pack).evaluate(submission, asOf: day), of: submission)
    }
    for problem in judged.flatMap(\.diagnostics) where !ruleDiagnostics.contains(problem) {
      ruleDiagnostics.append(problem)
    }
    return judged.map(\.result)
  }

  /// The compiled pack; a market or a day that no pack speaks for is the submission's problem, an
  /// expression that does not compile is the rules'.
  private mutating func pack(
    market: String, _ schema: Schema, asOf day: Day, _ diagnostics: inout [Diagnostic]
  ) -> CompiledPack? {
    let (pack, problems) = compiler.pack(market: market, schema: schema, asOf: day)
    if pack == nil { diagnostics += problems } else { ruleDiagnostics += problems }
    return pack
  }
}

extension Validation {
  /// The markets to judge a submission for: its own, or those of them that were asked for.
  func wantedMarkets(
    of submission: Submission, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    let own = submission.marketCodes
    if own.isEmpty { diagnostics.append(.missingMarket(of: submission)) }
    for market in markets where !own.isEmpty && !own.contains(market) {
      diagnostics.append(.otherMarket(than: market, in: submission))
    }
    return markets.isEmpty ? own : markets.filter(own.contains)
  }
}

extension Diagnostic {
  /// A market was asked for that the submission does not name.
  static func otherMarket(than market: String, in submission: Submission) -> Diagnostic {
    let own = submission.marketCodes
    let suggestion = Spelling.suggestion(for: market, in: own)
    return Diagnostic(
      "The submission is not for market \"\(market)\"; "
        + "its markets are \(own.joined(separator: ", "))\(suggestion)",
      at: submission.placeOfMarkets)
  }
}
