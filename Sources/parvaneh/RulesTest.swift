internal import ArgumentParser
internal import Diagnostics
internal import Evaluation
internal import RulePacks

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

extension Diagnostic {
  /// Tells of an example that does not show what it says.
  fileprivate init(_ result: ExampleResult) {
    self.init(.error, "\(result.rule): \(result.failure ?? "")", at: result.place)
  }
}
