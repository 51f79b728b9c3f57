extension RuleLibrary {
  /// Returns the days on which a rule of a pack begins or ends, or asks for something else since a
  /// parameter or a code list that its conditions name changes; in order.
  public func changeDays(of rule: Rule, in pack: RulePack) -> [Day] {
    var periods = [rule.period]
    let names = rule.decidingParameterNames
    if !names.isEmpty {
      let known = parameters(of: pack)
      periods += names.compactMap { known[$0] }.flatMap(\.periods)
    }
    let lists = rule.decidingCodeListNames.compactMap { codeLists[$0] }
    periods += lists.flatMap { $0.entries.map(\.period) }
    return Set(periods.flatMap(\.changeDays)).sorted()
  }
}
