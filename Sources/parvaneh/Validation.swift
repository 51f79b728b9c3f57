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

  /// What came of a run.
  struct Outcome {
    var results: [SubmissionResult] = []
    /// Problems of the rules, which are nobody's submission.
    var ruleDiagnostics: [Diagnostic] = []
  }

  /// Judges the submissions at paths by rules.
  func run(paths: [String], rules: RuleFiles) -> Outcome {
    let inputs = paths.map { SubmissionInput.read($0) }
    let kinds = Set(inputs.compactMap(\.kind))
    let (library, diagnostics) = RuleLibraryReader.read(rules) { pack in
      kinds.isEmpty || !kinds.isDisjoint(with: pack.kinds)
    }
    var outcome = Outcome(ruleDiagnostics: diagnostics)
    guard !diagnostics.hasErrors else { return outcome }
    var compiler = CompiledPacks(library)
    for input in inputs {
      outcome.results.append(result(of: input, &compiler))
    }
    outcome.ruleDiagnostics += compiler.diagnostics
    return outcome
  }

  private func result(of input: SubmissionInput, _ packs: inout CompiledPacks) -> SubmissionResult {
    var diagnostics = input.diagnostics
    guard let document = input.document else {
      return SubmissionResult(
        path: input.path, kind: input.kind, markets: [], diagnostics: diagnostics)
    }
    let reader = SubmissionReader(
      schemas: packs.library.schemas, folder: DossierFolder(path: input.folder))
    let (submission, problems) = reader.read(document)
    diagnostics = (diagnostics + problems).inReadingOrder
    guard let submission, !diagnostics.hasErrors else {
      return SubmissionResult(
        path: input.path, kind: input.kind, markets: [], diagnostics: diagnostics)
    }
    let results = judge(submission, &packs, &diagnostics)
    return SubmissionResult(
      path: input.path, kind: submission.kind, markets: results, diagnostics: diagnostics)
  }

  private func judge(
    _ submission: Submission, _ packs: inout CompiledPacks, _ diagnostics: inout [Diagnostic]
  ) -> [MarketResult] {
    guard let day = asOf ?? submission.date.map(Day.init) else {
      diagnostics.append(
        Diagnostic(
          "The submission has no date; give the day whose law is applied with --as-of",
          at: submission.startPlace))
      return []
    }
    return wantedMarkets(of: submission, &diagnostics).compactMap { market in
      packs.pack(market: market, schema: submission.schema, asOf: day, &diagnostics)
        .map { Evaluator($0).evaluate(submission) }
    }
  }

  private func wantedMarkets(
    of submission: Submission, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    let own = submission.marketCodes
    if own.isEmpty {
      diagnostics.append(
        Diagnostic(
          "The submission names no market, so there is no law to apply",
          at: submission.startPlace))
    }
    for market in markets where !own.isEmpty && !own.contains(market) {
      let suggestion = Spelling.suggestion(for: market, in: own)
      diagnostics.append(
        Diagnostic(

          "The submission is not for market \"\(market)\"; "
            + "its markets are \(own.joined(separator: ", "))\(suggestion)",
          at: submission.placeOfMarkets))
    }
    return markets.isEmpty ? own : markets.filter(own.contains)
  }
}

/// Compiled packs by market, kind and day, each compiled once.
struct CompiledPacks {
  let library: RuleLibrary
  private(set) var diagnostics: [Diagnostic] = []
  private var packs: [Key: CompiledPack] = [:]

  private struct Key: Hashable {
    let market: String
    let kind: String
    let asOf: Day
  }

  init(_ library: RuleLibrary) {
    self.library = library
  }

  /// Returns the compiled pack; a market or a day that no pack speaks for is the submission's
  /// problem, an expression that does not compile is the rules'.
  mutating func pack(
    market: String, schema: Schema, asOf: Day, _ submissionDiagnostics: inout [Diagnostic]
  ) -> CompiledPack? {
    let key = Key(market: market, kind: schema.name, asOf: asOf)
    if let pack = packs[key] { return pack }
    let (pack, problems) = RuleCompiler.compile(library, market: market, schema: schema, asOf: asOf)
    if pack == nil { submissionDiagnostics += problems } else { diagnostics += problems }
    packs[key] = pack
    return pack
  }
}
