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

extension Forecaster {
  /// How many months after its first day a forecast looks if nobody says.
  public static let months = 120

  /// Returns a result with the first change of its conclusion: until a day, or for ten years.
  ///
  /// What the rules say on the first day is known from the result. A rule is looked at no later than
  /// the first day on which another one makes the conclusion worse; and where one that fails now
  /// fails for ever, no other is looked at. Nothing is foretold where the law of another day than
  /// that of filing was applied, since no dossier is filed so.
  public mutating func foretelling(
    _ result: MarketResult, of submission: Submission, until last: Day? = nil
  ) -> (result: MarketResult, diagnostics: [Diagnostic]) {
    guard submission.date.map(Day.init) == result.asOf,
      let wanted = last ?? result.asOf.adding(months: Self.months), wanted >= result.asOf
    else { return (result, []) }
    var diagnostics: [Diagnostic] = []
    let end = min(result.packs.compactMap(\.covers.until).min() ?? wanted, wanted)
    var search = FirstChangeSearch(result, submission, until: end)
    let change = search.change(&compiler, &diagnostics)
    var foretelling = result
    foretelling.forecast = Forecast(
      market: result.market, first: result.asOf, last: end, isCut: end < wanted,
      conclusion: result.conclusion, changes: change.map { [$0] } ?? [])
    return (foretelling, diagnostics)
  }
}

/// Looks for the first day on which the conclusion of a result is another.
private struct FirstChangeSearch {
  private let result: MarketResult
  private let packs: [String: RulePack]
  private var rules: RuleForecaster
  /// What is known of the rules so far, by their places among those that decide.
  private var timelines: [Int: RuleTimeline] = [:]

  init(_ result: MarketResult, _ submission: Submission, until last: Day) {
    self.result = result
    self.packs = Dictionary(uniqueKeysWithValues: result.packs.map { ($0.name, $0) })
    self.rules = RuleForecaster(
      submission, market: result.market, range: result.asOf...last)
  }

  mutating func change(
    _ compiler: inout RuleCompiler, _ diagnostics: inout [Diagnostic]
  ) -> ForecastChange? {
    // Only rules of error severity decide a conclusion.
    let deciding = result.rules.filter { $0.rule.severity == .error }
    if result.conclusion > .conforms {
      for (place, outcome) in deciding.enumerated() where outcome.weight == result.conclusion {
        let changes = take(outcome, place, &compiler, &diagnostics)
        if !changes, result.conclusion == .doesNotConform { return nil }
      }
    }
    for (place, outcome) in deciding.enumerated() where timelines[place] == nil {
      take(outcome, place, &compiler, &diagnostics)
    }
    return timelines.sorted { $0.key < $1.key }.map(\.value).changes.first
  }

  /// Takes the timeline of a rule in; whether the rule ever says something else.
  @discardableResult private mutating func take(
    _ outcome: RuleOutcome, _ place: Int, _ compiler: inout RuleCompiler,
    _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard let pack = packs[outcome.pack] else { return false }
    let timeline = rules.timeline(
      of: outcome.compiledRule, in: pack, from: outcome.weight, &compiler, &diagnostics)
    timelines[place] = timeline
    if let worse = timeline.steps.first(where: { $0.weight > result.conclusion }) {
      rules = rules.until(worse.day)
    }
    return !timeline.steps.isEmpty
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
