import Diagnostics
import Documents
import Evaluation
import RulePacks
import Submissions
import TestSupport
import Testing

/// What rules say of things.
@Suite struct VerdictTests {
  private func result(
    _ rules: String, _ sample: String = TestRules.sample, asOf: String = "2026-11-20"
  ) throws -> MarketResult {
    try TestRules.result(rules, sample, asOf: try #require(Day(asOf)))
  }

  private func verdicts(_ result: MarketResult) -> String {
    VerdictName.allCases.filter { result.counts[$0] > 0 }
      .map { "\($0.rawValue) \(result.counts[$0])" }.joined(separator: ", ")
  }

  private func without(_ field: String) -> String {
    TestRules.sample.split(separator: "\n").filter { !$0.hasPrefix(field + ":") }
      .joined(separator: "\n")
  }

  @Test(arguments: [
    ("size >= 3", "passes 1", Conclusion.conforms),
    ("size >= 5", "fails 1", .doesNotConform),
    ("1 / 0 == 1", "error 1", .undecided),
    ("registered(\"GRLS\", name)", "undecided 1", .undecided),
    ("size >= 3 || registered(\"GRLS\", name)", "passes 1", .conforms),
    ("size >= 5 && registered(\"GRLS\", name)", "fails 1", .doesNotConform),
  ])
  func `a rule passes, fails, stays open or breaks`(
    expression: String, counts: String, conclusion: Conclusion
  ) throws {
    let result = try result(TestRules.rule(requires: expression))
    #expect(verdicts(result) == counts)
    #expect(result.conclusion == conclusion)
  }

  @Test func `an absent field leaves a rule open and is named`() throws {
    let result = try result(TestRules.rule(requires: "size >= 3"), without("size"))
    let finding = try #require(result.findings.first)
    #expect(finding.verdict == .undecided(.value(pointer: "/size")))
    #expect(finding.message.en == "Cannot be decided without /size: The thing is right")
    #expect(finding.place.start == Position(line: 1, column: 1))
    #expect(finding.evidence.map(\.content) == [.absent])
  }

  @Test func `an absent field that does not matter does not matter`() throws {
    let rule = TestRules.rule(requires: "whole || size >= 3")
    #expect(verdicts(try result(rule, without("size"))) == "passes 1")
  }

  @Test func `has asks for a field without needing it`() throws {
    let rule = TestRules.rule(requires: "has(submission.date)")
    #expect(verdicts(try result(rule)) == "passes 1")
    #expect(verdicts(try result(rule, without("submission"))) == "fails 1")
  }

  @Test func `a rule that does not apply says so, and one whose condition is open is open`() throws
  {
    let rule = TestRules.rule(requires: "size >= 3", lines: "  applies: whole")
    #expect(verdicts(try result(rule)) == "passes 1")
    let broken = TestRules.sample.replacing("whole: true", with: "whole: false")
    #expect(verdicts(try result(rule, broken)) == "doesNotApply 1")
    #expect(verdicts(try result(rule, without("whole"))) == "undecided 1")
  }

  @Test func `one verdict is given for each element`() throws {
    let rule = TestRules.rule(
      requires: "part.size >= 3", lines: "  for: { part: parts }"
    ).replacing("{size}", with: "{part.size}")
    let result = try result(rule)
    #expect(verdicts(result) == "passes 1, fails 1")
    let finding = try #require(result.findings.first)
    #expect(finding.pointer == "/parts/0/size")
    #expect(finding.message.en == "Size 2")
    #expect(finding.place.start == Position(line: 9, column: 20))
    #expect(finding.evidence.map(\.content) == [.number(2)])
  }

  @Test func `a list without elements gives one verdict that does not apply`() throws {
    let rule = TestRules.rule(
      requires: "part.size >= 3", lines: "  for: { part: 'parts.filter(p, p.size > 9)' }"
    )
    .replacing("{size}", with: "{part.size}")
    #expect(verdicts(try result(rule)) == "doesNotApply 1")
  }

  @Test func `the evidence is what decided`() throws {
    let rule = TestRules.rule(requires: "whole && parts.all(p, p.size < 3) && name == \"a\"")
    let finding = try #require(try result(rule).findings.first)
    #expect(finding.evidence.map(\.pointer) == ["/parts/1/size"])
  }

  @Test func `a parameter has the value of the day`() throws {
    let rule = TestRules.rule(requires: "size >= parameter(\"least-size\")")
    #expect(verdicts(try result(rule, asOf: "2026-12-31")) == "passes 1")
    #expect(verdicts(try result(rule, asOf: "2027-01-01")) == "fails 1")
  }

  @Test func `a rule is judged from its first day to its last`() throws {
    let rule = TestRules.rule(
      requires: "size >= 5", lines: "  effective: { from: 2026-11-20, until: 2026-11-30 }")
    #expect(verdicts(try result(rule, asOf: "2026-11-20")) == "fails 1")
    #expect(verdicts(try result(rule, asOf: "2026-11-30")) == "fails 1")
    #expect(verdicts(try result(rule, asOf: "2026-12-01")) == "doesNotApply 1")
  }

  @Test func `a rule that comes later is told as a note and decides nothing`() throws {
    let rule = TestRules.rule(
      requires: "size >= 5", lines: "  effective: { from: 2027-01-01, until: 2028-12-31 }")
    let result = try result(rule)
    #expect(verdicts(result) == "doesNotApply 1")
    #expect(result.conclusion == .conforms)
    let finding = try #require(result.findings.first)
    #expect(finding.severity == .note)
    #expect(finding.upcoming == Day("2027-01-01"))
    #expect(finding.message.en == "From 2027-01-01 this fails: Size 4")
  }

  @Test func `a warning does not decide the conclusion`() throws {
    let result = try result(TestRules.rule(requires: "size >= 5", severity: "warning"))
    #expect(verdicts(result) == "fails 1")
    #expect(result.conclusion == .conforms)
  }

  @Test func `a rule for a person is open and in the report`() throws {
    let rule = TestRules.rule(requires: "x", severity: "warning")
      .replacing("decidable: automatic", with: "decidable: by-hand")
      .replacing("  requires: x\n", with: "")
      .replacing("passes: [{}]", with: "undecided: [{}]")
      .replacing("    fails: [{ set: { /size: 1 }, at: /size }]\n", with: "")
    let finding = try #require(try result(rule).findings.first)
    #expect(finding.verdict == .undecided(.judgement))
    #expect(finding.explanation == [])
  }

  @Test func `one compiler serves days on both sides of a change of the law`() throws {
    let library = try TestRules.library(
      TestRules.rule(requires: "size >= parameter(\"least-size\")"))
    // The act's days are the rule's, the parameter changes between them.
    #expect(
      library.changeDays.map(\.description) == ["2020-01-01", "2027-01-01", "2031-01-01"])
    let schema = try #require(library.schema(kind: "thing"))
    let text = SourceText(name: "thing.yaml", text: TestRules.sample)
    let document = try #require(DocumentReader.read(text).document)
    let submission = try #require(
      SubmissionReader(schemas: library.schemas).read(document).submission)
    var compiler = RuleCompiler(library)
    let conclusions = try ["2026-12-31", "2027-01-01", "2026-01-01", "2030-01-01"].map { day in
      let day = try #require(Day(day))
      let pack = try #require(compiler.pack(market: "IR", schema: schema, asOf: day).compiled)
      return Evaluator(pack).evaluate(submission, asOf: day).conclusion
    }
    #expect(conclusions == [.conforms, .doesNotConform, .conforms, .doesNotConform])
  }

  @Test func `a day that no pack covers is refused`() throws {
    let library = try TestRules.library(TestRules.rule(requires: "whole"))
    let schema = try #require(library.schema(kind: "thing"))
    let day = try #require(Day("2019-12-31"))
    var compiler = RuleCompiler(library)
    let (pack, diagnostics) = compiler.pack(market: "IR", schema: schema, asOf: day)
    #expect(pack == nil)
    #expect(
      diagnostics.map(\.message) == [
        "Rule pack \"ir/things\" does not cover 2019-12-31; it covers the days from 2020-01-01"
      ])
  }
}

