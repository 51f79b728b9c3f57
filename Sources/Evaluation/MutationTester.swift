public import Diagnostics
internal import Documents
public import RulePacks

/// What came of the small changes that were made to one rule.
public struct MutationOutcome: Sendable {
  /// The rule.
  public let rule: String
  /// How many changed rules were run.
  public let mutants: Int
  /// How many changed rules would not load, and were left out.
  public let refused: Int
  /// The changes that no example notices.
  public let survivors: [Diagnostic]
  /// The examples that do not hold for the rule as it is, so that nothing can be said of changes.
  public let failures: [Diagnostic]

  /// How many changed rules some example does not hold for.
  public var caught: Int { mutants - survivors.count }
}

/// Makes small changes to rules and tells which of them the rules' examples do not notice: there an
/// example is missing, or a part of the rule does nothing.
///
/// Each patched sample is read once, and changed rules are compiled from their syntax trees.
public struct MutationTester: Sendable {
  private var reader: ExampleReader
  private var compiler: RuleCompiler

  /// An example with the rule as it is compiled for its kind and day.
  private typealias Trial = (example: ExampleCase, rule: CompiledRule)

  /// Creates a tester for the rules of a library.
  public init(_ library: RuleLibrary) {
    self.reader = ExampleReader(library)
    self.compiler = RuleCompiler(library)
  }

  /// Changes all rules of a pack, those of packs that it extends left out.
  public func outcomes(of pack: RulePack) -> [MutationOutcome] {
    pack.mapRules(startingWith: self) { tester, rule in tester.outcome(of: rule, pack) }
  }

  private mutating func outcome(of rule: Rule, _ pack: RulePack) -> MutationOutcome {
    var trials: [Trial] = []
    var failures: [Diagnostic] = []
    for example in rule.examples {
      do throws(ExampleProblem) {
        let read = try reader.read(example, of: rule, in: pack)
        let trial = (example: read, rule: try compiler.rule(rule, of: pack, for: read))
        trials.append(trial)
        if let failure = read.contradiction(of: trial.rule) {
          throw ExampleProblem(message: failure)
        }
      } catch {
        failures.append(Diagnostic("\(rule.id): \(error.message)", at: example.node.headPlace))
      }
    }
    return Self.outcome(of: rule, pack, trials, failures)
  }

  private static func outcome(
    of rule: Rule, _ pack: RulePack, _ trials: [Trial], _ failures: [Diagnostic]
  ) -> MutationOutcome {
    let mutations = mutations(of: trials, in: pack)
    let fates = mutations.map { fate(of: $0, trials) }
    let survivors = zip(mutations, fates).filter { $0.1 == .survives }.map(\.0)
    let refused = fates.count { $0 == .isRefused }
    return MutationOutcome(
      rule: rule.id, mutants: mutations.count - refused, refused: refused,
      survivors: survivors.map(rule.warning(of:)), failures: failures)
  }

  /// The changes of all compiled forms of a rule, each once.
  private static func mutations(of trials: [Trial], in pack: RulePack) -> [RuleMutation] {
    var forms: Set<ObjectIdentifier> = []
    var seen: Set<RuleMutation> = []
    return
      trials
      .filter { forms.insert(ObjectIdentifier($0.rule)).inserted }
      .flatMap { $0.rule.mutations(in: pack) }
      .filter { seen.insert($0).inserted }
  }

  /// What becomes of a changed rule.
  private enum Fate {
    case isCaught
    case survives
    case isRefused
  }

  private static func fate(of mutation: RuleMutation, _ trials: [Trial]) -> Fate {
    var changed: [ObjectIdentifier: CompiledRule?] = [:]
    var fate = Fate.isRefused
    for trial in trials {
      let form = ObjectIdentifier(trial.rule)
      let known = mutation.isAboutDays ? nil : changed[form]
      let rule = known ?? trial.rule.applying(mutation, asOf: trial.example.day)
      changed[form] = .some(rule)
      guard let rule else { continue }
      if trial.example.contradiction(of: rule) != nil { return .isCaught }
      fate = .survives
    }
    return fate
  }
}
