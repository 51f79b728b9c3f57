public import RulePacks

/// Whether a submission may go to a market, as far as the rules can tell.
public enum Conclusion: String, Sendable, Hashable, CaseIterable, Comparable {
  /// No rule of error severity fails, is undecided or broke.
  case conforms
  /// A rule of error severity fails.
  case doesNotConform
  /// No rule of error severity fails, but one is undecided or broke.
  case undecided

  /// Orders conclusions by how much they weigh: of several, the greatest is that of the whole.
  public static func < (left: Conclusion, right: Conclusion) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .conforms: 0
    case .undecided: 1
    case .doesNotConform: 2
    }
  }
}

/// The number of verdicts of each sort.
public struct VerdictCounts: Sendable, Hashable {
  private var passes = 0
  private var fails = 0
  private var doesNotApply = 0
  private var undecided = 0
  private var error = 0

  /// Creates counts of nothing.
  public init() {}

  /// Returns the number of verdicts of a sort.
  public internal(set) subscript(name: VerdictName) -> Int {
    get {
      switch name {
      case .passes: passes
      case .fails: fails
      case .doesNotApply: doesNotApply
      case .undecided: undecided
      case .error: error
      }
    }
    set {
      switch name {
      case .passes: passes = newValue
      case .fails: fails = newValue
      case .doesNotApply: doesNotApply = newValue
      case .undecided: undecided = newValue
      case .error: error = newValue
      }
    }
  }

  /// The number of all verdicts.
  public var total: Int { passes + fails + doesNotApply + undecided + error }

  mutating func count(_ verdict: VerdictName, _ number: Int = 1) { self[verdict] += number }

  /// The verdicts that were counted since an earlier count.
  func since(_ earlier: VerdictCounts) -> VerdictCounts {
    var counts = self
    for name in VerdictName.allCases { counts[name] -= earlier[name] }
    return counts
  }

  /// Takes the verdicts of another judgement in.
  mutating func add(_ other: VerdictCounts) {
    for name in VerdictName.allCases { self[name] += other[name] }
  }
}

/// What one rule said of a submission.
public struct RuleOutcome: Sendable {
  let compiledRule: CompiledRule
  /// Its verdicts, one an element that it goes through; a rule that is not in force has one that
  /// does not apply.
  public let counts: VerdictCounts

  /// The rule.
  public var rule: Rule { compiledRule.rule }
  /// The pack the rule comes from.
  public var pack: String { compiledRule.pack }
  /// The act the rule cites.
  public var act: Act { compiledRule.act }
  /// Whether it is in force on the day whose law was applied.
  public var standing: CompiledRule.Standing { compiledRule.standing }
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
  /// What each rule said, in the order of the packs.
  public let rules: [RuleOutcome]
  /// What was not found to hold: by severity, then by place, then by rule.
  public private(set) var findings: [Finding]

  /// What becomes of the conclusion although nobody touches the dossier, as far as its first change;
  /// nil if nobody looked.
  public internal(set) var forecast: Forecast?

  /// The numbers of findings of rules that are left out, by the ids of the rules, in their order.
  public private(set) var leftOut: [(rule: String, count: Int)] = []

  /// Leaves out the findings of a rule beyond a number.
  mutating func limitFindings(perRule most: Int) {
    var counts: [String: Int] = [:]
    findings.removeAll { finding in
      counts[finding.rule.id, default: 0] += 1
      return counts[finding.rule.id, default: 0] > most
    }
    leftOut = counts.filter { $0.value > most }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value - most) }
  }

  /// Changes what is known of each finding.
  mutating func changeFindings(_ change: (inout Finding) -> Void) {
    for index in findings.indices { change(&findings[index]) }
  }

  /// The number of findings for which a waiver holds.
  public var waivedCount: Int { findings.count { $0.waiver != nil } }

  /// The findings about rules that are not yet in force.
  public var upcoming: [Finding] { findings.filter { $0.upcoming != nil } }
}
