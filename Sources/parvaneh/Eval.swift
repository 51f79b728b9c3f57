internal import ArgumentParser

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Evaluate expressions of the Common Expression Language.")

  @Flag(
    help: ArgumentHelp(
      "Answer lines of standard input in the form of the CEL specification's test suite.",
      discussion: """
        Each line is an object with "expr" and, if need be, "bindings", "type_env", "container", \
        "disable_check" and "check_only"; the answer is one line with "value", "type" or "error".
        """))
  var batch = false

  func run() throws {
    guard batch else { throw ValidationError("Wanted --batch") }
    EvalBatch.answerInput()
  }
}
