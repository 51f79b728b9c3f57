public import Diagnostics
public import RulePacks
public import Submissions

/// Forecasts the conclusions of markets.
public struct Forecaster {
  private var compiler: RuleCompiler

  /// Creates a forecaster for the rules that a compiler compiles.
  public init(_ compiler: RuleCompiler) {
    self.compiler = compiler
  }

  /// Returns the days of a range on which the conclusion of a market changes; nil if no pack speaks
  /// for the market or the first day, the diagnostics tell.
  public mutating func forecast(
    _ submission: Submission, market: String, _ range: ClosedRange<Day>
  ) -> (forecast: Forecast?, diagnostics: [Diagnostic]) {
    let (pack, problems) = compiler.pack(
      market: market, schema: submission.schema, asOf: range.lowerBound)
    guard let pack else { return (nil, problems) }
    var diagnostics = problems
    let covered = pack.packs.compactMap(\.covers.until).min() ?? range.upperBound
    let last = min(covered, range.upperBound)
    let rules = RuleForecaster(submission, market: market, range: range.lowerBound...last)
    let packs = Dictionary(uniqueKeysWithValues: pack.packs.map { ($0.name, $0) })
    // Only rules of error severity decide a conclusion.
    let timelines = pack.rules.filter { $0.rule.severity == .error }.compactMap { rule in
      packs[rule.pack].map { rules.timeline(of: rule, in: $0, &compiler, &diagnostics) }
    }
    let forecast = Forecast(
      market: market, first: range.lowerBound, last: last, isCut: last < range.upperBound,
      conclusion: timelines.map(\.first).max() ?? .conforms,
      changes: timelines.changes)
    return (forecast, diagnostics)
  }
}

extension [RuleTimeline] {
  /// The days on which what all of them say together changes.
  fileprivate var changes: [ForecastChange] {
    var weights = map(\.first)
    var conclusion = weights.max() ?? .conforms
    var changes: [ForecastChange] = []
    let steps = enumerated().flatMap { index, timeline in timeline.steps.map { (index, $0) } }
    for (day, ofDay) in Dictionary(grouping: steps, by: { $0.1.day }).sorted(by: { $0.key < $1.key }
    ) {
      let before = conclusion
      for (index, step) in ofDay { weights[index] = step.weight }
      conclusion = weights.max() ?? .conforms
      guard conclusion != before else { continue }
      let causes = ofDay.filter { $0.1.counts(from: before, to: conclusion) }
      changes.append(
        ForecastChange(
          day: day, before: before, after: conclusion, causes: causes.map { ForecastCause($0.1) }))
    }
    return changes
  }
}

extension RuleTimeline.Step {
  /// Whether the step is among those that made a conclusion another: for a worse one those that
  /// weigh as much, for a better one all that weigh less than before.
  fileprivate func counts(from before: Conclusion, to after: Conclusion) -> Bool {
    after > before ? weight == after : weight < before
  }
}

extension ForecastCause {
  fileprivate init(_ step: RuleTimeline.Step) {
    self.init(
      kind: step.kind, rule: step.compiled.rule, act: step.compiled.act, finding: step.finding)
  }
}
