internal import ArgumentParser
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
    for pack in try library.packs(named: pack) {
      Terminal.output.write(text(of: pack))
    }
  }

  private func text(of pack: RulePack) -> String {
    let head = "\(pack.name) \(pack.version)  \(pack.title[language])  (\(pack.rules.count))\n"
    let width = pack.rules.map(\.id.count).max() ?? 0
    return head
      + pack.rules
      .map { rule in
        let gap = String(repeating: " ", count: width - rule.id.count)
        let severity = rule.severity.rawValue
        let column = severity + String(repeating: " ", count: 7 - severity.count)
        return "  \(rule.id)\(gap)  \(column)  \(rule.title[language])\n"
      }
      .joined() + "\n"
  }
}
