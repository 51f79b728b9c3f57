internal import ArgumentParser
internal import Diagnostics
internal import RulePacks
internal import Synchronization

struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read all rules and compile all their expressions.",
    discussion: """
      Tells what is wrong, at its place; exit status 3 if something is. The examples of rules are \
      read, but not run: that is what test does.
      """)

  @OptionGroup var rules: RuleOptions

  @Flag(help: "Leave the texts for people out: only what decides a verdict is compiled.")
  var conditionsOnly = false

  /// What lives as long as the process.
  private static let kept = Mutex<(RuleLibrary, RuleCompiler)?>(nil)

  func run() throws {
    let (library, problems) = RuleLibraryReader.read(try rules.files(), readsExamples: false)
    var diagnostics = problems
    var compiler = RuleCompiler(library)
    if !diagnostics.hasErrors {
      diagnostics += compiler.diagnostics(of: library.packs, texts: !conditionsOnly)
    }
    // The process ends here: to free some hundred thousand small things one by one before takes a
    // sixth of the run.
    Self.kept.withLock { $0 = (library, compiler) }
    Terminal.errors.write(diagnostics.inReadingOrder)
    if diagnostics.hasErrors { throw ExitStatus.faultyRules }
    let rules = library.packs.reduce(0) { $0 + $1.rules.count }
    Terminal.output.write("Nothing wrong: rules \(rules), packs \(library.packs.count)\n")
  }
}
