internal import CEL
internal import Evaluation
internal import RulePacks
internal import TestSupport

/// The checker, the evaluator and the explanation of CEL, with the names that rules have.
enum EvaluationProperty {
  private static let scope = try? TestRules.scope()

  static func problem(with text: String) -> String? {
    guard let scope else { return "the test rules cannot be read" }
    switch scope.environment.compile(text) {
    case .failure(let issues): return ExpressionProperty.problem(of: issues, in: text)
    case .success(let program):
      return problem(of: program, scope) ?? problem(ofUnchecked: program, scope)
    }
  }

  private static func problem(of program: Program, _ scope: ExpressionScope) -> String? {
    let outcome = program.evaluate(scope.variables)
    if case .success(let value) = outcome, !program.type.mayBe(value) {
      return "\(value.literal) is no \(program.type)"
    }
    var reads: [FieldRead] = []
    if program.evaluate(scope.variables, noting: &reads).shown != outcome.shown {
      return "noting reads changes the value"
    }
    let explanation = program.explain(scope.variables)
    if explanation.outcome.shown != outcome.shown { return "explained, it has another value" }
    let count = program.text.utf8.count
    let isInside = explanation.parts.allSatisfy { $0.range.lower >= 0 && $0.range.upper <= count }
    return isInside ? nil : "a part of the explanation is not in the text"
  }

  /// Without the checker the same program must come to the same value.
  private static func problem(ofUnchecked program: Program, _ scope: ExpressionScope) -> String? {
    guard case .success(let unchecked) = scope.environment.compile(unchecked: program.text) else {
      return "it is refused when it is not checked"
    }
    let (checked, free) = (
      program.evaluate(scope.variables).shown, unchecked.evaluate(scope.variables).shown
    )
    return checked == free ? nil : "unchecked it is \(free), checked \(checked)"
  }
}

extension Result<Value, EvaluationError> {
  /// The value as it is written, or the kind of the error.
  fileprivate var shown: String {
    switch self {
    case .success(let value): value.literal
    case .failure(let error):
      switch error.kind {
      case .absent: "absent"
      case .unknown: "unknown"
      case .failed: "failed"
      }
    }
  }
}

extension CEL.`Type` {
  /// Whether a value can be of the type, as far as its outermost constructor tells.
  fileprivate func mayBe(_ value: Value) -> Bool {
    switch (self, value) {
    case (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string),
      (.bytes, .bytes), (.list, .list), (.map, .map), (.timestamp, .timestamp),
      (.duration, .duration), (.null, .null), (.type, .type), (.optional, .optional),
      (.record, .record), (.abstract, .address), (.abstract, .block):
      true
    case (.dyn, _), (.parameter, _): true
    case (.wrapper(let type), _): value == .null || type.mayBe(value)
    case (.record, .null), (.timestamp, .null), (.duration, .null), (.abstract, .null),
      (.optional, .null):
      true
    default: false
    }
  }
}
