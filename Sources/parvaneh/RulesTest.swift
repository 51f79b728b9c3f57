internal import ArgumentParser
internal import Diagnostics
internal import Evaluation
internal import Reporting
internal import RulePacks

struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples of the rules.",
    discussion: """
      With --mutate each rule is changed in many small ways, one at a time: an operator, a \
      threshold, a day, a text, a condition left out. A change that no example notices is told at \
      its place: there an example is missing. Exit status 3 if an example does not show what it \
      says, or if fewer changes are noticed in a pack than --least asks for.
      """)

  /// How mutants are reported.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("Only the rules of this pack.", valueName: "name"))
  var pack: String?

  @Flag(help: "Change the rules, too, and tell which changes the examples do not notice.")
  var mutate = false

  @Option(help: ArgumentHelp("The least share of mutants to be caught.", valueName: "percent"))
  var least = 90

  @Option(help: "How mutants are reported: text or json.")
  var format: Format = .text

  func validate() throws {
    guard (0...100).contains(least) else {
      throw ValidationError("--least wants a number from 0 to 100, not \(least)")
    }
  }

  func run() throws {
    let library = try rules.library()
    let packs = try library.packs(named: pack)
    if mutate {
      try testMutants(of: packs, library)
    } else {
      try testExamples(of: packs, library)
    }
  }

  private func testExamples(of packs: [RulePack], _ library: RuleLibrary) throws {
    let tester = RuleTester(library)
    var failures = 0
    var total = 0
    for pack in packs {
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

  private func testMutants(of packs: [RulePack], _ library: RuleLibrary) throws {
    let tester = MutationTester(library)
    let reports = packs.map { MutationReport(pack: $0.name, outcomes: tester.outcomes(of: $0)) }
    let failures = reports.flatMap(\.failures)
    Terminal.errors.write(failures)
    switch format {
    case .text:
      Terminal.output.write(reports.flatMap(\.survivors))
      for report in reports { Terminal.output.write(report.summary) }
    case .json: Terminal.output.write(MutationReport.json(reports))
    }
    let short = reports.filter { !$0.reaches(percent: least) }
    Terminal.errors.write(
      short.map { Diagnostic("The examples of \($0.pack) catch less than \(least) % of mutants") })
    if !failures.isEmpty || !short.isEmpty { throw ExitStatus.faultyRules }
  }
}

extension Diagnostic {
  /// Tells of an example that does not show what it says.
  fileprivate init(_ result: ExampleResult) {
    self.init(.error, "\(result.rule): \(result.failure ?? "")", at: result.place)
  }
}
