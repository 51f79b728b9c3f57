internal import ArgumentParser
internal import Reporting
internal import RulePacks

struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the packs and their rules.")

  @OptionGroup var rules: RuleOptions

  @Option(help: "The language of the titles: en, ru or fa.")
  var language: Language = .en

  @Option(help: ArgumentHelp("Only this pack.", valueName: "name"))
  var pack: String?

  func run() throws {
    let library = try rules.library(examples: false)
    let list = RuleListText(language: language, style: Terminal.output.style)
    for pack in try library.packs(named: pack) {
      Terminal.output.write(list.text(of: pack))
    }
  }
}
