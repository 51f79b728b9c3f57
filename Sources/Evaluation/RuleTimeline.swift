internal import CEL
internal import Diagnostics
internal import RulePacks
internal import Submissions

/// What one rule says of a submission from day to day: the days on which its weight in the
/// conclusion changes.
struct RuleTimeline {
  /// A day from which on the rule weighs something else.
  struct Step {
    let day: Day
    let weight: Conclusion
    let kind: ForecastCause.Kind
    let compiled: CompiledRule
    let finding: Finding?
  }

  let first: Conclusion
  let steps: [Step]
}

/// Works out timelines of the rules of one market.
///
/// A rule is evaluated on the days on which it can say something else, and on no other. Those are
/// known: the days on which the law changes what it asks, and the turns of its comparisons, which
/// `TimeDependence` tells from the expressions. A rule whose comparisons are of a form that nobody
/// foresaw is evaluated on every day.
struct RuleForecaster {
  let submission: Submission
  let market: String
  let range: ClosedRange<Day>
  private let times: [String: Set<Timestamp>]

  init(_ submission: Submission, market: String, range: ClosedRange<Day>) {
    self.init(submission, market, range, submission.times)
  }

  private init(
    _ submission: Submission, _ market: String, _ range: ClosedRange<Day>,
    _ times: [String: Set<Timestamp>]
  ) {
    self.submission = submission
    self.market = market
    self.range = range
    self.times = times
  }

  /// The same with an earlier last day.
  func until(_ last: Day) -> RuleForecaster {
    RuleForecaster(submission, market, range.lowerBound...last, times)
  }

  /// The timeline of a rule that is compiled for the first day.
  func timeline(
    of rule: CompiledRule, in pack: RulePack, _ compiler: inout RuleCompiler,
    _ diagnostics: inout [Diagnostic]
  ) -> RuleTimeline {
    let first = judge(rule, on: range.lowerBound).weight
    return timeline(of: rule, in: pack, from: first, &compiler, &diagnostics)
  }

  /// The timeline of a rule of which is known what it weighs on the first day.
  func timeline(
    of rule: CompiledRule, in pack: RulePack, from first: Conclusion,
    _ compiler: inout RuleCompiler, _ diagnostics: inout [Diagnostic]
  ) -> RuleTimeline {
    let lawDays = compiler.library.changeDays(of: rule.rule, in: pack)
      .filter { $0 > range.lowerBound && $0 <= range.upperBound }
    var weight = first
    var steps: [RuleTimeline.Step] = []
    var current = rule
    for (index, start) in ([range.lowerBound] + lawDays).enumerated() {
      let end = index < lawDays.count ? lawDays[index].adding(days: -1) : range.upperBound
      if index > 0 {
        let before = current
        let (next, problems) = compiler.rule(
          rule.rule, of: pack, schema: submission.schema, asOf: start)
        diagnostics += problems
        guard let next else { break }
        current = next
        take(start, before: before, current, &weight, &steps)
      }
      for day in turnDays(of: current, after: start, until: end) {
        take(day, before: current, current, &weight, &steps)
      }
    }
    return RuleTimeline(first: first, steps: steps)
  }

  private func take(
    _ day: Day, before: CompiledRule, _ rule: CompiledRule, _ weight: inout Conclusion,
    _ steps: inout [RuleTimeline.Step]
  ) {
    let judged = judge(rule, on: day)
    guard judged.weight != weight else { return }
    weight = judged.weight
    let finding = judged.deciding?.finding(upcoming: nil)
    steps.append(
      RuleTimeline.Step(
        day: day, weight: weight, kind: kind(day, before, rule, judged.weight), compiled: rule,
        finding: finding))
  }

  private func kind(
    _ day: Day, _ before: CompiledRule, _ rule: CompiledRule, _ weight: Conclusion
  ) -> ForecastCause.Kind {
    if before === rule { return .dayPasses }
    if rule.standing == .inForce, before.standing != .inForce { return .ruleBegins }
    if rule.standing != .inForce { return rule.act.endsBefore(day) ? .actEnds : .ruleEnds }
    return judge(before, on: day).weight == weight ? .dayPasses : .lawChanges
  }

  // MARK: Days

  /// The days in a part of the range on which the rule can say something else than the day before.
  func turnDays(of rule: CompiledRule, after start: Day, until end: Day) -> [Day] {
    guard rule.standing == .inForce, start < end, !neverApplies(rule, from: start) else {
      return []
    }
    let dependence = rule.timeDependence(submission.schema)
    let part = start.adding(days: 1)...end
    guard !dependence.isOpen else {
      return (part.lowerBound.daysSinceEpoch...end.daysSinceEpoch).map(Day.init(daysSinceEpoch:))
    }
    let days = dependence.turns.flatMap { turn in
      values(of: turn.source).flatMap { Self.days(about: turn, from: Day($0)) }
    }
    return Set(days.filter(part.contains)).sorted()
  }

  /// Whether a rule does not apply and no passing of days can change that: it is told from what it
  /// applies to, without compiling what it requires.
  private func neverApplies(_ rule: CompiledRule, from day: Day) -> Bool {
    guard let opening = rule.appliesToSubmission,
      rule.openingTimeDependence(submission.schema) == TimeDependence()
    else { return false }
    let subject = subject(on: day)
    if case .success(.bool(false)) = opening.evaluate(subject.variables) { return true }
    return false
  }

  private func values(of source: TimeDependence.Source) -> [Timestamp] {
    switch source {
    case .field(let name): Array(times[name] ?? [])
    case .constant(let time): [time]
    }
  }

  /// The days about a turn: the day itself, on which `==` begins and `<` ends, and the day after.
  private static func days(about turn: TimeDependence.Turn, from day: Day) -> [Day] {
    guard let middle = day.adding(months: turn.months)?.adding(days: turn.days) else { return [] }
    return (-turn.slack...turn.slack + 1).map { middle.adding(days: $0) }
  }

  // MARK: Judging

  /// What a rule says on a day, if the submission were filed on it.
  func judge(_ rule: CompiledRule, on day: Day) -> (weight: Conclusion, deciding: Judgement?) {
    guard rule.standing == .inForce else { return (.conforms, nil) }
    let subject = subject(on: day)
    let deciding = Evaluator.judgements(of: rule, subject)
      .max { $0.verdict.weight < $1.verdict.weight }
    guard let deciding, deciding.verdict.weight > .conforms else { return (.conforms, nil) }
    return (deciding.verdict.weight, deciding)
  }

  private func subject(on day: Day) -> Subject {
    Subject(submission.dated(day.timestamp) ?? submission, market: market, asOf: day)
  }
}

extension Act {
  /// Whether the act ends on the day before, with nothing known to replace it.
  fileprivate func endsBefore(_ day: Day) -> Bool {
    replacedBy == nil && period.until?.adding(days: 1) == day
  }
}

extension RuleOutcome {
  /// What the verdicts of a rule of error severity make of a conclusion.
  var weight: Conclusion {
    if counts[.fails] > 0 { return .doesNotConform }
    return counts[.undecided] + counts[.error] > 0 ? .undecided : .conforms
  }
}

extension Verdict {
  /// What the verdict of a rule of error severity makes of a conclusion.
  fileprivate var weight: Conclusion {
    switch self {
    case .passes, .doesNotApply: .conforms
    case .undecided, .error: .undecided
    case .fails: .doesNotConform
    }
  }
}
