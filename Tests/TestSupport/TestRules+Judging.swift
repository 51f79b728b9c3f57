internal import Diagnostics
internal import Documents
public import Evaluation
public import RulePacks
internal import Submissions

/// Why a folder of test rules or a test submission cannot be used: what the program said of it.
public struct UnusableTestRules: Error, CustomStringConvertible {
  /// The diagnostics, one a line.
  public let description: String

  init(_ diagnostics: [Diagnostic]) {
    self.description = diagnostics.map(\.description).joined(separator: "\n")
  }
}

extension TestRules {
  /// Reads a rule file among the others of the folder; throws what is wrong with it.
  public static func library(_ rules: String) throws -> RuleLibrary {
    try library(files(rules))
  }

  /// Reads a whole folder; throws what is wrong with it.
  public static func library(_ files: [String: String]) throws -> RuleLibrary {
    let texts = files.map { ($0.key, SourceText(name: $0.key, text: $0.value)) }
    let (library, diagnostics) = RuleLibraryReader.read(
      RuleFiles(Dictionary(uniqueKeysWithValues: texts)))
    if !diagnostics.isEmpty { throw UnusableTestRules(diagnostics) }
    return library
  }

  /// The names that rules have, on the thing that conforms.
  public static func scope() throws -> ExpressionScope {
    let library = try library(rule(requires: "size > 3.0"))
    let submission = try submission(sample, library)
    guard let day = submission.date.map(Day.init) else { throw UnusableTestRules([]) }
    return ExpressionScope(submission, market: "IR", asOf: day, library)
  }

  private static func submission(
    _ text: String, named name: String = "thing.yaml", _ library: RuleLibrary
  ) throws -> Submission {
    let reading = DocumentReader.read(SourceText(name: name, text: text))
    guard let document = reading.document else { throw UnusableTestRules(reading.diagnostics) }
    let (submission, problems) = SubmissionReader(schemas: library.schemas).read(document)
    guard let submission else { throw UnusableTestRules(problems) }
    return submission
  }

  /// Judges a thing by the rules of a file, for market IR.
  public static func result(
    _ rules: String, _ sample: String = sample, named name: String = "thing.yaml", asOf day: Day
  ) throws -> MarketResult {
    try result(library(rules), sample, named: name, asOf: day)
  }

  /// Judges a thing by the rules of a library, for one of its markets.
  public static func result(
    _ library: RuleLibrary, _ sample: String = sample, named name: String = "thing.yaml",
    asOf day: Day, market: String = "IR"
  ) throws -> MarketResult {
    let submission = try submission(sample, named: name, library)
    return try result(library, submission, asOf: day, market: market)
  }

  /// Judges a thing as `validate` does: with the first change of its conclusion, and its periods.
  public static func foretold(
    _ files: [String: String], _ sample: String, asOf day: Day
  ) throws -> SubmissionResult {
    let library = try library(files)
    let submission = try submission(sample, library)
    let judged = try result(library, submission, asOf: day, market: "IR")
    var forecaster = Forecaster(RuleCompiler(library))
    let market = forecaster.foretelling(judged, of: submission).result
    return SubmissionResult(
      path: "thing.yaml", kind: "thing", markets: [market], periods: submission.validityPeriods,
      diagnostics: [])
  }

  private static func result(
    _ library: RuleLibrary, _ submission: Submission, asOf day: Day, market: String
  ) throws -> MarketResult {
    var compiler = RuleCompiler(library)
    let (pack, faults) = compiler.pack(
      market: market, schema: submission.schema, asOf: day)
    guard let pack, faults.isEmpty else { throw UnusableTestRules(faults) }
    return Evaluator(pack).evaluate(submission, asOf: day)
  }
}
