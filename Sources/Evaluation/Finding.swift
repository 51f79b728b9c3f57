public import Diagnostics
public import RulePacks

/// A verdict that is neither *passes* nor *does not apply*, with all that its reader needs.
public struct Finding: Sendable {
  let compiledRule: CompiledRule
  /// The market that was judged.
  public let market: String
  /// The verdict: fails, undecided or error.
  public let verdict: Verdict
  /// How much it weighs: the rule's severity, or a note if the rule is not yet in force.
  public let severity: Severity
  /// The day on which the rule comes into force, if it is not yet.
  public let upcoming: Day?
  /// What is wrong, with the values that decided it.
  public let message: LocalizedText
  /// What would mend it.
  public let remedy: LocalizedText
  /// Where it is wrong, or the nearest place to what is missing.
  public let place: Place
  /// Where it is wrong in the submission, as a JSON Pointer; what is missing has one, too.
  public let pointer: String
  /// The fields that decided the verdict.
  public let evidence: [Evidence]
  /// What the verdict can be explained from.
  let grounds: Grounds
  /// The permission to go on although the rule fails, if there is one that holds.
  public internal(set) var waiver: Waiver?
  /// How it stands to an earlier report, if there is one to compare with.
  public internal(set) var baselineState: BaselineState?
  /// The smallest change with which the rule would pass, if it was looked for and found.
  public internal(set) var wouldPass: SmallestChange?
  /// The fingerprint, if it was worked out with those of the other findings.
  var givenFingerprint: String?

  /// The rule that was not found to hold.
  public var rule: Rule { compiledRule.rule }
  /// Whether nothing is known to be wrong, but a person has to look.
  public var isForPerson: Bool { verdict == .undecided(.judgement) }
  /// What tells the rule, as it was compiled, from all others of the run.
  public var ruleIdentity: ObjectIdentifier { ObjectIdentifier(compiledRule) }
  /// The pack the rule comes from.
  public var pack: String { compiledRule.pack }
  /// The act the rule cites.
  public var act: Act { compiledRule.act }
}

/// A field that the deciding expression read.
public struct Evidence: Sendable, Hashable {
  /// What was read, in a form that reports can write.
  public enum Content: Sendable, Hashable {
    /// The field is not given.
    case absent
    /// A text, a code or a day.
    case text(String)
    /// A number.
    case number(Double)
    /// A whole number.
    case integer(Int64)
    /// A truth value.
    case boolean(Bool)
    /// A list or a record, by the number of its entries.
    case entries(Int)
  }

  /// The field, as a JSON Pointer.
  public let pointer: String
  /// What was read.
  public let content: Content
  /// Where the value is written, or the nearest place to a field that is not given.
  public let place: Place
}