/// The examples of rules prove them.
@Suite struct RuleTesterTests {
  private func failures(_ rules: String) throws -> [String] {
    let library = try TestRules.library(rules)
    let tester = RuleTester(library)
    return tester.results(of: try #require(library.packs.first)).compactMap(\.failure)
  }

  @Test func `examples that hold are not told`() throws {
    #expect(try failures(TestRules.rule(requires: "size >= 3")) == [])
  }

  @Test func `a rule that is always true fails its failing example`() throws {
    #expect(try failures(TestRules.rule(requires: "\"true\"")) == ["Wanted fails, got passes"])
  }

  @Test func `a rule that is always false fails its passing example`() throws {
    let rule = TestRules.rule(requires: "size >= 100")
    #expect(try failures(rule) == ["Wanted passes, got fails"])
  }

  @Test func `a finding at another place than the example says is told`() throws {
    let rule = TestRules.rule(
      requires: "size >= 3", fails: "[{ set: { /size: 1 }, at: /name }]")
    #expect(try failures(rule) == ["Wanted the finding at /name, it is at /size"])
  }

  @Test func `a patch that does not fit the sample is told`() throws {
    let rule = TestRules.rule(
      requires: "size >= 3", fails: "[{ set: { /prts/0/size: 1 }, at: /size }]")
    #expect(try failures(rule) == ["There is no \"prts\" on the way of \"/prts/0/size\""])
  }

  @Test func `a rule that breaks is told with its error`() throws {
    #expect(
      try failures(TestRules.rule(requires: "1 / 0 == 1")) == [
        "Wanted passes, got error (Division by zero)", "Wanted fails, got error (Division by zero)",
      ])
  }
}
