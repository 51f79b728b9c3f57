internal import ArgumentParser
internal import Diagnostics
internal import Evaluation
internal import RulePacks

struct RulesLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Look for what the authors of rules may not have meant.",
    discussion: """
      Warned of are conditions that can never hold or always do, fields that may be absent and are \
      read without asking (unless an example under "undecided" shows for one of the expression that \
      this is wanted), texts that are the same in two languages, bounds that differ between rules of \
      one topic, parameters and code lists that nothing uses, and a topic of one rule that is all but \
      another. How many topics have one rule, and which acts none, is noted. Exit status 3 with \
      --strict if there is a warning.
      """)

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("Only the rules of this pack.", valueName: "name"))
  var pack: String?

  @Flag(help: "End with exit status 3 if there is a warning.")
  var strict = false

  func run() throws {
    let library = try rules.library()
    let linter = RuleLinter(library)
    var found = try library.packs(named: pack).flatMap { linter.diagnostics(of: $0) }
    if pack == nil { found += linter.diagnosticsOfLibrary() }
    Terminal.output.write(found)
    let warnings = found.count { $0.severity == .warning }
    let notes = found.count { $0.severity == .note }
    Terminal.output.write(
      "\(warnings) \(warnings == 1 ? "warning" : "warnings"), "
        + "\(notes) \(notes == 1 ? "note" : "notes")\n")
    if strict, warnings > 0 { throw ExitStatus.faultyRules }
  }
}
