internal import ArgumentParser
internal import Evaluation
internal import Receipts
internal import Reporting
internal import RulePacks

/// What a difference can be written as.
enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
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
    let readings = (BaselineReading(self.before), BaselineReading(self.after))
    let (before, after) = (try readings.0.baseline(), try readings.1.baseline())
    let report = DifferenceReport(language: language, style: Terminal.output.style)
    switch format {
    case .text: Terminal.output.write(report.text(before: before, after: after))
    case .json:
      let texts = [readings.0.text, readings.1.text].compactMap(\.self)
      let receipt = receipt(of: texts.map { .init($0) })
      Terminal.output.write(report.json(before: before, after: after, receipt))
    }
    if !before.comparison(with: after).new.isEmpty { throw ExitStatus.findings }
  }

  private func receipt(of reports: [Receipt.Input]) -> Receipt {
    var options = Receipt.Options()
    options.paths = [before, after]
    options.language = language.rawValue
    return Receipt(
      program: Version.current, options: options, asOf: [], inputs: reports, rules: [])
  }
}
