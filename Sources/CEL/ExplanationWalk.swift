/// Walks down an expression to the parts that decided its value, and evaluates them one by one.
struct ExplanationWalk {
  typealias Outcome = Result<Value, EvaluationError>

  let origin: ProgramOrigin
  var slots: [Value]
  private var steps = Limits.explanationSteps
  /// The elements that the parts being looked at are about.
  var elements: [Explanation.Element] = []
  /// The slots whose values are told where the macro names its variables.
  var elementSlots: Set<Int> = []
  /// The parts found so far.
  var parts: [Explanation.Part] = []

  init(_ origin: ProgramOrigin, _ variables: [Value]) {
    self.origin = origin
    let missing = max(0, origin.checked.slotCount - variables.count)
    self.slots = variables + Array(repeating: .null, count: missing)
  }

  /// Whether the walk was allowed as many steps as it took.
  var isWithinLimits: Bool { steps > 0 }

  /// Notes the parts of a node that decided its value, and returns the value.
  mutating func explain(_ node: Expression) -> Outcome {
    guard parts.count < Limits.explanationParts else { return evaluate(node).outcome }
    return switch node.kind {
    case .literal(let value): .success(value)
    case .identifier: name(node, anchor: node.range.lower)
    case .select(let operand, let field, let mode): select(operand, field, mode, node)
    case .call(let function, let target, let arguments):
      call(function, target, arguments, node)
    case .list(let elements): literal(elements.map(\.value), node)
    case .map(let entries): literal(entries.flatMap { [$0.key, $0.value] }, node)
    case .message(_, let fields): literal(fields.map(\.value), node)
    case .comprehension(let macro): comprehension(macro, node)
    case .bind(_, let value, let result): bind([value], result, node)
    case .block(let values, let result): bind(values, result, node)
    case .optionalMap(let macro): optionalMap(macro, node)
    }
  }

  // MARK: Evaluating

  /// Evaluates a node on its own.
  mutating func evaluate(_ node: Expression) -> (outcome: Outcome, reads: [FieldRead]) {
    var planner = Planner(origin.environment, origin.checked)
    return run(planner.plan(node))
  }

  mutating func run(_ step: Step) -> (outcome: Outcome, reads: [FieldRead]) {
    var frame = Frame(slots: slots, isNoting: true)
    frame.steps = min(frame.steps, steps)
    let before = frame.steps
    let outcome: Outcome
    do throws(EvaluationError) {
      outcome = .success(try step(&frame))
    } catch {
      outcome = .failure(error)
    }
    steps -= before - max(0, frame.steps) + 1
    var seen: Set<FieldRead> = []
    return (outcome, frame.reads.filter { seen.insert($0).inserted })
  }

  /// Notes a part, unless there are very many already.
  mutating func note(
    _ role: Explanation.Part.Role, _ range: SourceRange, anchor: Int, _ outcome: Outcome,
    _ reads: [FieldRead]
  ) {
    guard parts.count < Limits.explanationParts else { return }
    parts.append(
      Explanation.Part(
        role: role, range: range, anchor: anchor, outcome: outcome, reads: reads,
        elements: elements))
  }

  /// Evaluates a node and notes it with the operands inside it; if one of them is what failed, only
  /// that one.
  private mutating func computed(
    _ node: Expression, anchor: Int, _ operands: [Expression]
  ) -> Outcome {
    let (outcome, reads) = evaluate(node)
    let before = parts.count
    note(.computed, node.range, anchor: anchor, outcome, reads)
    for operand in operands {
      let start = parts.count
      if explain(operand).isFailure, outcome.isFailure {
        parts.removeSubrange(before..<start)
        return outcome
      }
    }
    return outcome
  }

  /// The parts inside a literal; the literal itself shows what it is.
  private mutating func literal(_ values: [Expression], _ node: Expression) -> Outcome {
    let (outcome, reads) = evaluate(node)
    var hasFailed = false
    for value in values where !hasFailed { hasFailed = explain(value).isFailure }
    if outcome.isFailure, !hasFailed {
      note(.computed, node.range, anchor: node.range.lower, outcome, reads)
    }
    return outcome
  }

