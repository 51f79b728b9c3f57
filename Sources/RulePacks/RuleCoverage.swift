/// How much of the law is checked: act by act, provision by provision.
public struct RuleCoverage: Sendable {
  /// A provision of an act, and the rules that rest on it.
  public struct Provision: Sendable {
    /// The article or point; nil for what rests on the act as a whole.
    public let name: String?
    /// The rules, in the order of the packs.
    public let rules: [Rule]
    /// The parts of these requirements that the rules leave out.
    public let unchecked: [UncheckedRequirement]

    /// The number of examples that prove the rules.
    public var exampleCount: Int { rules.reduce(0) { $0 + $1.examples.count } }
  }

  /// An act with the provisions that rules cite.
  public struct ActCoverage: Sendable {
    /// The act.
    public let act: Act
    /// Its provisions; empty if no rule cites the act.
    public let provisions: [Provision]

    /// The number of rules that cite the act.
    public var ruleCount: Int { provisions.reduce(0) { $0 + $1.rules.count } }
    /// The number of examples that prove them.
    public var exampleCount: Int { provisions.reduce(0) { $0 + $1.exampleCount } }
  }

  /// The acts that rules cite, in the order of their ids.
  public let acts: [ActCoverage]
  /// The acts that no rule cites.
  public let actsWithoutRules: [Act]
  /// The requirements that no rule checks at all, and what has no id.
  public let unchecked: [UncheckedRequirement]
}

extension RuleLibrary {
  /// Works out what the rules of some packs check, of all acts or of one.
  ///
  /// With only some of the packs, an act that none of their rules cites is left out, since others may
  /// cite it.
  public func coverage(
    of packs: [RulePack], act: String? = nil, unchecked: [UncheckedRequirement]
  ) -> RuleCoverage {
    let rules = packs.flatMap(\.rules)
    let byAct = Dictionary(grouping: rules, by: \.citation.act)
    let wanted = acts.values.sorted { $0.id < $1.id }.filter { act == nil || $0.id == act }
    let covered = wanted.filter { byAct[$0.id] != nil }
    let isWhole = packs.count == self.packs.count
    let known = Set(rules.map(\.id))
    return RuleCoverage(
      acts: covered.map { act in
        RuleCoverage.ActCoverage(
          act: act, provisions: Self.provisions(of: byAct[act.id] ?? [], unchecked))
      },
      actsWithoutRules: isWhole || act != nil ? wanted.filter { byAct[$0.id] == nil } : [],
      unchecked: act == nil && isWhole
        ? unchecked.filter { entry in !entry.ids.contains { known.contains($0) } } : [])
  }

  private static func provisions(
    of rules: [Rule], _ unchecked: [UncheckedRequirement]
  ) -> [RuleCoverage.Provision] {
    var names: [String?] = []
    for rule in rules where !names.contains(rule.citation.provision) {
      names.append(rule.citation.provision)
    }
    return names.map { name in
      let own = rules.filter { $0.citation.provision == name }
      let ids = Set(own.map(\.id))
      return RuleCoverage.Provision(
        name: name, rules: own,
        unchecked: unchecked.filter { entry in entry.ids.contains { ids.contains($0) } })
    }
  }
}
