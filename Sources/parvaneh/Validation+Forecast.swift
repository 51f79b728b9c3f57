internal import Diagnostics
internal import Evaluation
internal import RulePacks
internal import Submissions

extension Validation {
  /// What came of a forecast.
  struct ForecastOutcome {
    /// What was read, with the files of the dossier.
    var input: SubmissionInput
    var forecasts: [Evaluation.Forecast] = []
    /// The packs that were asked.
    var packs: [RulePack] = []
    /// Problems of the submission.
    var diagnostics: [Diagnostic] = []
    /// Problems of the rules.
    var ruleDiagnostics: [Diagnostic] = []
  }

  /// Forecasts the conclusions of a submission's markets; without a last day for ten years.
  func forecasts(path: String, until last: Day?, rules: RuleFiles) -> ForecastOutcome {
    let input = SubmissionInput.read(path)
    var outcome = ForecastOutcome(input: input)
    let (library, problems) = RuleLibraryReader.read(
      rules, kinds: input.kind.map { [$0] }, readsExamples: false)
    outcome.ruleDiagnostics = problems
    guard !problems.hasErrors else { return outcome }
    let (submission, diagnostics) = input.submission(library.schemas)
    outcome.diagnostics = diagnostics
    outcome.input.dossierFiles = submission?.dossierFiles ?? []
    guard let submission, !diagnostics.hasErrors else { return outcome }
    guard let range = range(of: submission, until: last, &outcome.diagnostics) else {
      return outcome
    }
    var forecaster = Forecaster(RuleCompiler(library, checks: !rules.areProven))
    for market in wantedMarkets(of: submission, &outcome.diagnostics) {
      let (forecast, problems) = forecaster.forecast(submission, market: market, range)
      if let forecast {
        outcome.forecasts.append(forecast)
        outcome.packs += library.packs(market: market, kind: submission.kind)
        outcome.ruleDiagnostics += problems
      } else {
        outcome.diagnostics += problems
      }
    }
    return outcome
  }

  private func range(
    of submission: Submission, until last: Day?, _ diagnostics: inout [Diagnostic]
  ) -> ClosedRange<Day>? {
    guard let first = asOf ?? submission.date.map(Day.init) else {
      diagnostics.append(.missingDate(of: submission))
      return nil
    }
    guard let last = last ?? first.adding(months: Forecaster.months), last >= first else {
      diagnostics.append(Diagnostic("The forecast starts on \(first), after its last day"))
      return nil
    }
    return first...last
  }
}
