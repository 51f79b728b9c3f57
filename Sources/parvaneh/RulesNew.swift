internal import ArgumentParser
internal import Diagnostics
internal import RulePacks

struct RulesNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Print a rule to be filled in.")

  @Argument(help: "The id of the rule: one that was never used.")
  var id: String

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("The pack that the rule is for.", valueName: "name"))
  var pack: String

  @Option(help: "The topic, which rules of several markets share.")
  var topic: String

  func run() throws {
    let library = try rules.library(examples: false)
    _ = try library.packs(named: pack)
    if let owner = library.packs.first(where: { $0.rules.contains { $0.id == id } }) {
      Terminal.errors.write([Diagnostic("Rule \(id) is in pack \"\(owner.name)\" already")])
      throw ExitStatus.unusableInput
    }
    Terminal.errors.write(advice(in: library))
    Terminal.output.write(RuleSkeleton(id: id, topic: topic).text)
  }

  /// What the author may want to know of the topic.
  private func advice(in library: RuleLibrary) -> [Diagnostic] {
    let topics = Set(library.packs.flatMap(\.rules).map(\.topic)).sorted()
    guard !topics.contains(topic) else { return [] }
    let suggestion = Spelling.suggestion(for: topic, in: topics)
    return [Diagnostic(.note, "No rule has the topic \"\(topic)\" yet\(suggestion)")]
  }
}
