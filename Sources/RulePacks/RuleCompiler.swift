internal import CEL
public import Diagnostics
internal import Documents
public import Submissions

/// Compiles rules, each once for a kind of product and the days between two changes of the law.
public struct RuleCompiler: Sendable {
  let library: RuleLibrary
  private let checksTexts: Bool
  private var environments: [EnvironmentKey: Environment] = [:]
  private var rules: [RuleKey: CompiledRule] = [:]
  private var told: Set<Diagnostic> = []
  private var untold: [Diagnostic] = []

  private struct RuleKey: Hashable {
    let rule: String
    let kind: String
    let era: Int
  }

  private struct EnvironmentKey: Hashable {
    let pack: String
    let kind: String
    let era: Int
  }

  /// Creates a compiler for the rules of a library.
  ///
  /// With `checksTexts` the expressions in messages and remedies are compiled at once, too; without
  /// it, when a finding needs them: for rules whose texts have been proven before.
  public init(_ library: RuleLibrary, checksTexts: Bool = true) {
    self.library = library
    self.checksTexts = checksTexts
  }

  /// What came of compiling: the compiled form, nil if there is none, and what is wrong.
  public typealias Outcome<Compiled> = (compiled: Compiled?, diagnostics: [Diagnostic])

  /// Compiles the packs of a market for a kind of product, as of a day.
  ///
  /// Nil if no pack speaks for the market and the kind, or not for that day; the diagnostics tell.
  /// What is wrong with a rule is told when it is first compiled, and not again.
  public mutating func pack(
    market: String, schema: Schema, asOf day: Day
  ) -> Outcome<CompiledPack> {
    let packs = library.packs(market: market, kind: schema.name)
    if let diagnostic = uncovered(packs, market: market, kind: schema.name, asOf: day) {
      return (nil, [diagnostic])
    }
    let rules = packs.flatMap { pack in
      pack.rules.compactMap { compileOnce($0, of: pack, schema: schema, asOf: day) }
    }
    let compiled = CompiledPack(market: market, schema: schema, packs: packs, rules: rules)
    return (compiled, takeDiagnostics())
  }

  /// Compiles one rule of a pack for a kind of product, as of a day.
  public mutating func rule(
    _ rule: Rule, of pack: RulePack, schema: Schema, asOf day: Day
  ) -> Outcome<CompiledRule> {
    let compiled = compileOnce(rule, of: pack, schema: schema, asOf: day)
    return (compiled, takeDiagnostics())
  }

  private func uncovered(
    _ packs: [RulePack], market: String, kind: String, asOf: Day
  ) -> Diagnostic? {
    if packs.isEmpty {
      let known = library.markets
      let suggestion = Spelling.suggestion(for: market, in: known)
      return Diagnostic(
        "No rule pack speaks for kind \"\(kind)\" in market \"\(market)\"; "
          + "the markets are \(known.joined(separator: ", "))\(suggestion)")
    }
    if let pack = packs.first(where: { !$0.isRead }) {
      return Diagnostic("The rules of pack \"\(pack.name)\" have not been read")
    }
    guard let pack = packs.first(where: { !$0.covers.contains(asOf) }) else { return nil }
    return Diagnostic(
      "Rule pack \"\(pack.name)\" does not cover \(asOf); it covers the days \(pack.covers)")
  }

  private mutating func takeDiagnostics() -> [Diagnostic] {
    defer { untold = [] }
    return untold
  }

  private mutating func tell(_ diagnostics: [Diagnostic]) {
    untold += diagnostics.filter { told.insert($0).inserted }
  }

  // MARK: One rule

  private mutating func compileOnce(
    _ rule: Rule, of pack: RulePack, schema: Schema, asOf day: Day
  ) -> CompiledRule? {
    let key = RuleKey(rule: rule.id, kind: schema.name, era: library.era(of: day))
    if let compiled = rules[key] { return compiled }
    let compiled = compile(rule, of: pack, schema: schema, asOf: day)
    rules[key] = compiled
    return compiled
  }

