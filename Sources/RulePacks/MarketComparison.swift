internal import Submissions

/// What two markets ask of a kind of product on a day, topic by topic, worked out from the conditions
/// of their rules.
public struct MarketComparison: Sendable {
  /// How what one market asks on a topic stands to what the other asks.
  public enum Relation: String, Sendable, CaseIterable {
    /// Nothing can meet both.
    case conflict
    /// The first asks all that the second asks, and more.
    case leftStricter = "left-stricter"
    /// The second asks all that the first asks, and more.
    case rightStricter = "right-stricter"
    /// Both ask the same.
    case shared
    /// Both ask, and a program cannot tell which asks more.
    case notComparable = "not-comparable"
    /// Only the first asks.
    case onlyLeft = "only-left"
    /// Only the second asks.
    case onlyRight = "only-right"
  }

  /// One topic.
  public struct Topic: Sendable {
    /// Its key.
    public let name: String
    /// How the two stand to each other.
    public let relation: Relation
    /// The rules that both have in common.
    public let common: [CompiledRule]
    /// The other rules of the first market.
    public let left: [CompiledRule]
    /// The other rules of the second market.
    public let right: [CompiledRule]
    /// The values that they bound in different ways.
    public let differences: [RuleDifference]
  }

  /// The first market.
  public let left: String
  /// The second market.
  public let right: String
  /// The kind of product.
  public let kind: String
  /// The day whose law is compared.
  public let day: Day
  /// All topics in the order of their names.
  public let topics: [Topic]

  /// Compares the packs of two markets, compiled for the same kind and day.
  public init(_ left: CompiledPack, _ right: CompiledPack, asOf day: Day) {
    self.left = left.market
    self.right = right.market
    self.kind = left.schema.name
    self.day = day
    let rules = (left.rulesByTopic, right.rulesByTopic)
    self.topics = Set(rules.0.keys).union(rules.1.keys).sorted().map { name in
      TopicRules(
        left: rules.0[name, default: []], right: rules.1[name, default: []],
        markets: (left.market, right.market)
      )
      .topic(name)
    }
  }
}

extension CompiledPack {
  /// The rules in force, by their topic.
  fileprivate var rulesByTopic: [String: [CompiledRule]] {
    Dictionary(grouping: rules.filter { $0.standing == .inForce }) { $0.rule.topic }
  }
}

/// The rules of two markets on one topic.
private struct TopicRules {
  let common: [CompiledRule]
  let left: [CompiledRule]
  let right: [CompiledRule]
  private let leftForms: [RuleForm]
  private let rightForms: [RuleForm]

  init(left: [CompiledRule], right: [CompiledRule], markets: (String, String)) {
    let (leftIds, rightIds) = (Set(left.map(\.rule.id)), Set(right.map(\.rule.id)))
    self.common = left.filter { rightIds.contains($0.rule.id) }
    self.left = left.filter { !rightIds.contains($0.rule.id) }
    self.right = right.filter { !leftIds.contains($0.rule.id) }
    self.leftForms = self.left.map { RuleForm($0, market: markets.0) }
    self.rightForms = self.right.map { RuleForm($0, market: markets.1) }
  }

  func topic(_ name: String) -> MarketComparison.Topic {
    let relation = relation
    return MarketComparison.Topic(
      name: name, relation: relation, common: common, left: left, right: right,
      differences: differences)
  }

  private var relation: MarketComparison.Relation {
    if left.isEmpty || right.isEmpty { return oneSided }
    if leftForms.contains(where: { form in rightForms.contains { form.excludes($0) } }) {
      return .conflict
    }
    let leftCovers = rightForms.allSatisfy { form in leftForms.contains { $0.covers(form) } }
    let rightCovers = leftForms.allSatisfy { form in rightForms.contains { $0.covers(form) } }
    switch (leftCovers, rightCovers) {
    case (true, true): return .shared
    case (true, false): return .leftStricter
    case (false, true): return .rightStricter
    case (false, false): return .notComparable
    }
  }

  /// Where one side has no rule of its own: what both have in common is all that it asks.
  private var oneSided: MarketComparison.Relation {
    switch (left.isEmpty, right.isEmpty) {
    case (true, true): .shared
    case (false, _): common.isEmpty ? .onlyLeft : .leftStricter
    case (true, false): common.isEmpty ? .onlyRight : .rightStricter
    }
  }

  private var differences: [RuleDifference] {
    var seen: Set<RuleDifference> = []
    return leftForms.flatMap { form in rightForms.flatMap { form.differences(from: $0) } }
      .filter { seen.insert($0).inserted }
  }
}
