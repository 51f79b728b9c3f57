internal import CEL
internal import Diagnostics
public import RulePacks
public import Submissions

/// Judges submissions by the rules of a market.
public struct Evaluator: Sendable {
  private let pack: CompiledPack
  private let languages: Set<Language>

  /// Creates an evaluator for the rules of a market; findings have texts in the languages asked for.
  public init(_ pack: CompiledPack, languages: Set<Language> = Set(Language.allCases)) {
    self.pack = pack
    self.languages = languages
  }

  /// Judges a submission by the law of a day, which the pack was compiled for.
  public func evaluate(_ submission: Submission, asOf day: Day) -> MarketResult {
    var tally = Tally()
    let subject = Subject(submission, market: pack.market, asOf: day)
    let rules = pack.rules.map { rule in
      let before = tally.counts
      judge(rule, subject, &tally)
      return RuleOutcome(compiledRule: rule, counts: tally.counts.since(before))
    }
    return MarketResult(
      market: pack.market, asOf: day, packs: pack.packs, conclusion: tally.conclusion,
      counts: tally.counts, rules: rules,
      findings: tally.findings.inReadingOrder.withFingerprints)
  }

  /// Judges a submission and returns what was found, in the order of the rules.
  func tally(_ submission: Submission, asOf day: Day) -> Tally {
    var tally = Tally()
    let subject = Subject(submission, market: pack.market, asOf: day)
    for rule in pack.rules { judge(rule, subject, &tally) }
    return tally
  }

  /// Takes in that a rule that has no lists is known to fail.
  func takeFailure(of rule: CompiledRule, _ subject: Subject, _ tally: inout Tally) {
    tally.add(.fails, rule.rule.severity)
    let judgement = RuleJudge.failure(of: rule, subject)
    if let finding = judgement.finding(upcoming: nil, languages) { tally.findings.append(finding) }
  }

  /// Judges a submission by one rule.
  func judge(_ rule: CompiledRule, _ subject: Subject, _ tally: inout Tally) {
    switch rule.standing {
    case .inForce:
      for judgement in Self.judgements(of: rule, subject) {
        tally.add(judgement.verdict, rule.rule.severity)
        if let finding = judgement.finding(upcoming: nil, languages) {
          tally.findings.append(finding)
        }
      }
    case .upcoming(let day):
      tally.add(.doesNotApply, rule.rule.severity)
      let later = subject.asOf(day)
      for judgement in Self.judgements(of: rule, later) where judgement.verdict == .fails {
        if let finding = judgement.finding(upcoming: day, languages) {
          tally.findings.append(finding)
        }
      }
    case .notInForce:
      tally.add(.doesNotApply, rule.rule.severity)
    }
  }

  /// The verdicts of one rule: one an element it goes through, or one on the whole.
  static func judgements(of rule: CompiledRule, _ subject: Subject) -> [Judgement] {
    var judge = RuleJudge(rule, subject)
    return judge.judgements()
  }
}

/// What has been found so far.
struct Tally {
  var counts = VerdictCounts()
  var findings: [Finding] = []
  private var hasFailure = false
  private var hasOpenQuestion = false

  mutating func add(_ verdict: Verdict, _ severity: Severity) {
    counts.count(verdict.name)
    guard severity == .error else { return }
    switch verdict {
    case .passes, .doesNotApply: break
    case .fails: hasFailure = true
    case .undecided, .error: hasOpenQuestion = true
    }
  }

  var conclusion: Conclusion {
    if hasFailure { return .doesNotConform }
    return hasOpenQuestion ? .undecided : .conforms
  }
}

extension [Finding] {
  /// By severity, the gravest first, then as a reader meets their places, then by rule.
  var inReadingOrder: [Finding] {
    // Findings are large: what is put in order are their positions.
    let keys = map { (severity: $0.severity, start: $0.place.range.lowerBound, rule: $0.rule.id) }
    return
      indices
      .sorted { left, right in
        let (first, second) = (keys[left], keys[right])
        if first.severity != second.severity { return first.severity > second.severity }
        if first.start != second.start { return first.start < second.start }
        if first.rule != second.rule { return first.rule < second.rule }
        return left < right
      }
      .map { self[$0] }
  }
}
