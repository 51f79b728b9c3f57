/// How much of the law is checked: act by act, provision by provision.
public struct RuleCoverage: Sendable {
  /// A provision of an act, and the rules that rest on it.
  public struct Provision: Sendable {
    /// The article or point; nil for what rests on the act as a whole.
    public let name: String?
    /// The rules, in the order of the packs; none where only something is not checked.
    public let rules: [Rule]
    /// What of the provision is not checked: requirements without a rule, and the parts of
    /// requirements that the rules leave out.
    public let unchecked: [UncheckedRequirement]

    /// The number of examples that prove the rules.
    public var exampleCount: Int { rules.reduce(0) { $0 + $1.examples.count } }
  }

  /// An act with the provisions that rules cite, or that are known not to be checked.
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

  /// The acts of which something is checked, or known not to be, in the order of their ids.
  public let acts: [ActCoverage]
  /// The acts that neither a rule nor an entry of `NOT-CHECKED.md` names.
  public let actsWithoutRules: [Act]
  /// What is not checked of no act in particular.
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
    let isWhole = packs.count == self.packs.count
    let known = Set(rules.map(\.id))
    let ruleless = unchecked.filter { entry in !entry.ids.contains { known.contains($0) } }
    let byAct = Dictionary(grouping: rules, by: \.citation.act)
    let withoutRule = Dictionary(
      grouping: isWhole ? ruleless.filter { $0.act != nil } : [], by: \.act)
    let wanted = acts.values.sorted { $0.id < $1.id }.filter { act == nil || $0.id == act }
    let covered = wanted.filter { byAct[$0.id] != nil || withoutRule[$0.id] != nil }
    let coveredIds = Set(covered.map(\.id))
    return RuleCoverage(
      acts: covered.map { act in
        RuleCoverage.ActCoverage(
          act: act,
          provisions: Self.provisions(of: byAct[act.id] ?? [], unchecked, withoutRule[act.id] ?? [])
        )
      },
      actsWithoutRules: isWhole || act != nil
        ? wanted.filter { !coveredIds.contains($0.id) } : [],
      unchecked: act == nil && isWhole ? ruleless.filter { acts[$0.act ?? ""] == nil } : [])
  }

  private static func provisions(
    of rules: [Rule], _ unchecked: [UncheckedRequirement], _ withoutRule: [UncheckedRequirement]
  ) -> [RuleCoverage.Provision] {
    var names: [String?] = []
    for name in rules.map(\.citation.provision) + withoutRule.map(\.provision)
    where !names.contains(name) {
      names.append(name)
    }
    return names.map { name in
      let own = rules.filter { $0.citation.provision == name }
      let ids = Set(own.map(\.id))
      return RuleCoverage.Provision(
        name: name, rules: own,
        unchecked: withoutRule.filter { $0.provision == name }
          + unchecked.filter { entry in entry.ids.contains { ids.contains($0) } })
    }
  }
}
