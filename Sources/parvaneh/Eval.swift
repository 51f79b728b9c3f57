internal import ArgumentParser
internal import CEL
internal import Diagnostics
internal import Evaluation
internal import Reporting
internal import RulePacks
internal import Submissions

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate expressions of the Common Expression Language.",
    discussion: """
      Writes the value and its type, and under the expression what its parts came to. \
      Exit status: 0 it has a value, 1 it has none, 2 it cannot be run.
      """)

  @Argument(help: "The expression.")
  var expression: String?

  @Option(
    help: ArgumentHelp(
      "Evaluate on a submission, with the names that rules have.", valueName: "path"))
  var submission: String?

  @Option(
    help: ArgumentHelp(
      "The market whose entry of the submission \"market\" stands for.", valueName: "code"))
  var market: String?

  @Option(
    help: ArgumentHelp(
      "The day whose law is applied. Default: the submission's own date.", valueName: "yyyy-mm-dd"))
  var asOf: Day?

  @OptionGroup var rules: RuleOptions

  @Flag(
    help: ArgumentHelp(
      "Answer lines of standard input in the form of the CEL specification's test suite.",
      discussion: """
        Each line is an object with "expr" and, if need be, "bindings", "type_env", "container", \
        "disable_check" and "check_only"; the answer is one line with "value", "type" or "error".
        """))
  var batch = false

  func validate() throws {
    if batch == (expression != nil) {
      throw ValidationError("Wanted either an expression or --batch")
    }
    if submission == nil, market != nil || asOf != nil {
      throw ValidationError("--market and --as-of say something about a --submission")
    }
  }

  func run() throws {
    guard let expression else { return EvalBatch.answerInput() }
    let scope = try submission.map(scope) ?? plainScope
    switch scope.environment.compile(expression) {
    case .success(let program): try write(program.explain(scope.variables), program.type, scope)
    case .failure(let issues):
      Terminal.errors.write(issues.list.map { Diagnostic($0, in: expression) })
      throw ExitStatus.unusableInput
    }
  }

  private var plainScope: ExpressionScope {
    var environment = Environment()
    environment.declare(timeZones: TimeZoneFolder().offset)
    return ExpressionScope(environment, variables: [])
  }

  private func scope(ofSubmissionAt path: String) throws -> ExpressionScope {
    let input = SubmissionInput.read(path)
    let library = try rules.library(kinds: input.kind.map { [$0] }, examples: false)
    let (submission, diagnostics) = input.submission(library.schemas)
    guard let submission, !diagnostics.hasErrors else {
      Terminal.errors.write(diagnostics)
      throw ExitStatus.unusableInput
    }
    guard let day = asOf ?? submission.date.map(Day.init) else {
      Terminal.errors.write([.missingDate(of: submission)])
      throw ExitStatus.unusableInput
    }
    if let market, submission.marketEntry(market) == nil {
      Terminal.errors.write([.otherMarket(than: market, in: submission)])
      throw ExitStatus.unusableInput
    }
    return ExpressionScope(submission, market: market, asOf: day, library)
  }

  // MARK: Writing

  private func write(
    _ explanation: Explanation, _ type: CEL.`Type`, _ scope: ExpressionScope
  ) throws {
    let trace = TraceText(width: Terminal.output.style.width) { scope.environment.literal(of: $0) }
    let lines = result(of: explanation, type, scope) + [""] + trace.lines(of: explanation)
    Terminal.output.write(lines.joined(separator: "\n") + "\n")
    if case .failure = explanation.outcome { throw ExitStatus.findings }
  }

  private func result(
    of explanation: Explanation, _ type: CEL.`Type`, _ scope: ExpressionScope
  ) -> [String] {
    let outcome =
      switch explanation.outcome {
      case .success(let value): "value  \(scope.environment.literal(of: value))"
      case .failure(let error): "error  \(error.message)"
      }
    return [outcome.escapingHiddenCharacters, "type   \(type)"]
  }
}

extension Diagnostic {
  /// Tells of an issue at its place in an expression.
  fileprivate init(_ issue: CEL.Issue, in expression: String) {
    let source = SourceText(name: "expression", text: expression)
    let range = issue.range.lower..<max(issue.range.upper, issue.range.lower)
    self.init(
      issue.severity == .error ? .error : .warning, issue.message,
      at: source.place(range.clamped(to: 0..<expression.utf8.count)))
  }
}
