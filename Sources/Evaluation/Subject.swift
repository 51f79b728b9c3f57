internal import CEL
internal import RulePacks
internal import Submissions

/// What a rule is run on: the values of a submission's variables, for a market and a day.
struct Subject: Sendable {
  /// The submission.
  let submission: Submission
  /// The market that is judged.
  let market: String
  /// The values of the variables, in the order in which they are declared to CEL.
  let variables: [Value]

  private let fixed: [Value]

  init(_ submission: Submission, market: String, asOf: Day) {
    self.submission = submission
    self.market = market
    var fixed: [Value] = [.record(submission.root), .record(submission.root)]
    if submission.schema.marketType != nil {
      fixed.append(submission.marketEntry(market).map(Value.record) ?? .null)
    }
    self.fixed = fixed
    self.variables = fixed + [.timestamp(asOf.timestamp)]
  }

  private init(_ subject: Subject, asOf: Day) {
    self.submission = subject.submission
    self.market = subject.market
    self.fixed = subject.fixed
    self.variables = fixed + [.timestamp(asOf.timestamp)]
  }

  /// Returns the same subject on another day.
  func asOf(_ day: Day) -> Subject { Subject(self, asOf: day) }
}
