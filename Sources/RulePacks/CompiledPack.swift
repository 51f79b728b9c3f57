public import CEL
public import Submissions

/// The rules that judge one kind of product for one market between two changes of the law, ready to
/// run.
public struct CompiledPack: Sendable {
  /// The market.
  public let market: String
  /// The schema of the submissions that can be judged.
  public let schema: Schema
  /// The packs the rules come from, those that others extend first.
  public let packs: [RulePack]
  /// All rules, whether they are in force or not: their standing tells.
  public let rules: [CompiledRule]
}

/// A rule with its expressions compiled.
public final class CompiledRule: Sendable {
  /// When a rule holds, seen from the day whose law is applied.
  public enum Standing: Sendable, Hashable {
    /// It is in force.
    case inForce
    /// It comes into force on a later day.
    case upcoming(Day)
    /// It is not in force any more, or it is about another kind of product.
    case notInForce
  }

  /// The rule as written.
  public let rule: Rule
  /// The pack it comes from.
  public let pack: String
  /// The act it cites.
  public let act: Act
  /// Whether it is in force.
  public let standing: Standing
  /// When it applies, decided before its lists are gone through; nil for always.
  public let appliesToSubmission: Program?
  /// The lists it goes through.
  public let iterations: [Program]
  /// When it applies to an element; nil for always.
  public let appliesToElement: Program?
  /// When it holds; nil if only a person can tell.
  public let requires: Program?
  /// Where a finding is shown.
  public let findingPlace: Program?
  /// What is wrong.
  public let message: CompiledTemplate
  /// What would mend it.
  public let remedy: CompiledTemplate

  init(
    rule: Rule, pack: String, act: Act, standing: Standing, appliesToSubmission: Program?,
    iterations: [Program], appliesToElement: Program?, requires: Program?, findingPlace: Program?,
    message: CompiledTemplate, remedy: CompiledTemplate
  ) {
    self.rule = rule
    self.pack = pack
    self.act = act
    self.standing = standing
    self.appliesToSubmission = appliesToSubmission
    self.iterations = iterations
    self.appliesToElement = appliesToElement
    self.requires = requires
    self.findingPlace = findingPlace
    self.message = message
    self.remedy = remedy
  }
}
