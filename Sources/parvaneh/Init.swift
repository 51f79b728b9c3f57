internal import ArgumentParser
internal import Diagnostics
internal import RulePacks
internal import Submissions

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented submission to start from.")

  @Argument(help: "The kind of product: medicine or device.")
  var kind: String

  @OptionGroup var rules: RuleOptions

  func run() throws {
    let library = try rules.library(kinds: [], examples: false)
    guard let schema = library.schema(kind: kind) else {
      let known = library.schemas.map(\.name)
      let suggestion = Spelling.suggestion(for: kind, in: known)
      let kinds = known.joined(separator: ", ")
      Terminal.errors.write([
        Diagnostic("Unknown kind \"\(kind)\", wanted one of \(kinds)\(suggestion)")
      ])
      throw ExitStatus.unusableInput
    }
    Terminal.output.write(SubmissionTemplate(schema).text)
  }
}
