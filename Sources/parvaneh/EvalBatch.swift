internal import CEL
internal import Diagnostics
internal import Documents
internal import Glibc

/// Answers test lines of the CEL specification's suite: an expression with its variables in, a
/// value, a type or an error out.
struct EvalBatch {
  /// The most bytes of a line.
  private static let limits = ReadLimits(bytes: 16 << 20, depth: 500, nodes: 1_000_000)

  /// Answers every line of standard input, in order.
  static func answerInput() {
    let batch = EvalBatch()
    Disk.forEachLine(of: STDIN_FILENO, limit: limits.bytes) { line in
      let answer =
        String(validating: line, as: UTF8.self).map(batch.run)
        ?? batch.answer(errors: ["The line is no UTF-8"])
      Terminal.output.write(answer + "\n")
    }
  }

  /// Answers one line; whatever it holds, there is an answer on one line.
  func run(line: String) -> String {
    do throws(SuiteEncoding.Refusal) {
      return try answer(try EvalCase(try document(line)))
    } catch {
      return answer(errors: [error.message])
    }
  }

  private func document(_ line: String) throws(SuiteEncoding.Refusal) -> Node {
    let result = DocumentReader.read(
      SourceText(name: "line", text: line), as: .json, limits: Self.limits)
    if let problem = result.diagnostics.first(where: { $0.severity == .error }) {
      throw SuiteEncoding.Refusal("The line is no JSON: \(problem.message)")
    }
    guard let root = result.document?.root, root.kind == .mapping else {
      throw SuiteEncoding.Refusal("The line is no object in JSON")
    }
    return root
  }

  private func answer(_ item: EvalCase) throws(SuiteEncoding.Refusal) -> String {
    switch item.program() {
    case .failure(let issues): return answer(errors: issues.list.map(\.message))
    case .success(let program) where item.isCheckOnly:
      return SuiteEncoding.member("type", SuiteEncoding.json(of: program.type)).line
    case .success:
      return try answer(item.value())
    }
  }

  private func answer(
    _ result: Result<Value, EvaluationError>
  ) throws(SuiteEncoding.Refusal) -> String {
    switch result {
    case .failure(let error): return answer(errors: [error.message])
    case .success(let value):
      return SuiteEncoding.member("value", try SuiteEncoding.json(of: value)).line
    }
  }

  /// An answer in the form in which the suite tells wanted errors.
  private func answer(errors: [String]) -> String {
    let list = errors.map { SuiteEncoding.member("message", .text($0)) }
    return SuiteEncoding.member("error", SuiteEncoding.member("errors", .list(list))).line
  }
}
