internal import ArgumentParser

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules, run their examples, or look for what may be wrong with them.",
    subcommands: [
      RulesList.self, RulesCheck.self, RulesTest.self, RulesLint.self, RulesDocs.self,
    ])
}