  private mutating func compile(
    _ rule: Rule, of pack: RulePack, schema: Schema, asOf day: Day
  ) -> CompiledRule? {
    guard let act = library.acts[rule.citation.act] else { return nil }
    let root = environment(of: pack, schema: schema, on: rule.period.nearest(to: day))
    guard rule.kinds.isEmpty || rule.kinds.contains(schema.name) else {
      return CompiledRule(notFor: rule, pack: pack.name, act: act, root)
    }
    var environment = root
    var lists: [Program] = []
    for iteration in rule.iterations {
      guard let list = compile(iteration.list, in: environment),
        let element = element(of: list, iteration)
      else { return nil }
      environment.declare(variable: iteration.name, type: element)
      lists.append(list)
    }
    let applies = appliesPrograms(rule, root: root, element: environment)
    let requires = rule.requires.flatMap { compile($0, in: environment, expecting: .bool) }
    // A rule without its condition would look like one for a person to judge.
    let isWhole =
      (rule.requires == nil) == (requires == nil)
      && (rule.applies == nil) == (applies.submission == nil && applies.element == nil)
    guard isWhole else { return nil }
    return CompiledRule(
      rule: rule, pack: pack.name, act: act, standing: rule.standing(asOf: day),
      appliesToSubmission: applies.submission, iterations: lists,
      appliesToElement: applies.element,
      requires: requires,
      findingPlace: rule.findingPlace.flatMap { compile($0, in: environment) },
      message: template(rule.message, in: environment),
      remedy: template(rule.remedy, in: environment))
  }

  /// Compiles `applies` without the elements if it does not name one, so that it is decided first.
  private mutating func appliesPrograms(
    _ rule: Rule, root: Environment, element: Environment
  ) -> (submission: Program?, element: Program?) {
    guard let applies = rule.applies else { return (nil, nil) }
    if case .success(let program) = root.compile(applies.text, expecting: .bool) {
      return (program, nil)
    }
    return (nil, compile(applies, in: element, expecting: .bool))
  }

  private mutating func element(of list: Program, _ iteration: Iteration) -> CEL.`Type`? {
    if case .list(let element) = list.type { return element }
    let place = iteration.list.node.place
    tell([
      Diagnostic(
        "\"for\" goes through a list, but \"\(iteration.name)\" is a \(list.type)", at: place)
    ])
    return nil
  }

  // MARK: Expressions

  private mutating func compile(
    _ expression: WrittenExpression, in environment: Environment, expecting type: CEL.`Type`? = nil
  ) -> Program? {
    switch environment.compile(expression.text, expecting: type) {
    case .success(let program): return program
    case .failure(let issues):
      tell(issues.list.map { Diagnostic($0, in: expression) })
      return nil
    }
  }

  private mutating func template(
    _ template: MessageTemplate, in environment: Environment
  ) -> CompiledTemplate {
    let compiled = CompiledTemplate(template, environment)
    if checksTexts { tell(compiled.diagnostics) }
    return compiled
  }

  /// The names that rules of a pack may use on a day.
  private mutating func environment(
    of pack: RulePack, schema: Schema, on day: Day
  ) -> Environment {
    let key = EnvironmentKey(pack: pack.name, kind: schema.name, era: library.era(of: day))
    if let environment = environments[key] { return environment }
    let environment = RuleEnvironment.environment(
      schema: schema, parameters: library.parameters(of: pack), codeLists: library.codeLists,
      day: day)
    environments[key] = environment
    return environment
  }
}

extension Rule {
  fileprivate func standing(asOf day: Day) -> CompiledRule.Standing {
    if period.contains(day) { return .inForce }
    guard let from = period.from, from > day else { return .notInForce }
    return .upcoming(from)
  }
}

extension CompiledRule {
  /// A rule about another kind of product.
  fileprivate convenience init(
    notFor rule: Rule, pack: String, act: Act, _ environment: Environment
  ) {
    self.init(
      rule: rule, pack: pack, act: act, standing: .notInForce, appliesToSubmission: nil,
      iterations: [], appliesToElement: nil, requires: nil, findingPlace: nil,
      message: CompiledTemplate(rule.message, environment),
      remedy: CompiledTemplate(rule.remedy, environment))
  }
}

extension Diagnostic {
  /// The diagnostic of an issue in an expression, at the character in the file that holds it.
  init(_ issue: Issue, in expression: WrittenExpression) {
    let start = expression.range.lowerBound + issue.range.lower
    let end = expression.range.lowerBound + max(issue.range.upper, issue.range.lower)
    self.init(
      issue.severity == .error ? .error : .warning, issue.message,
      at: expression.node.place(ofText: start..<end))
  }
}
