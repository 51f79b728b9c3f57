internal import ArgumentParser

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, check, prove, write and sign rules, and tell what of the law they cover.",
    subcommands: [
      RulesList.self, RulesCheck.self, RulesTest.self, RulesLint.self, RulesNew.self,
      RulesCoverage.self, RulesDocs.self, RulesKeygen.self, RulesLock.self, RulesSign.self,
      RulesVerify.self,
    ])
}
