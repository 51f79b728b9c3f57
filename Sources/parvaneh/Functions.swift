internal import ArgumentParser
internal import CEL
internal import Diagnostics
internal import Reporting
internal import RulePacks

struct Functions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "functions",
    abstract: "Tell what the functions of rules give, each with an example that was run.")

  @Argument(help: "Only the functions and macros of this name, or those that begin with it.")
  var name: String?

  @Flag(help: "Write a table in Markdown.")
  var markdown = false

  func run() throws {
    let environment = Environment.ofRules
    let entries = try entries(of: environment)
    let manual = ManualText(environment)
    Terminal.output.write(
      markdown
        ? manual.markdown(of: entries)
        : manual.text(of: entries, width: Terminal.output.style.width))
  }

  private func entries(of environment: Environment) throws -> [ManualEntry] {
    let all = environment.manual
    guard let name else { return all }
    let same = all.filter { $0.name == name }
    let found = same.isEmpty ? all.filter { $0.name.hasPrefix(name) } : same
    if !found.isEmpty { return found }
    let suggestion = Spelling.suggestion(for: name, in: all.map(\.name))
    Terminal.errors.write([Diagnostic("Unknown function \"\(name)\"\(suggestion)")])
    throw ExitStatus.unusableInput
  }
}
