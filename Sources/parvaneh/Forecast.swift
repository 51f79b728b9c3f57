internal import ArgumentParser
internal import Diagnostics
internal import Evaluation
internal import Receipts
internal import Reporting
internal import RulePacks
internal import Submissions

/// What a forecast can be written as.
enum ForecastFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case markdown
}

struct Forecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Tell when the conclusion of a market changes though nobody touches the dossier.",
    discussion: """
      The dossier is judged as if it were filed as it is on a later day: the day of filing and the \
      day whose law is applied move together, all other dates stay. So a certificate lapses for \
      the forecast on the first day on which it would be too late to file with it.

      Exit status: 0 if the forecast was made, whatever it says; 2 unusable input or usage, 3 a \
      rule pack or the program is at fault.
      """)

  @Argument(
    help: "A submission file (YAML or JSON), or a folder that holds a submission.yaml.")
  var path: String

  @Option(
    help: ArgumentHelp("The last day looked at. Default: ten years on.", valueName: "yyyy-mm-dd"))
  var until: Day?

  @Option(
    help: ArgumentHelp(
      "The first day. Default: the submission's own date.", valueName: "yyyy-mm-dd"))
  var asOf: Day?

  @Option(
    help: ArgumentHelp(
      "A market to forecast; may be repeated. Default: every market of the submission.",
      valueName: "code"))
  var market: [String] = []

  @OptionGroup var rules: RuleOptions

  @Option(help: "What is written: text, json or markdown.")
  var format: ForecastFormat = .text

  @Option(help: "The language of the forecast: en, ru or fa.")
  var language: Language = .en

  func run() throws {
    let files = try rules.files()
    let outcome = Validation(markets: market, asOf: asOf)
      .forecasts(path: path, until: until, rules: files)
    Terminal.errors.write(outcome.ruleDiagnostics.inReadingOrder)
    if outcome.ruleDiagnostics.hasErrors { throw ExitStatus.faultyRules }
    Terminal.errors.write(outcome.diagnostics.inReadingOrder)
    if outcome.diagnostics.hasErrors { throw ExitStatus.unusableInput }
    let report = ForecastReport(
      language: language, style: Terminal.output.style, version: Version.current)
    let (forecasts, path) = (outcome.forecasts, outcome.input.path)
    switch format {
    case .text: Terminal.output.write(report.text(of: forecasts, path))
    case .json:
      Terminal.output.write(report.json(of: forecasts, path, receipt(of: outcome, by: files)))
    case .markdown: Terminal.output.write(report.markdown(of: forecasts, path))
    }
  }

  private func receipt(of outcome: Validation.ForecastOutcome, by files: RuleFiles) -> Receipt {
    var options = Receipt.Options()
    options.paths = [outcome.input.path]
    options.markets = market
    options.asOf = asOf?.description
    options.until = until?.description
    options.rules = rules.folder
    options.language = language.rawValue
    return Receipt(
      program: Version.current, options: options,
      asOf: Set(outcome.forecasts.map(\.first)).sorted().map(\.description),
      inputs: outcome.input.receiptInputs.withoutRepetition(by: \.path),
      rules: FolderDigest.digests(of: outcome.packs.withoutRepetition(by: \.name), in: files))
  }
}
