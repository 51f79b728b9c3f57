internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import RulePacks

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a rule asks, by which law, and when it holds.")

  @Argument(help: "The id of a rule, as in a finding.")
  var rule: String

  @OptionGroup var rules: RuleOptions

  @Option(help: "The language of the explanation: en, ru or fa.")
  var language: Language = .en

  func run() throws {
    let library = try rules.library()
    for pack in library.packs {
      guard let rule = pack.rules.first(where: { $0.id.lowercased() == self.rule.lowercased() })
      else { continue }
      let text = RuleText(language: language, style: Terminal.output.style)
      Terminal.output.write(text.text(of: rule, in: pack, library))
      return
    }
    let ids = library.packs.flatMap(\.rules).map(\.id)
    let suggestion = Spelling.suggestion(for: rule, in: ids)
    Terminal.errors.write([Diagnostic("Unknown rule \"\(rule)\"\(suggestion)")])
    throw ExitStatus.unusableInput
  }
}
