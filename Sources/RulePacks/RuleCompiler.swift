internal import CEL
public import Diagnostics
internal import Documents
public import Submissions

/// Compiles the rules of a market for a day: library in, compiled pack and diagnostics out.
public struct RuleCompiler: Sendable {
  private let library: RuleLibrary
  private let schema: Schema
  private let packs: [RulePack]
  private var environments: [Day: Environment] = [:]
  private var diagnostics: [Diagnostic] = []

  /// Compiles the packs of a market for a kind of product, as of a day.
  ///
  /// Nil if no pack speaks for the market and the kind, or not for that day; the diagnostics tell.
  public static func compile(
    _ library: RuleLibrary, market: String, schema: Schema, asOf: Day
  ) -> (pack: CompiledPack?, diagnostics: [Diagnostic]) {
    let packs = library.packs(market: market, kind: schema.name)
    if let diagnostic = uncovered(packs, library, market: market, kind: schema.name, asOf: asOf) {
      return (nil, [diagnostic])
    }
    return compile(library, packs, market: market, schema: schema, asOf: asOf)
  }

  /// Compiles packs for a market that need not be theirs: base packs are tried in this way.
  public static func compile(
    _ library: RuleLibrary, _ packs: [RulePack], market: String, schema: Schema, asOf: Day
  ) -> (pack: CompiledPack?, diagnostics: [Diagnostic]) {
    var compiler = RuleCompiler(library: library, schema: schema, packs: packs)
    var rules: [CompiledRule] = []
    for pack in packs {
      for rule in pack.rules {
        if let compiled = compiler.compile(rule, of: pack, asOf: asOf) { rules.append(compiled) }
      }
    }
    let compiled = CompiledPack(
      market: market, schema: schema, asOf: asOf, packs: packs, rules: rules)
    return (compiled, compiler.diagnostics)
  }

  private init(library: RuleLibrary, schema: Schema, packs: [RulePack]) {
    self.library = library
    self.schema = schema
    self.packs = packs
  }

  private static func uncovered(
    _ packs: [RulePack], _ library: RuleLibrary, market: String, kind: String, asOf: Day
  ) -> Diagnostic? {
    if packs.isEmpty {
      let known = library.markets
      let suggestion = Spelling.suggestion(for: market, in: known)
      return Diagnostic(

        "No rule pack speaks for kind \"\(kind)\" in market \"\(market)\"; "
          + "the markets are \(known.joined(separator: ", "))\(suggestion)")
    }
    guard let pack = packs.first(where: { !$0.covers.contains(asOf) }) else { return nil }
    return Diagnostic(

      "Rule pack \"\(pack.name)\" does not cover \(asOf); it covers the days \(pack.covers)")
  }

  // MARK: One rule

  private mutating func compile(_ rule: Rule, of pack: RulePack, asOf: Day) -> CompiledRule? {
    guard let act = library.acts[rule.citation.act] else { return nil }
    let standing = standing(of: rule, asOf: asOf)
    guard rule.kinds.isEmpty || rule.kinds.contains(schema.name) else {
      return CompiledRule(notFor: rule, pack: pack.name, act: act)
    }
    let root = environment(on: rule.period.nearest(to: asOf))
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
    return CompiledRule(
      rule: rule, pack: pack.name, act: act, standing: standing,
      appliesToSubmission: applies.submission, iterations: lists,
      appliesToElement: applies.element,
      requires: rule.requires.flatMap { compile($0, in: environment, expecting: .bool) },
      findingPlace: rule.findingPlace.flatMap { compile($0, in: environment) },
      message: compile(rule.message, in: environment),
      remedy: compile(rule.remedy, in: environment))
  }

  private func standing(of rule: Rule, asOf: Day) -> CompiledRule.Standing {
    if rule.period.contains(asOf) { return .inForce }
    guard let from = rule.period.from, from > asOf else { return .notInForce }
    return .upcoming(from)
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
    diagnostics.append(
      Diagnostic(
        "\"for\" goes through a list, but \"\(iteration.name)\" is a \(list.type)",
        at: place))
    return nil
  }

  // MARK: Expressions

  private mutating func compile(
    _ expression: WrittenExpression, in environment: Environment, expecting type: CEL.`Type`? = nil
  ) -> Program? {
    switch environment.compile(expression.text, expecting: type) {
    case .success(let program): return program
    case .failure(let issues):
      diagnostics += issues.list.map { Diagnostic($0, in: expression) }
      return nil
    }
  }

  private mutating func compile(
    _ template: MessageTemplate, in environment: Environment
  ) -> CompiledTemplate {
    var segments: [Language: [CompiledTemplate.Segment]] = [:]
    for language in Language.allCases {
      var compiled: [CompiledTemplate.Segment] = []
      for segment in template.segments(language) {
        switch segment {
        case .words(let words): compiled.append(.words(words))
        case .expression(let expression):
          if let program = compile(expression, in: environment) {
            compiled.append(.program(program))
          }
        }
      }
      segments[language] = compiled
    }
    return CompiledTemplate(segments)
  }

  /// The names that rules may use on a day; the parameters and code lists differ from day to day.
  private mutating func environment(on day: Day) -> Environment {
    if let environment = environments[day] { return environment }
    let environment = RuleEnvironment.environment(
      schema: schema, parameters: parameters, codeLists: library.codeLists, day: day)
    environments[day] = environment
    return environment
  }

  private var parameters: [String: Parameter] {
    packs.reduce(into: [:]) { $0.merge($1.parameters) { _, extending in extending } }
  }
}

extension CompiledRule {
  /// A rule about another kind of product.
  fileprivate init(notFor rule: Rule, pack: String, act: Act) {
    self.init(
      rule: rule, pack: pack, act: act, standing: .notInForce, appliesToSubmission: nil,
      iterations: [], appliesToElement: nil, requires: nil, findingPlace: nil,
      message: CompiledTemplate([:]), remedy: CompiledTemplate([:]))
  }
}

extension Diagnostic {
  /// The diagnostic of an issue in an expression, at the character in the file that holds it.
  fileprivate init(_ issue: Issue, in expression: WrittenExpression) {
    let start = expression.range.lowerBound + issue.range.lower
    let end = expression.range.lowerBound + max(issue.range.upper, issue.range.lower)
    self.init(
      issue.severity == .error ? .error : .warning, issue.message,
      at: expression.node.place(ofText: start..<end))
  }
}
