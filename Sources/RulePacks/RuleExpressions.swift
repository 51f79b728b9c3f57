internal import CEL
internal import Diagnostics
internal import Documents

/// The programs of a rule's expressions.
struct RulePrograms: Sendable {
  /// The lists that the rule goes through.
  var iterations: [Program] = []
  /// When it applies to an element, if `applies` names one.
  var appliesToElement: Program?
  /// When it holds.
  var requires: Program?
  /// Where a finding is shown.
  var findingPlace: Program?
  /// What its texts may name: the elements of its lists, too.
  var environment: Environment
  /// What is wrong with the expressions.
  var diagnostics: [Diagnostic] = []
}

/// An expression of a rule with its tree, or what is wrong with its grammar.
struct RuleExpression: Sendable {
  /// Where it stands.
  let written: WrittenExpression
  /// What is written.
  let text: String
  /// What it is.
  let parsed: Result<ParsedExpression, Issues>

  init(_ written: WrittenExpression) {
    self.written = written
    self.text = written.text
    self.parsed = ParsedExpression.parse(text)
  }
}

/// The expressions of one rule, parsed once for all kinds of product and all days.
///
/// An expression that does not compile becomes a program that fails whenever it runs, so that a rule
/// whose diagnostics nobody asked for gives *error*, and never looks like one without a condition.
struct RuleExpressions: Sendable {
  private let applies: RuleExpression?
  private let iterations: [(name: String, list: RuleExpression)]
  private let requires: RuleExpression?
  private let findingPlace: RuleExpression?

  init(_ rule: Rule) {
    self.applies = rule.applies.map(RuleExpression.init)
    self.iterations = rule.iterations.map { ($0.name, RuleExpression($0.list)) }
    self.requires = rule.requires.map(RuleExpression.init)
    self.findingPlace = rule.findingPlace.map(RuleExpression.init)
  }

  /// `applies` if it names no element, so that it is decided first; nil if it does, if it is left
  /// out, or if it does not compile.
  func opening(in root: Environment) -> Program? {
    guard let applies, case .success(let program) = root.compile(applies.parsed, expecting: .bool)
    else { return nil }
    return program
  }

  /// All programs but the opening, which has been compiled, with what they may name that is not
  /// about an element.
  func programs(in root: Environment, opening: Program?) -> RulePrograms {
    var programs = RulePrograms(environment: root)
    for (name, list) in iterations where programs.diagnostics.isEmpty {
      programs.go(through: list, as: name)
    }
    // What an element is is not known, so nothing more can be said of what names it.
    guard programs.diagnostics.isEmpty else { return programs }
    if let applies, opening == nil {
      programs.appliesToElement = programs.compile(applies, expecting: .bool)
    }
    programs.requires = requires.map { programs.compile($0, expecting: .bool) }
    programs.findingPlace = findingPlace.map { programs.compile($0) }
    return programs
  }
}

extension RulePrograms {
  /// Compiles a list, and declares its element to what comes behind it.
  fileprivate mutating func go(through list: RuleExpression, as name: String) {
    let program = compile(list)
    iterations.append(program)
    if case .list(let element) = program.type {
      environment.declare(variable: name, type: element)
    } else if diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          "\"for\" goes through a list, but \"\(name)\" is a \(program.type)",
          at: list.written.node.place))
    }
  }

  fileprivate mutating func compile(
    _ expression: RuleExpression, expecting type: CEL.`Type`? = nil
  ) -> Program {
    switch environment.compile(expression.parsed, expecting: type) {
    case .success(let program): return program
    case .failure(let issues):
      diagnostics += issues.list.map { Diagnostic($0, in: expression.written) }
      return environment.failure(expression.text, issues)
    }
  }
}
