public import RulePacks

/// What all findings of a rule with the same verdict in a market have in common.
public struct FindingHeading: Sendable {
  let compiledRule: CompiledRule
  /// The market that was judged.
  public let market: String
  /// The verdict: fails, undecided or error.
  public let verdict: VerdictName
  /// How much it weighs.
  public let severity: Severity
  /// The day on which the rule comes into force, if it is not yet.
  public let upcoming: Day?

  /// The rule that was not found to hold.
  public var rule: Rule { compiledRule.rule }
  /// The pack the rule comes from.
  public var pack: String { compiledRule.pack }
  /// The act the rule cites.
  public var act: Act { compiledRule.act }
}

extension Finding {
  /// What it has in common with the other findings of its rule.
  public var heading: FindingHeading {
    FindingHeading(
      compiledRule: compiledRule, market: market, verdict: verdict.name, severity: severity,
      upcoming: upcoming)
  }
}
