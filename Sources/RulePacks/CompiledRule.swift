public import CEL
internal import Diagnostics

/// A rule whose expressions are compiled when they are first needed: one that does not apply never
/// needs what it requires.
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
  /// What is wrong.
  public let message: CompiledTemplate
  /// What would mend it.
  public let remedy: CompiledTemplate
  private let opening: Deferred<Program?>
  private let programs: Deferred<RulePrograms>

  init(
    _ rule: Rule, _ expressions: Deferred<RuleExpressions>, pack: String, act: Act,
    standing: Standing, _ environment: Environment
  ) {
    let opening = Deferred { expressions.value.opening(in: environment) }
    let programs = Deferred {
      expressions.value.programs(in: environment, opening: opening.value)
    }
    self.rule = rule
    self.pack = pack
    self.act = act
    self.standing = standing
    self.opening = opening
    self.programs = programs
    self.message = CompiledTemplate(rule.message, in: { programs.value.environment })
    self.remedy = CompiledTemplate(rule.remedy, in: { programs.value.environment })
  }

  private init(
    _ original: CompiledRule, _ standing: Standing, _ opening: Program?, _ programs: RulePrograms
  ) {
    self.rule = original.rule
    self.pack = original.pack
    self.act = original.act
    self.standing = standing
    self.opening = Deferred { opening }
    self.programs = Deferred { programs }
    self.message = original.message
    self.remedy = original.remedy
  }

  /// Returns the rule with another standing, or with other programs.
  func copy(
    standing: Standing? = nil,
    changing change: (_ opening: inout Program?, _ programs: inout RulePrograms) -> Void = { _, _ in
    }
  ) -> CompiledRule {
    var opening = opening.value
    var programs = programs.value
    change(&opening, &programs)
    return CompiledRule(self, standing ?? self.standing, opening, programs)
  }

  /// When it applies, decided before its lists are gone through; nil for always.
  public var appliesToSubmission: Program? { opening.value }
  /// The lists it goes through.
  public var iterations: [Program] { programs.value.iterations }
  /// When it applies to an element; nil for always.
  public var appliesToElement: Program? { programs.value.appliesToElement }
  /// When it holds; nil if only a person can tell.
  public var requires: Program? { programs.value.requires }
  /// Where a finding is shown.
  public var findingPlace: Program? { programs.value.findingPlace }

  /// What is wrong with its expressions, all of which are compiled for it; with `texts` also with
  /// those in its texts, if what they name is right.
  func diagnostics(texts: Bool) -> [Diagnostic] {
    let diagnostics = programs.value.diagnostics
    guard texts, diagnostics.isEmpty else { return diagnostics }
    return message.diagnostics + remedy.diagnostics
  }
}
