internal import ArgumentParser

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, check, prove and write rules, and tell what of the law they cover.",
    subcommands: [
      RulesList.self, RulesCheck.self, RulesTest.self, RulesLint.self, RulesNew.self,
      RulesCoverage.self, RulesDocs.self,
    ])
}
