public import RulePacks

/// The days on which the conclusion of a market changes although nobody touches the dossier.
///
/// It is what would be concluded if the dossier were filed as it is on a later day: the day of
/// filing and the day whose law is applied move together.
public struct Forecast: Sendable {
  /// The market.
  public let market: String
  /// The first day.
  public let first: Day
  /// The last day that was looked at.
  public let last: Day
  /// Whether the rules speak for no later day than the last, so that it is earlier than asked for.
  public let isCut: Bool
  /// The conclusion of the first day.
  public let conclusion: Conclusion
  /// The days of change, in order.
  public let changes: [ForecastChange]
}

/// A day on which the conclusion of a market changes.
public struct ForecastChange: Sendable {
  /// The first day of the new conclusion.
  public let day: Day
  /// The conclusion of the day before.
  public let before: Conclusion
  /// The conclusion of the day.
  public let after: Conclusion
  /// Why, in the order of the rules.
  public let causes: [ForecastCause]
}

/// A rule that says something else from a day on.
public struct ForecastCause: Sendable {
  /// The sorts of causes.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A day that the submission gives is past, or is reached: a certificate lapses.
    case dayPasses
    /// The rule comes into force.
    case ruleBegins
    /// The rule is not in force any more.
    case ruleEnds
    /// The rule is not in force any more since its act ends, and what replaces the act is not known.
    case actEnds
    /// A parameter or a code that the rule names changes.
    case lawChanges
  }

  /// The sort.
  public let kind: Kind
  /// The rule.
  public let rule: Rule
  /// The act that the rule cites.
  public let act: Act
  /// What it says from the day on: with its message and place, nil if it is content.
  public let finding: Finding?
}
