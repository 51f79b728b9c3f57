internal import Diagnostics
internal import Documents
internal import Evaluation
internal import RulePacks
internal import Submissions
internal import TestSupport

/// The reader and the compiler of rules, and judging by them.
enum RulesProperty {
  static func problem(with bytes: [UInt8]) -> String? {
    let rules = SourceText(name: "ir/things/rules.yaml", bytes: bytes)
    var texts = TestRules.files("").mapValues { SourceText(name: "other", text: $0) }
    texts[rules.name] = rules
    let (library, diagnostics) = RuleLibraryReader.read(RuleFiles(texts))
    if let problem = problem(of: diagnostics, rules) { return problem }
    if diagnostics.hasErrors { return nil }
    return problem(of: library, rules)
  }

  private static func problem(of library: RuleLibrary, _ rules: SourceText) -> String? {
    guard let day = Day("2026-11-20"), let schema = library.schemas.first else {
      return "no schema"
    }
    var compiler = RuleCompiler(library)
    let (pack, faults) = compiler.pack(market: "IR", schema: schema, asOf: day)
    if let problem = problem(of: faults, rules) { return problem }
    guard let pack, !faults.hasErrors else { return nil }
    let thing = DocumentReader.read(SourceText(name: "thing.yaml", text: TestRules.sample))
    guard let document = thing.document,
      let submission = SubmissionReader(schemas: library.schemas).read(document).submission
    else { return "no submission" }
    let result = Evaluator(pack).evaluate(submission, asOf: day)
    return result.counts.total >= pack.rules.count ? nil : "a rule has no verdict"
  }

  private static func problem(of diagnostics: [Diagnostic], _ rules: SourceText) -> String? {
    for place in diagnostics.compactMap(\.place) where place.source.name == rules.name {
      guard place.start <= place.end, place.start.line <= rules.lineCount else {
        return "a diagnostic is told at \(place)"
      }
    }
    return nil
  }
}
