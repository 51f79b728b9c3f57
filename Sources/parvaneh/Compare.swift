internal import ArgumentParser
internal import Diagnostics
internal import Receipts
internal import Reporting
internal import RulePacks
internal import Submissions

/// How a comparison is written.
enum ComparisonFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case markdown
  case json
}

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Lay what two markets ask side by side, topic by topic.",
    discussion: """
      Worked out from the conditions of the rules: shared, only in one, stricter, in conflict, or not \
      to be compared by a program. The same value bounded in different ways is told.
      """)

  @Argument(help: ArgumentHelp("The first market.", valueName: "market"))
  var left: String

  @Argument(help: ArgumentHelp("The second market.", valueName: "market"))
  var right: String

  @Option(help: ArgumentHelp("Only this kind of product. Default: all.", valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp("The day whose law is compared. Default: today.", valueName: "yyyy-mm-dd"))
  var asOf: Day?

  @OptionGroup var rules: RuleOptions

  @Option(help: "What is written: text, markdown or json.")
  var format: ComparisonFormat = .text

  @Option(help: "The language of the comparison: en, ru or fa.")
  var language: Language = .en

  func run() throws {
    let files = try rules.files()
    let library = try RuleOptions.library(of: files)
    let day = asOf ?? Day(daysSinceEpoch: Disk.secondsSinceEpoch / 86400)
    let kinds = try kinds(library)
    let comparisons = try kinds.map { try comparison($0, library, asOf: day) }
    let packs = kinds.flatMap { kind in
      [left, right].flatMap { library.packs(market: $0, kind: kind) }
    }
    Terminal.output.write(text(of: comparisons) { receipt(of: packs, in: files, asOf: day) })
  }

  private func receipt(of packs: [RulePack], in files: RuleFiles, asOf day: Day) -> Receipt {
    var options = Receipt.Options()
    options.markets = [left, right]
    options.asOf = asOf?.description
    options.rules = rules.folder
    options.language = language.rawValue
    return Receipt(
      program: Version.current, options: options, asOf: [day.description], inputs: [],
      rules: FolderDigest.digests(of: packs.withoutRepetition(by: \.name), in: files))
  }

  private func kinds(_ library: RuleLibrary) throws -> [String] {
    let known = library.schemas.map(\.name).filter { kind in
      [left, right].allSatisfy { !library.packs(market: $0, kind: kind).isEmpty }
    }
    guard let kind else { return known.isEmpty ? library.schemas.map(\.name) : known }
    guard library.schema(kind: kind) == nil else { return [kind] }
    let kinds = library.schemas.map(\.name)
    let suggestion = Spelling.suggestion(for: kind, in: kinds)
    throw unusable(Diagnostic("Unknown kind \"\(kind)\"\(suggestion)"))
  }

  private func comparison(
    _ kind: String, _ library: RuleLibrary, asOf day: Day
  ) throws -> MarketComparison {
    let (first, second) = (
      try pack(left, kind, library, asOf: day), try pack(right, kind, library, asOf: day)
    )
    return MarketComparison(first, second, asOf: day)
  }

  private func pack(
    _ market: String, _ kind: String, _ library: RuleLibrary, asOf day: Day
  ) throws -> CompiledPack {
    var compiler = RuleCompiler(library)
    guard let schema = library.schema(kind: kind) else {
      throw unusable(Diagnostic("Unknown kind \"\(kind)\""))
    }
    let (pack, diagnostics) = compiler.pack(market: market, schema: schema, asOf: day)
    guard let pack else { throw unusable(diagnostics) }
    if diagnostics.hasErrors {
      Terminal.errors.write(diagnostics)
      throw ExitStatus.faultyRules
    }
    return pack
  }

  private func unusable(_ diagnostics: Diagnostic...) -> ExitStatus { unusable(diagnostics) }

  private func unusable(_ diagnostics: [Diagnostic]) -> ExitStatus {
    Terminal.errors.write(diagnostics)
    return .unusableInput
  }

  private func text(of comparisons: [MarketComparison], receipt: () -> Receipt) -> String {
    switch format {
    case .text:
      ComparisonText(language: language, style: Terminal.output.style).text(of: comparisons)
    case .markdown: ComparisonMarkdown(language: language).text(of: comparisons)
    case .json: ComparisonJSON(language: language).text(of: comparisons, receipt())
    }
  }
}
