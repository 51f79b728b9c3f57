internal import ArgumentParser
internal import Diagnostics
internal import Evaluation
internal import RulePacks

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules, run their examples, or look for what may be wrong with them.",
    subcommands: [
      RulesList.self, RulesCheck.self, RulesTest.self, RulesLint.self, RulesDocs.self,
    ])
}

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

struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples of the rules.",
    discussion: "Exit status 3 if an example does not show what it says.")

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("Only the rules of this pack.", valueName: "name"))
  var pack: String?

  func run() throws {
    let library = try rules.library()
    let tester = RuleTester(library)
    var failures = 0
    var total = 0
    for pack in try library.packs(named: pack) {
      let results = tester.results(of: pack)
      let failed = results.filter { $0.failure != nil }
      Terminal.errors.write(failed.map(Diagnostic.init))
      let count = "\(results.count - failed.count) of \(results.count)"
      Terminal.output.write("\(pack.name): \(pack.rules.count) rules, \(count) examples hold\n")
      failures += failed.count
      total += results.count
    }
    Terminal.output.write("\(total - failures) passed, \(failures) failed\n")
    if failures > 0 { throw ExitStatus.faultyRules }
  }
}

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

extension Diagnostic {
  /// Tells of an example that does not show what it says.
  fileprivate init(_ result: ExampleResult) {
    self.init(.error, "\(result.rule): \(result.failure ?? "")", at: result.place)
  }
}

extension RuleLibrary {
  /// The pack with a name, or all packs for nil; another name ends the command.
  fileprivate func packs(named name: String?) throws -> [RulePack] {
    guard let name else { return packs }
    if let pack = pack(named: name) { return [pack] }
    let suggestion = Spelling.suggestion(for: name, in: packs.map(\.name))
    Terminal.errors.write([Diagnostic("Unknown pack \"\(name)\"\(suggestion)")])
    throw ExitStatus.unusableInput
  }
}
