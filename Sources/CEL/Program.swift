/// What a program was compiled from: for those who compile its parts anew.
final class ProgramOrigin: Sendable {
  let environment: Environment
  let checked: CheckedExpression

  init(_ environment: Environment, _ checked: CheckedExpression) {
    self.environment = environment
    self.checked = checked
  }
}

/// A compiled expression.
public struct Program: Sendable {
  /// The type of its value.
  public let type: Type
  /// The text it was compiled from.
  public let text: String
  let root: Step
  let origin: ProgramOrigin

  var checked: CheckedExpression { origin.checked }

  /// How many slots an evaluation needs: variables first, then those of comprehensions.
  public var slotCount: Int { checked.slotCount }

  /// Evaluates with the values of the variables, in the order of their declaration.
  public func evaluate(_ variables: [Value]) -> Result<Value, EvaluationError> {
    var frame = Frame(slots: slots(variables), isNoting: false)
    return run(&frame)
  }

  /// Evaluates and notes the fields that decided the value, each once, in the order of reading.
  public func evaluate(
    _ variables: [Value], noting reads: inout [FieldRead]
  ) -> Result<Value, EvaluationError> {
    var frame = Frame(slots: slots(variables), isNoting: true)
    let result = run(&frame)
    reads += frame.reads.withoutRepetitions
    return result
  }

  private func slots(_ variables: [Value]) -> [Value] {
    variables.count >= slotCount
      ? variables
      : variables + Array(repeating: .null, count: slotCount - variables.count)
  }

  private func run(_ frame: inout Frame) -> Result<Value, EvaluationError> {
    do throws(EvaluationError) {
      return .success(try root(&frame))
    } catch {
      return .failure(error)
    }
  }
}

extension Environment {
  /// Returns a program that fails, whenever it runs, with what is wrong with an expression.
  public func failure(_ text: String, _ issues: Issues) -> Program {
    let whole = SourceRange(lower: 0, upper: text.utf8.count)
    let issue = issues.list.first
    let message = "The expression does not compile: \(issue?.message ?? "nobody knows why")"
    let unknown = Expression(id: 0, range: whole, kind: .identifier(text))
    let checked = CheckedExpression(
      parsed: ParsedExpression(text: text, root: unknown, count: 1), type: .dyn,
      facts: [CheckedExpression.NodeFacts(type: .dyn)], slotCount: variables.count)
    return Program(
      type: .dyn, text: text,
      root: { _ throws(EvaluationError) in
        throw EvaluationError(.failed, message, at: issue?.range ?? whole)
      }, origin: ProgramOrigin(self, checked))
  }
}

extension [FieldRead] {
  /// The reads, each once; a few are compared with each other, which is quicker than hashing them.
  fileprivate var withoutRepetitions: [FieldRead] {
    if count <= 1 { return self }
    if count <= 16 {
      return indices.filter { index in !self[..<index].contains(self[index]) }.map { self[$0] }
    }
    var seen: Set<FieldRead> = []
    return filter { seen.insert($0).inserted }
  }
}
