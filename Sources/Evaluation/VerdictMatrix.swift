public import RulePacks

/// What each market says of a submission, topic by topic.
public struct VerdictMatrix: Sendable {
  /// What one market says on one topic.
  public struct Cell: Sendable {
    /// What the market's rules in force on the topic said.
    public let outcomes: [RuleOutcome]

    /// The verdicts of all of them.
    public var counts: VerdictCounts {
      outcomes.reduce(into: VerdictCounts()) { $0.add($1.counts) }
    }

    /// The verdict that weighs most.
    public var worst: VerdictName { counts.worst }

    /// The greatest severity of the rules that gave the worst verdict.
    public var severity: Severity {
      let worst = worst
      return outcomes.filter { $0.counts[worst] > 0 }.map(\.rule.severity).max() ?? .note
    }
  }

  /// What all markets say on one topic.
  public struct Row: Sendable {
    /// The topic.
    public let topic: String
    /// The cells in the order of the markets; nil where a market has no rule on the topic.
    public let cells: [Cell?]

    /// The verdict that weighs most.
    public var worst: VerdictName {
      cells.compactMap { $0?.worst }.max { $0.weight < $1.weight } ?? .doesNotApply
    }
  }

  /// The markets, in the order in which they were judged.
  public let markets: [String]
  /// The topics: those with the gravest verdicts first, else by name.
  public let rows: [Row]

  /// Arranges the results of a submission's markets.
  public init(_ markets: [MarketResult]) {
    self.markets = markets.map(\.market)
    let byTopic = markets.map { market in
      Dictionary(grouping: market.rules.filter { $0.standing == .inForce }) { $0.rule.topic }
    }
    let topics = Set(byTopic.flatMap(\.keys)).sorted()
    let rows = topics.map { topic in
      Row(topic: topic, cells: byTopic.map { $0[topic].map(Cell.init) })
    }
    self.rows = VerdictName.allCases.sorted { $0.weight > $1.weight }
      .flatMap { worst in rows.filter { $0.worst == worst } }
  }
}

extension VerdictCounts {
  /// The verdict that weighs most of those that were given.
  fileprivate var worst: VerdictName {
    VerdictName.allCases.filter { self[$0] > 0 }.max { $0.weight < $1.weight } ?? .doesNotApply
  }
}

extension VerdictName {
  /// How much a verdict weighs for whoever has to act on it.
  fileprivate var weight: Int {
    switch self {
    case .error: 4
    case .fails: 3
    case .undecided: 2
    case .passes: 1
    case .doesNotApply: 0
    }
  }
}
