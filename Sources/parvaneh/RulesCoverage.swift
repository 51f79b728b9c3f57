internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import RulePacks

struct RulesCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tell act by act, provision by provision, which rules check it and what nobody does.")

  /// What the coverage is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
  }

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("Only the rules of this pack.", valueName: "name"))
  var pack: String?

  @Option(help: ArgumentHelp("Only this act.", valueName: "id"))
  var act: String?

  @Option(help: "What the coverage is written as: text, json or markdown.")
  var format: Format = .text

  func run() throws {
    let library = try rules.library()
    let packs = try library.packs(named: pack)
    try refuseUnknownAct(in: library)
    let report = CoverageReport(
      library.coverage(of: packs, act: act, unchecked: try rules.files().unchecked))
    switch format {
    case .text: Terminal.output.write(report.text(Terminal.output.style))
    case .json: Terminal.output.write(report.json)
    case .markdown: Terminal.output.write(report.markdown)
    }
  }

  private func refuseUnknownAct(in library: RuleLibrary) throws {
    guard let act, library.acts[act] == nil else { return }
    let suggestion = Spelling.suggestion(for: act, in: library.acts.keys.sorted())
    Terminal.errors.write([Diagnostic("Unknown act \"\(act)\"\(suggestion)")])
    throw ExitStatus.unusableInput
  }
}
