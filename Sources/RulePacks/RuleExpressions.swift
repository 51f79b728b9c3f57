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

/// The expressions of one rule, and what they may name.
///
/// An expression that does not compile becomes a program that fails whenever it runs, so that a rule
/// whose diagnostics nobody asked for gives *error*, and never looks like one without a condition.
struct RuleExpressions: Sendable {
  /// The rule.
  let rule: Rule
  /// What expressions may name that are not about an element.
  let root: Environment

  /// `applies` if it names no element, so that it is decided first; nil if it does, if it is left
  /// out, or if it does not compile.
  var opening: Program? {
    guard let applies = rule.applies,
      case .success(let program) = root.compile(applies.text, expecting: .bool)
    else { return nil }
    return program
  }

  /// All programs but the opening, which has been compiled.
  func programs(opening: Program?) -> RulePrograms {
    var programs = RulePrograms(environment: root)
    for iteration in rule.iterations where programs.diagnostics.isEmpty {
      programs.go(through: iteration)
    }
    // What an element is is not known, so nothing more can be said of what names it.
    guard programs.diagnostics.isEmpty else { return programs }
    if let applies = rule.applies, opening == nil {
      programs.appliesToElement = programs.compile(applies, expecting: .bool)
    }
    programs.requires = rule.requires.map { programs.compile($0, expecting: .bool) }
    programs.findingPlace = rule.findingPlace.map { programs.compile($0) }
    return programs
  }
}

extension RulePrograms {
  /// Compiles a list, and declares its element to what comes behind it.
  fileprivate mutating func go(through iteration: Iteration) {
    let list = compile(iteration.list)
    iterations.append(list)
    if case .list(let element) = list.type {
      environment.declare(variable: iteration.name, type: element)
    } else if diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          "\"for\" goes through a list, but \"\(iteration.name)\" is a \(list.type)",
          at: iteration.list.node.place))
    }
  }

  fileprivate mutating func compile(
    _ expression: WrittenExpression, expecting type: CEL.`Type`? = nil
  ) -> Program {
    switch environment.compile(expression.text, expecting: type) {
    case .success(let program): return program
    case .failure(let issues):
      diagnostics += issues.list.map { Diagnostic($0, in: expression) }
      return environment.failure(expression.text, issues)
    }
  }
}
