internal import ArgumentParser
internal import Diagnostics
internal import Reporting

/// The command line: options in, exit status out.
@main
struct Parvaneh: ParsableCommand {
  // Every command says its name: to make one of the name of its type takes the start ten million
  // instructions, two thirds of all.
  static let configuration = CommandConfiguration(
    commandName: "parvaneh",
    abstract:
      "Checks submissions of medicines and medical devices against the law of their markets.",
    discussion: """
      Exit status: 0 nothing at or above --fail-on, 1 such findings, 2 unusable input or usage, \
      3 a rule pack or the program is at fault.
      """,
    version: Version.current,
    subcommands: [
      Validate.self, Verify.self, Forecast.self, Diff.self, Rules.self, Explain.self, Compare.self,
      SchemaCommand.self, Init.self, Eval.self, Functions.self, Code.self,
    ])

  /// Runs the command that the arguments name and ends the process with its exit status.
  static func main() {
    Memory.growInLargeSteps()
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      var command = try parseAsRoot(ProjectDefaults.completing(arguments))
      try command.run()
    } catch let problem as DefaultsProblem {
      Terminal.errors.write(problem.diagnostics.inReadingOrder)
      ExitStatus.unusableInput.endProcess()
    } catch let status as ExitStatus {
      status.endProcess()
    } catch {
      end(with: error)
    }
  }

  /// Help and version end well; a wrong argument is unusable input.
  private static func end(with error: any Error) {
    let message = fullMessage(for: error)
    guard exitCode(for: error) != .success else {
      Terminal.output.write(message + "\n")
      return
    }
    if !message.isEmpty { Terminal.errors.write(message + "\n") }
    ExitStatus.unusableInput.endProcess()
  }
}
