internal import CEL
internal import RulePacks
internal import Submissions

/// Looks for the smallest change with which a rule passes, by running the rule.
struct ChangeSearch {
  private let rule: CompiledRule
  private let subject: Subject
  private let reads: [FieldRead]
  private let before: VerdictCounts
  /// How many changes are tried before the search gives up.
  private static let limit = 250

  init(_ rule: CompiledRule, _ subject: Subject, _ program: Program, _ variables: [Value]) {
    self.rule = rule
    self.subject = subject
    var reads: [FieldRead] = []
    _ = program.evaluate(variables, noting: &reads)
    self.reads = reads.filter { subject.submission.holds($0.record) }
    self.before = Self.counts(rule, subject)
  }

  private static func counts(_ rule: CompiledRule, _ subject: Subject) -> VerdictCounts {
    Evaluator.judgements(of: rule, subject).reduce(into: VerdictCounts()) {
      $0.count($1.verdict.name)
    }
  }

  /// The first change that passes: of the fields in the order in which they were read, those of the
  /// submission's own date last, since nobody files on another day for a value.
  var change: SmallestChange? {
    var tried = 0
    for read in reads.filter({ !isOwnDate($0) }) {
      for candidate in candidates(for: read).all {
        guard tried < Self.limit else { return nil }
        tried += 1
        if passes(read, candidate.value) { return told(read, nearer(read, candidate)) }
      }
      if let day = furtherDay(read) { return told(read, (.day, day)) }
    }
    return nil
  }

  private func isOwnDate(_ read: FieldRead) -> Bool {
    let path = subject.submission.schema.datePath.map { "/\($0)" }.joined()
    return subject.submission.pointer(of: read) == path
  }

  private func told(
    _ read: FieldRead, _ candidate: ChangeCandidates.Candidate
  ) -> SmallestChange {
    SmallestChange(
      kind: candidate.kind, pointer: subject.submission.pointer(of: read),
      current: Evidence.Content(subject.submission.value(of: read)),
      value: Evidence.Content(candidate.value))
  }

  private func candidates(for read: FieldRead) -> ChangeCandidates {
    let submission = subject.submission
    let programs = [rule.appliesToElement, rule.requires].compactMap(\.self)
    let others = reads.filter { $0 != read }.compactMap { submission.value(of: $0) }
    return ChangeCandidates(
      field: submission.field(of: read), current: submission.value(of: read),
      compared: others + programs.flatMap(\.constants) + [subject.dayOfLaw])
  }

  // MARK: Trying

  /// Whether the rule passes once more with a value, and says nothing else that it did not say: a
  /// change that only takes the rule away is none.
  private func passes(_ read: FieldRead, _ value: Value) -> Bool {
    guard let changed = subject.submission.changing(read, to: value) else { return false }
    let after = Self.counts(rule, subject.of(changed))
    return after.total == before.total && after[.passes] > before[.passes]
      && after[.fails] <= before[.fails] && after[.doesNotApply] <= before[.doesNotApply]
      && after[.undecided] <= before[.undecided] && after[.error] <= before[.error]
  }

  /// The value nearest to the current one between it and one that passes, if there are days or whole
  /// numbers between them.
  private func nearer(
    _ read: FieldRead, _ candidate: ChangeCandidates.Candidate
  ) -> ChangeCandidates.Candidate {
    guard let current = subject.submission.value(of: read) else { return candidate }
    switch (current, candidate.value) {
    case (.timestamp(let bad), .timestamp(let good)):
      let day = boundary(read, failing: Day(bad), passing: Day(good))
      return (candidate.kind, .timestamp(day.timestamp))
    case (.int(let bad), .int(let good)):
      let number = boundary(read, failing: Int(bad), passing: Int(good)) { .int(Int64($0)) }
      return (candidate.kind, .int(Int64(number)))
    case (.double(let bad), .double(let good)):
      guard let bad = Int(exactly: bad), let good = Int(exactly: good) else { return candidate }
      let number = boundary(read, failing: bad, passing: good) { .double(Double($0)) }
      return (candidate.kind, .double(Double(number)))
    default: return candidate
    }
  }

  /// A day ever further from the current one, for rules that shift what they compare with.
  private func furtherDay(_ read: FieldRead) -> Value? {
    guard case .timestamp(let current)? = subject.submission.value(of: read) else { return nil }
    for exponent in 0...13 {
      for sign in [1, -1] {
        let day = Day(current).adding(days: sign << exponent)
        if passes(read, .timestamp(day.timestamp)) {
          let nearest = boundary(read, failing: Day(current), passing: day)
          return .timestamp(nearest.timestamp)
        }
      }
    }
    return nil
  }

  /// Halves the way between a day that fails and one that passes; the day returned passes.
  private func boundary(_ read: FieldRead, failing: Day, passing: Day) -> Day {
    Day(
      daysSinceEpoch: boundary(
        read, failing: failing.daysSinceEpoch, passing: passing.daysSinceEpoch
      ) { .timestamp(Day(daysSinceEpoch: $0).timestamp) })
  }

  /// Halves the way between a number that stands for a value that fails and one for a value that
  /// passes; the number returned is one of the latter.
  private func boundary(
    _ read: FieldRead, failing: Int, passing: Int, _ value: (Int) -> Value
  ) -> Int {
    var (bad, good) = (failing, passing)
    while bad.distance(to: good).magnitude > 1, bad.magnitude < 1 << 53, good.magnitude < 1 << 53 {
      let middle = (good + bad) / 2
      guard middle != bad, middle != good else { break }
      if passes(read, value(middle)) { good = middle } else { bad = middle }
    }
    return good
  }
}

extension Finding {
  /// The smallest change of one value with which the rule would pass, found by running the rule; nil
  /// if none was found, or if nothing is known to be wrong.
  ///
  /// It is worked out each time it is asked for.
  public var smallestChange: SmallestChange? {
    guard upcoming == nil, let program = grounds.program, let subject = grounds.subject(market)
    else { return nil }
    switch verdict {
    case .passes, .doesNotApply, .error, .undecided(.judgement), .undecided(.registry): return nil
    case .fails, .undecided(.value): break
    }
    return ChangeSearch(compiledRule, subject, program, grounds.variables).change
  }
}

extension Grounds {
  /// What the rule was run on.
  fileprivate func subject(_ market: String) -> Subject? {
    guard case .timestamp(let time)? = variables.prefix(sharedVariableCount).last else {
      return nil
    }
    return Subject(submission, market: market, asOf: Day(time))
  }
}

extension Subject {
  /// The day whose law is applied.
  fileprivate var dayOfLaw: Value { variables.last ?? .null }

  /// The same market and day for another submission.
  fileprivate func of(_ submission: Submission) -> Subject {
    guard case .timestamp(let time) = dayOfLaw else { return self }
    return Subject(submission, market: market, asOf: Day(time))
  }
}
