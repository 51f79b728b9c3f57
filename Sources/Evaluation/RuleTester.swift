public import Diagnostics
internal import Documents
public import RulePacks
internal import Submissions

/// What came of one example.
public struct ExampleResult: Sendable {
  /// The rule the example belongs to.
  public let rule: String
  /// What the rule was expected to say.
  public let outcome: ExampleOutcome
  /// Where the example is written.
  public let place: Place
  /// What is wrong, or nil if the rule says what was expected.
  public let failure: String?
}

/// Runs the examples of rules: each is a patch on a sample, and tells what the rule must say of it.
public struct RuleTester: Sendable {
  private var reader: ExampleReader
  private var compiler: RuleCompiler

  /// Creates a tester for the rules of a library.
  public init(_ library: RuleLibrary) {
    self.reader = ExampleReader(library)
    self.compiler = RuleCompiler(library)
  }

  /// Runs the examples of all rules of a pack, those of packs that it extends left out.
  public func results(of pack: RulePack) -> [ExampleResult] {
    pack.mapRules(startingWith: self) { tester, rule in tester.results(of: rule, pack) }
      .flatMap(\.self)
  }

  private mutating func results(of rule: Rule, _ pack: RulePack) -> [ExampleResult] {
    rule.examples.map { example in
      ExampleResult(
        rule: rule.id, outcome: example.outcome, place: example.node.headPlace,
        failure: failure(of: example, rule, pack))
    }
  }

  /// Why an example does not show what it says, or nil if it does.
  private mutating func failure(
    of example: RuleExample, _ rule: Rule, _ pack: RulePack
  ) -> String? {
    do throws(ExampleProblem) {
      let example = try reader.read(example, of: rule, in: pack)
      let compiled = try compiler.rule(rule, of: pack, for: example)
      return example.contradiction(of: compiled)
    } catch {
      return error.message
    }
  }
}

extension ExampleCase {
  /// How what a rule says contradicts the example, or nil if it does not.
  func contradiction(of rule: CompiledRule) -> String? {
    example.outcome.contradiction(judgements(by: rule), at: example.at)
  }
}

extension RuleCompiler {
  /// Compiles a rule for what an example is about.
  mutating func rule(
    _ rule: Rule, of pack: RulePack, for example: ExampleCase
  ) throws(ExampleProblem) -> CompiledRule {
    let (compiled, diagnostics) = self.rule(
      rule, of: pack, schema: example.submission.schema, asOf: example.day)
    if let diagnostic = diagnostics.first(where: { $0.severity == .error }) {
      throw ExampleProblem(message: diagnostic.description)
    }
    guard let compiled else { throw ExampleProblem(message: "The rule could not be compiled") }
    return compiled
  }
}

extension RulePack {
  /// Returns what a function makes of each rule, worked out on all cores; a state that it keeps
  /// from one rule to the next, such as what it has read, starts anew in each of a few hands.
  func mapRules<State: Sendable, Result: Sendable>(
    startingWith state: State, _ transform: @Sendable (inout State, Rule) -> Result
  ) -> [Result] {
    let hands = min(16, max(1, rules.count))
    let dealt = (0..<hands).map { hand in
      Array(rules.enumerated().filter { $0.offset % hands == hand }.map(\.element))
    }
    let results = dealt.concurrentMap { rules in
      var state = state
      return rules.map { transform(&state, $0) }
    }
    return rules.indices.map { results[$0 % hands][$0 / hands] }
  }
}
