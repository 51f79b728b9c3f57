import Diagnostics
import Documents
import Evaluation
import Foundation
import RulePacks
import Submissions
import TestSupport
import Testing

/// A forecast says what judging every single day would say.
@Suite struct ForecastTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func submission(_ text: String, _ library: RuleLibrary) throws -> Submission {
    let document = try #require(
      DocumentReader.read(SourceText(name: "thing.yaml", text: text)).document)
    return try #require(SubmissionReader(schemas: library.schemas).read(document).submission)
  }

  private func made(
    _ rules: String, _ sample: String = TestRules.sample, from: String = "2026-11-20",
    until: String = "2036-11-20"
  ) throws -> Forecast {
    let library = try TestRules.library(rules)
    let submission = try Self.submission(sample, library)
    var forecaster = Forecaster(RuleCompiler(library))
    let (forecast, diagnostics) = forecaster.forecast(
      submission, market: "IR", try Self.day(from)...Self.day(until))
    #expect(diagnostics.isEmpty)
    return try #require(forecast)
  }

  private func shown(_ forecast: Forecast) -> [String] {
    forecast.changes.map { change in
      let causes = change.causes.map { "\($0.kind) \($0.rule.id)" }.joined(separator: ", ")
      return "\(change.day) \(change.after): \(causes)"
    }
  }

  /// The act of the rule is in force until 2030-12-31, and the rule with it.
  private static let actEnds = "2031-01-01 conforms: actEnds T-1"

  private static let cases: [(requires: String, lines: String, changes: [String])] = [
    ("size >= 3.0", "", []),
    (
      "made.plusYears(1) >= submission.date", "",
      ["2027-01-02 doesNotConform: dayPasses T-1", actEnds]
    ),
    ("made.plusYears(1) >= as_of", "", ["2027-01-02 doesNotConform: dayPasses T-1", actEnds]),
    ("as_of > date(\"2028-02-29\")", "", ["2028-03-01 conforms: dayPasses T-1"]),
    (
      "size >= parameter(\"least-size\")", "",
      ["2027-01-01 doesNotConform: lawChanges T-1", actEnds]
    ),
    (
      "size >= 9.0", "  effective: { from: 2027-05-01, until: 2027-05-31 }",
      ["2027-05-01 doesNotConform: ruleBegins T-1", "2027-06-01 conforms: ruleEnds T-1"]
    ),
    (
      "submission.date.getFullYear() != 2030", "",
      ["2030-01-01 doesNotConform: dayPasses T-1", actEnds]
    ),
    (
      "monthsBetween(made, as_of) < 12 || daysBetween(made, submission.date) > 400", "",
      ["2027-01-01 doesNotConform: dayPasses T-1", "2027-02-06 conforms: dayPasses T-1"]
    ),
  ]

  @Test(arguments: cases)
  func `a change is told on its day with its cause`(
    requires: String, lines: String, changes: [String]
  ) throws {
    let rules = TestRules.rule(requires: requires, lines: lines)
    #expect(shown(try made(rules)) == changes, "\(requires)")
  }

  @Test func `a cause has the finding that a report of the day would have`() throws {
    let forecast = try made(TestRules.rule(requires: "made.plusYears(1) >= submission.date"))
    let finding = try #require(forecast.changes.first?.causes.first?.finding)
    #expect(finding.pointer == "/made")
    #expect(finding.message.en == "Size 4")
  }

  @Test func `a warning does not change a conclusion`() throws {
    let rules = TestRules.rule(requires: "made >= submission.date", severity: "warning")
    #expect(try made(rules).changes.isEmpty)
  }

  @Test func `a forecast ends where the rules end`() throws {
    var files = TestRules.files(TestRules.rule(requires: "size >= 3.0"))
    files["ir/things/pack.yaml"] = TestRules.pack.replacing(
      "covers: { from: 2020-01-01 }", with: "covers: { from: 2020-01-01, until: 2028-12-31 }")
    let library = try TestRules.library(files)
    var forecaster = Forecaster(RuleCompiler(library))
    let range = try Self.day("2026-11-20")...Self.day("2036-11-20")
    let forecast = try #require(
      forecaster.forecast(try Self.submission(TestRules.sample, library), market: "IR", range)
        .forecast)
    #expect(forecast.isCut)
    #expect(forecast.last.description == "2028-12-31")
  }

  // MARK: The first change

  /// Rules that fail at once and are mended by time, fail later, stay undecided or are undecided
  /// for a while.
  private static let courses: [(requires: String, lines: String)] =
    cases.filter { !$0.requires.contains("getFullYear") }.map { ($0.requires, $0.lines) } + [
      ("size >= 9.0", ""),
      ("registered(\"GRLS\", name)", "  effective: { until: 2028-01-31 }"),
      ("registered(\"GRLS\", name)", "  effective: { from: 2027-03-01, until: 2030-12-31 }"),
      ("as_of > date(\"2027-04-30\") || registered(\"GRLS\", name)", ""),
      ("as_of > date(\"2027-05-31\")", "  effective: { until: 2029-01-31 }"),
    ]

  @Test(arguments: courses.indices)
  func `the first change is that of the whole forecast, whatever rules meet`(left: Int) throws {
    for right in left..<Self.courses.count {
      let rules = [left, right, (left + right) % Self.courses.count].enumerated().map {
        number, index in
        let (requires, lines) = Self.courses[index]
        let rule = TestRules.rule(requires: requires, lines: lines, id: "T-\(number + 1)")
        return number == 0 ? rule : rule.replacing("rules:\n", with: "")
      }
      let library = try TestRules.library(rules.joined())
      let submission = try Self.submission(TestRules.sample, library)
      try expectFirstChange(of: submission, "IR", RuleCompiler(library))
    }
  }

  private func expectFirstChange(
    of submission: Submission, _ market: String, _ compiler: RuleCompiler
  ) throws {
    var (compiler, forecaster) = (compiler, Forecaster(compiler))
    let first = Day(try #require(submission.date))
    let last = try #require(first.adding(months: Forecaster.months))
    let pack = try #require(
      compiler.pack(market: market, schema: submission.schema, asOf: first).compiled)
    let whole = try #require(
      forecaster.forecast(submission, market: market, first...last).forecast)
    let result = Evaluator(pack).evaluate(submission, asOf: first)
    let told = try #require(forecaster.foretelling(result, of: submission).result.forecast)
    #expect(told.conclusion == whole.conclusion)
    #expect(told.last == whole.last)
    #expect(shown(told) == Array(shown(whole).prefix(1)))
    #expect(told.changes.first?.before == whole.changes.first?.before)
  }

  @Test(arguments: [
    ("metformin", "medicine"), ("metformin-deficient", "medicine"), ("hearing-aid", "device"),
    ("hearing-aid-deficient", "device"),
  ])
  func `the first change of a sample is that of its forecast`(sample: String, kind: String) throws {
    let (library, submission) = try Self.sample(sample, kind)
    for market in submission.marketCodes {
      try expectFirstChange(of: submission, market, RuleCompiler(library, checks: false))
    }
  }

  @Test func `nothing is foretold where the law of another day is applied`() throws {
    let library = try TestRules.library(TestRules.rule(requires: "size >= 3.0"))
    let submission = try Self.submission(TestRules.sample, library)
    let result = try TestRules.result(library, asOf: Self.day("2027-11-20"))
    var forecaster = Forecaster(RuleCompiler(library))
    #expect(forecaster.foretelling(result, of: submission).result.forecast == nil)
  }

  // MARK: Every day

  private static func bundledRules() throws -> RuleFiles {
    let folder = PackageRoot.folder.appendingPathComponent("Rules")
    let names = try #require(FileManager.default.subpaths(atPath: folder.path))
    let texts = try names.filter { $0.hasSuffix(".yaml") }.map { name in
      (
        name,
        SourceText(
          name: name,
          text: try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      )
    }
    return RuleFiles(Dictionary(uniqueKeysWithValues: texts), areProven: true)
  }

  private static func sample(
    _ name: String, _ kind: String
  ) throws -> (library: RuleLibrary, submission: Submission) {
    let (library, _) = RuleLibraryReader.read(
      try bundledRules(), kinds: [kind], readsExamples: false)
    let folder = PackageRoot.folder.appendingPathComponent("Samples/\(name)").path
    let text = try String(contentsOfFile: "\(folder)/submission.yaml", encoding: .utf8)
    let document = try #require(
      DocumentReader.read(SourceText(name: "submission.yaml", text: text)).document)
    let submission = try #require(
      SubmissionReader(schemas: library.schemas, folder: DossierFolder(path: folder))
        .read(document).submission)
    return (library, submission)
  }

  /// Judges every day of a range, or, since that takes minutes, some of them spread over it and
  /// those about the changes; with `PARVANEH_EVERY_DAY=1` every one.
  @Test(arguments: [("metformin", "medicine"), ("hearing-aid", "device")])
  func `days judged one by one say the same of a sample`(sample: String, kind: String) throws {
    let (library, submission) = try Self.sample(sample, kind)
    let first = Day(try #require(submission.date))
    let last = try #require(first.adding(months: 120))
    var compiler = RuleCompiler(library, checks: false)
    var changes = 0
    for market in submission.marketCodes {
      var forecaster = Forecaster(compiler)
      let forecast = try #require(
        forecaster.forecast(submission, market: market, first...last).forecast)
      changes += forecast.changes.count
      for day in days(of: forecast) {
        let pack = try #require(
          compiler.pack(market: market, schema: submission.schema, asOf: day).compiled)
        let dated = try #require(submission.dated(day.timestamp))
        let conclusion = Evaluator(pack, languages: []).evaluate(dated, asOf: day).conclusion
        let told = forecast.changes.last { $0.day <= day }?.after ?? forecast.conclusion
        #expect(told == conclusion, "\(market) \(day)")
      }
    }
    #expect(changes > 0)
  }

  private func days(of forecast: Forecast) -> [Day] {
    let isWhole = ProcessInfo.processInfo.environment["PARVANEH_EVERY_DAY"] == "1"
    let step = isWhole ? 1 : 173
    let (first, last) = (forecast.first.daysSinceEpoch, forecast.last.daysSinceEpoch)
    let about = forecast.changes.flatMap { change in [-1, 0, 1].map { change.day.adding(days: $0) }
    }
    return Set(
      stride(from: first, through: last, by: step).map(Day.init(daysSinceEpoch:))
        + about.filter { $0 <= forecast.last }
    ).sorted()
  }
}
