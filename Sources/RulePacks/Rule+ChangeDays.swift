extension RuleLibrary {
  /// Returns the days on which a rule of a pack begins or ends, or asks for something else since a
  /// parameter or a code list that it names changes; in order.
  public func changeDays(of rule: Rule, in pack: RulePack) -> [Day] {
    let parameters = parameters(of: pack)
    let named = rule.parameterNames.compactMap { parameters[$0] }.flatMap(\.periods)
    let listed = rule.codeListNames.compactMap { codeLists[$0] }.flatMap {
      $0.entries.map(\.period)
    }
    return Set(([rule.period] + named + listed).flatMap(\.changeDays)).sorted()
  }
}