  // MARK: Names and fields

  private mutating func name(_ node: Expression, anchor: Int) -> Outcome {
    let (outcome, reads) = evaluate(node)
    switch origin.checked.reference(of: node) {
    case .slot(let slot) where elementSlots.contains(slot): break
    case .constant(.type): break
    case .constant: note(.computed, node.range, anchor: anchor, outcome, reads)
    default: note(.field, node.range, anchor: anchor, outcome, reads)
    }
    return outcome
  }

  private mutating func select(
    _ operand: Expression, _ field: Expression.Name, _ mode: Expression.SelectMode,
    _ node: Expression
  ) -> Outcome {
    let anchor = field.range.lower
    switch origin.checked.reference(of: node) {
    case .slot, .scopeField, .constant: return name(node, anchor: anchor)
    case .field, .functions, .message, nil: break
    }
    let (outcome, reads) = evaluate(node)
    if outcome.isFailure, evaluate(operand).outcome.isFailure {
      _ = explain(operand)
      return outcome
    }
    let isField = mode == .value && operand.isPlainPath
    note(isField ? .field : .computed, node.range, anchor: anchor, outcome, reads)
    if !operand.isPlainPath { _ = explain(operand) }
    return outcome
  }

  // MARK: Calls

  private mutating func call(
    _ function: Expression.Name, _ target: Expression?, _ arguments: [Expression],
    _ node: Expression
  ) -> Outcome {
    guard case .functions(_, let takesTarget)? = origin.checked.reference(of: node) else {
      return computed(node, anchor: node.range.lower, [])
    }
    let operands = (takesTarget ? target.map { [$0] } ?? [] : []) + arguments
    let anchor = function.range.lower
    switch function.text {
    case "_&&_": return logic(decidedBy: false, operands)
    case "_||_": return logic(decidedBy: true, operands)
    case "!_": return not(operands[0], node, anchor: anchor)
    case "_?_:_": return choice(operands, node, anchor: anchor)
    case "_[_]", "_[?_]": return index(operands, node, anchor: anchor)
    default: return computed(node, anchor: anchor, operands)
    }
  }

  /// What is indexed is shown only if it is more than a path, or if there is no such element.
  private mutating func index(
    _ operands: [Expression], _ node: Expression, anchor: Int
  ) -> Outcome {
    let isPlain = operands[0].isPlainPath && !evaluate(node).outcome.isFailure
    return computed(node, anchor: anchor, isPlain ? Array(operands.dropFirst()) : operands)
  }

  /// Of `a && b` and `a || b` the side that decided, or both if none did alone; of errors the one
  /// that is told.
  private mutating func logic(decidedBy deciding: Bool, _ operands: [Expression]) -> Outcome {
    let left = evaluate(operands[0]).outcome.truth
    if left == .success(deciding) { return explain(operands[0]) }
    let right = evaluate(operands[1]).outcome.truth
    if right == .success(deciding) { return explain(operands[1]) }
    var told: EvaluationError?
    switch (left, right) {
    case (.success, .success): break
    case (.failure(let error), .success), (.success, .failure(let error)): told = error
    case (.failure(let error), .failure(let other)): told = error.outweighing(other)
    }
    if told == nil || left == told.map(Result.failure) { _ = explain(operands[0]) }
    if told == nil || left != told.map(Result.failure) { _ = explain(operands[1]) }
    return told.map(Result.failure) ?? .success(.bool(!deciding))
  }

  private mutating func not(_ operand: Expression, _ node: Expression, anchor: Int) -> Outcome {
    switch explain(operand) {
    case .success(.bool(let truth)): .success(.bool(!truth))
    case .failure(let error): .failure(error)
    case .success: computed(node, anchor: anchor, [])
    }
  }

  private mutating func choice(
    _ operands: [Expression], _ node: Expression, anchor: Int
  ) -> Outcome {
    switch explain(operands[0]) {
    case .success(.bool(let truth)): explain(operands[truth ? 1 : 2])
    case .failure(let error): .failure(error)
    case .success: computed(node, anchor: anchor, [])
    }
  }
}
