internal import CEL
public import Diagnostics
internal import Documents
public import Submissions

/// Compiles rules, each once for a kind of product and the days between two changes of the law; they
/// are parsed once for all of them.
public struct RuleCompiler: Sendable {
  /// The library whose rules are compiled.
  public let library: RuleLibrary
  private let checks: Bool
  private var names: [String: Environment] = [:]
  private var parameters: [String: [String: Parameter]] = [:]
  private var environments: [EnvironmentKey: Environment] = [:]
  private var expressions: [String: Deferred<RuleExpressions>] = [:]
  private var rules: [RuleKey: CompiledRule] = [:]
  private var checkedRules: Set<RuleKey> = []
  private var faultyRules: Set<RuleKey> = []
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
  /// With `checks` all expressions are compiled at once; without it, each when it is needed: for
  /// rules that have been proven before.
  public init(_ library: RuleLibrary, checks: Bool = true) {
    self.library = library
    self.checks = checks
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
    let known = packs.flatMap { pack in
      pack.rules.compactMap { knownRule($0, of: pack, schema: schema, asOf: day) }
    }
    let rules = checks ? checked(known) : known.map(\.rule)
    let compiled = CompiledPack(market: market, schema: schema, packs: packs, rules: rules)
    return (compiled, takeDiagnostics())
  }

  /// Compiles one rule of a pack for a kind of product, as of a day.
  public mutating func rule(
    _ rule: Rule, of pack: RulePack, schema: Schema, asOf day: Day
  ) -> Outcome<CompiledRule> {
    let known = [knownRule(rule, of: pack, schema: schema, asOf: day)].compactMap(\.self)
    let compiled = checks ? checked(known).first : known.first?.rule
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

  private typealias KnownRule = (key: RuleKey, rule: CompiledRule)

  /// The rule as it is compiled once between two changes of the law; nil if its act is not known.
  private mutating func knownRule(
    _ rule: Rule, of pack: RulePack, schema: Schema, asOf day: Day
  ) -> KnownRule? {
    let key = RuleKey(rule: rule.id, kind: schema.name, era: library.era(of: day))
    if let compiled = rules[key] { return (key, compiled) }
    guard let act = library.acts[rule.citation.act] else { return nil }
    let isAbout = rule.kinds.isEmpty || rule.kinds.contains(schema.name)
    // A rule about another kind of product is never run, so its expressions need not fit this one.
    if !isAbout { checkedRules.insert(key) }
    let compiled = CompiledRule(
      rule, expressions(of: rule), pack: pack.name, act: act,
      standing: isAbout ? CompiledRule.Standing(of: rule.period, asOf: day) : .notInForce,
      environment(of: pack, schema: schema, on: rule.period.nearest(to: day)))
    rules[key] = compiled
    return (key, compiled)
  }

  /// The expressions of a rule, which are the same for all kinds of product and all days.
  private mutating func expressions(of rule: Rule) -> Deferred<RuleExpressions> {
    if let known = expressions[rule.id] { return known }
    let parsed = Deferred { RuleExpressions(rule) }
    expressions[rule.id] = parsed
    return parsed
  }

  /// The rule, whatever is wrong with it.
  mutating func uncheckedRule(
    _ rule: Rule, of pack: RulePack, schema: Schema, asOf day: Day
  ) -> CompiledRule? {
    knownRule(rule, of: pack, schema: schema, asOf: day)?.rule
  }

  /// The rules in which nothing is wrong; tells what is wrong with the others.
  ///
  /// All their expressions are compiled for that, on all cores.
  private mutating func checked(_ known: [KnownRule]) -> [CompiledRule] {
    let unchecked = known.filter { !checkedRules.contains($0.key) }
    let found = unchecked.concurrentMap { $0.rule.diagnostics(texts: true) }
    for (rule, diagnostics) in zip(unchecked, found) {
      tell(diagnostics)
      checkedRules.insert(rule.key)
      if diagnostics.hasErrors { faultyRules.insert(rule.key) }
    }
    return known.filter { !faultyRules.contains($0.key) }.map(\.rule)
  }

  /// The names that rules of a pack may use on a day.
  private mutating func environment(
    of pack: RulePack, schema: Schema, on day: Day
  ) -> Environment {
    let key = EnvironmentKey(pack: pack.name, kind: schema.name, era: library.era(of: day))
    if let environment = environments[key] { return environment }
    let names = names[schema.name] ?? RuleEnvironment.names(of: schema)
    self.names[schema.name] = names
    let parameters = parameters[pack.name] ?? library.parameters(of: pack)
    self.parameters[pack.name] = parameters
    let environment = RuleEnvironment.environment(
      names, parameters: parameters, codeLists: library.codeLists, day: day)
    environments[key] = environment
    return environment
  }
}

extension CompiledRule.Standing {
  /// The standing of what holds in a period, seen from a day.
  init(of period: EffectivePeriod, asOf day: Day) {
    if period.contains(day) {
      self = .inForce
    } else if let from = period.from, from > day {
      self = .upcoming(from)
    } else {
      self = .notInForce
    }
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
