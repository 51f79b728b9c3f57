internal import ArgumentParser
internal import Evaluation
internal import Reporting
internal import RulePacks

/// What a difference can be written as.
enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell which findings of two JSON reports are new, fixed and unchanged.",
    discussion: "Exit status: 0 if nothing is new, 1 if something is, 2 unusable input or usage.")

  @Argument(help: "The earlier report.")
  var before: String

  @Argument(help: "The later report.")
  var after: String

  @Option(help: "What is written: text or json.")
  var format: DiffFormat = .text

  @Option(help: "The language of the difference: en, ru or fa.")
  var language: Language = .en

  func run() throws {
    let (before, after) = (
      try BaselineOptions.read(self.before), try BaselineOptions.read(self.after)
    )
    let report = DifferenceReport(language: language, style: Terminal.output.style)
    switch format {
    case .text: Terminal.output.write(report.text(before: before, after: after))
    case .json: Terminal.output.write(report.json(before: before, after: after))
    }
    if !before.comparison(with: after).new.isEmpty { throw ExitStatus.findings }
  }
}
