public import RulePacks

/// Whether a submission may go to a market, as far as the rules can tell.
public enum Conclusion: String, Sendable, Hashable, CaseIterable {
  /// No rule of error severity fails, is undecided or broke.
  case conforms
  /// A rule of error severity fails.
  case doesNotConform
  /// No rule of error severity fails, but one is undecided or broke.
  case undecided
}

/// The number of verdicts of each sort.
public struct VerdictCounts: Sendable, Hashable {
  private var counts: [VerdictName: Int] = [:]

  /// Creates counts of nothing.
  public init() {}

  /// Returns the number of verdicts of a sort.
  public subscript(name: VerdictName) -> Int { counts[name] ?? 0 }

  /// The number of all verdicts.
  public var total: Int { VerdictName.allCases.reduce(0) { $0 + self[$1] } }

  mutating func count(_ verdict: Verdict) { counts[verdict.name, default: 0] += 1 }
}

/// What the rules of one market say of a submission.
public struct MarketResult: Sendable {
  /// The market.
  public let market: String
  /// The day whose law was applied.
  public let asOf: Day
  /// The packs that judged, those that others extend first.
  public let packs: [RulePack]
  /// Whether the submission conforms.
  public let conclusion: Conclusion
  /// The verdicts of the rules in force, one an element that a rule goes through.
  public let counts: VerdictCounts
  /// What was not found to hold: by severity, then by place, then by rule.
  public let findings: [Finding]

  /// The findings about rules that are not yet in force.
  public var upcoming: [Finding] { findings.filter { $0.upcoming != nil } }
}
