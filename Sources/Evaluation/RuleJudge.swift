internal import CEL
internal import RulePacks
internal import Submissions

/// A verdict on one element, with what is needed to explain it.
struct Judgement: Sendable {
  let rule: CompiledRule
  let subject: Subject
  /// The variables of the subject and the element the verdict is about.
  let variables: [Value]
  let verdict: Verdict
  /// The program that decided, or nil if a person has to.
  let decidedBy: Program?
}

/// Runs one rule on one subject.
struct RuleJudge {
  private let rule: CompiledRule
  private let subject: Subject
  private var found: [Judgement] = []

  init(_ rule: CompiledRule, _ subject: Subject) {
    self.rule = rule
    self.subject = subject
  }

  /// The verdicts: one an element, *does not apply* if there is none.
  mutating func judgements() -> [Judgement] {
    if let verdict = opening(rule.appliesToSubmission, subject.variables) {
      add(verdict, subject.variables, by: rule.appliesToSubmission)
      return found
    }
    goThrough(rule.iterations[...], subject.variables)
    if found.isEmpty { add(.doesNotApply, subject.variables, by: rule.iterations.last) }
    return found
  }

  /// The judgement of a rule on the whole of a subject, which is known to fail.
  static func failure(of rule: CompiledRule, _ subject: Subject) -> Judgement {
    Judgement(
      rule: rule, subject: subject, variables: subject.variables, verdict: .fails,
      decidedBy: rule.requires)
  }

  /// Goes through the first of the lists and, for each element, through the rest.
  private mutating func goThrough(_ lists: ArraySlice<Program>, _ variables: [Value]) {
    guard let list = lists.first else {
      judge(variables)
      return
    }
    switch list.evaluate(variables) {
    case .success(.list(let elements)):
      for element in elements { goThrough(lists.dropFirst(), variables + [element]) }
    case .success(let other):
      add(.error("\"for\" gave \(other) instead of a list"), variables, by: list)
    case .failure(let error):
      add(Verdict(error, subject.submission), variables, by: list)
    }
  }

  private mutating func judge(_ variables: [Value]) {
    if let verdict = opening(rule.appliesToElement, variables) {
      add(verdict, variables, by: rule.appliesToElement)
      return
    }
    guard let requires = rule.requires else {
      add(.undecided(.judgement), variables, by: nil)
      return
    }
    switch requires.evaluate(variables) {
    case .success(.bool(let holds)): add(holds ? .passes : .fails, variables, by: requires)
    case .success(let other):
      add(.error("\"requires\" gave \(other) instead of true or false"), variables, by: requires)
    case .failure(let error): add(Verdict(error, subject.submission), variables, by: requires)
    }
  }

  /// The verdict that `applies` alone gives, or nil if the rule applies.
  private func opening(_ applies: Program?, _ variables: [Value]) -> Verdict? {
    guard let applies else { return nil }
    switch applies.evaluate(variables) {
    case .success(.bool(true)): return nil
    case .success(.bool(false)): return .doesNotApply
    case .success(let other): return .error("\"applies\" gave \(other) instead of true or false")
    case .failure(let error): return Verdict(error, subject.submission)
    }
  }

  private mutating func add(_ verdict: Verdict, _ variables: [Value], by program: Program?) {
    found.append(
      Judgement(
        rule: rule, subject: subject, variables: variables, verdict: verdict, decidedBy: program))
  }
}

extension Verdict {
  /// The verdict that an error of an expression gives: an absent field leaves the rule open.
  init(_ error: EvaluationError, _ submission: Submission) {
    switch error.kind {
    case .absent(let read): self = .undecided(.value(pointer: submission.pointer(of: read)))
    case .unknown(let registry): self = .undecided(.registry(registry))
    case .failed: self = .error(error.message)
    }
  }
}
