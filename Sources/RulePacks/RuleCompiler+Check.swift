public import Diagnostics
internal import Submissions

extension RuleCompiler {
  /// Compiles all expressions of the rules of packs, on all cores, for each kind of product that
  /// they are about, and returns what is wrong with them; with `texts` also those in messages and
  /// remedies.
  ///
  /// A rule is looked at on the day of its period that is nearest to the first that its pack covers.
  public mutating func diagnostics(of packs: [RulePack], texts: Bool = true) -> [Diagnostic] {
    var rules: [CompiledRule] = []
    for pack in packs {
      for schema in pack.kinds.compactMap({ library.schema(kind: $0) }) {
        for rule in pack.rules where rule.kinds.isEmpty || rule.kinds.contains(schema.name) {
          let day = pack.firstDay(of: rule)
          if let rule = uncheckedRule(rule, of: pack, schema: schema, asOf: day) {
            rules.append(rule)
          }
        }
      }
    }
    var told: Set<Diagnostic> = []
    return rules.concurrentMap { $0.diagnostics(texts: texts) }.flatMap(\.self)
      .filter { told.insert($0).inserted }
  }
}

extension RulePack {
  /// The first day on which a rule is in force and the pack speaks.
  func firstDay(of rule: Rule) -> Day {
    rule.period.nearest(to: covers.from ?? rule.period.from ?? Day(daysSinceEpoch: 0))
  }
}
