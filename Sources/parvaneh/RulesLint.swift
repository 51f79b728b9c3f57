internal import ArgumentParser
internal import RulePacks

struct RulesLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Look for what the authors of rules may not have meant.",
    discussion: """
      A field that may be absent and is read without asking leaves the rule undecided where it is \
      absent. That may be what is wanted, so warnings do not change the exit status.
      """)

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("Only the rules of this pack.", valueName: "name"))
  var pack: String?

  func run() throws {
    let library = try rules.library(examples: false)
    var compiler = RuleCompiler(library)
    var total = 0
    for pack in try library.packs(named: pack) {
      let warnings = pack.rules.flatMap { compiler.warnings(of: $0, in: pack) }
      Terminal.output.write(warnings)
      total += warnings.count
    }
    Terminal.output.write("\(total) \(total == 1 ? "warning" : "warnings")\n")
  }
}
