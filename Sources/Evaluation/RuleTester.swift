public import Diagnostics
internal import Documents
public import RulePacks
internal import Submissions

/// What came of one example.
public struct ExampleResult: Sendable {
  /// The rule the example belongs to.
  public let rule: String
  /// What the rule was expected to say.
  public let outcome: ExampleOutcome
  /// Where the example is written.
  public let place: Place
  /// What is wrong, or nil if the rule says what was expected.
  public let failure: String?
}

/// Runs the examples of rules: each is a patch on a sample, and tells what the rule must say of it.
public struct RuleTester: Sendable {
  private let library: RuleLibrary
  private var compiler: RuleCompiler
  private var samples: [String: Document] = [:]

  /// Creates a tester for the rules of a library.
  public init(_ library: RuleLibrary) {
    self.library = library
    self.compiler = RuleCompiler(library)
  }

  /// Runs the examples of all rules of a pack, those of packs that it extends left out.
  public func results(of pack: RulePack) -> [ExampleResult] {
    // Rules are dealt out to testers of their own, which run side by side.
    let hands = min(16, max(1, pack.rules.count))
    let dealt = (0..<hands).map { hand in
      Array(pack.rules.enumerated().filter { $0.offset % hands == hand }.map(\.element))
    }
    let results = dealt.concurrentMap { rules in
      var tester = self
      return rules.map { tester.results(of: $0, pack) }
    }
    return pack.rules.indices.flatMap { results[$0 % hands][$0 / hands] }
  }

  private mutating func results(of rule: Rule, _ pack: RulePack) -> [ExampleResult] {
    rule.examples.map { example in
      ExampleResult(
        rule: rule.id, outcome: example.outcome, place: example.node.headPlace,
        failure: failure(of: example, rule, pack))
    }
  }

  /// Why an example does not show what it says, or nil if it does.
  private mutating func failure(
    of example: RuleExample, _ rule: Rule, _ pack: RulePack
  ) -> String? {
    do {
      let (submission, sampleDay) = try patchedSample(of: example, rule, pack)
      let market = example.market ?? market(for: pack, submission)
      let judgements = try judgements(
        of: rule, pack, submission, market: market, day: example.asOf ?? sampleDay)
      return example.outcome.contradiction(judgements, at: example.at)
    } catch {
      return error.message
    }
  }

  /// The market that an example is judged for: one that the submission names and the pack counts
  /// for, itself or through a pack that extends it.
  private func market(for pack: RulePack, _ submission: Submission) -> String {
    let named = submission.marketCodes
    let counting = named.first { market in
      library.packs(market: market, kind: submission.kind).contains { $0.name == pack.name }
    }
    return counting ?? pack.markets.first ?? named.first ?? ""
  }

  private mutating func judgements(
    of rule: Rule, _ pack: RulePack, _ submission: Submission, market: String, day: Day
  ) throws(ExampleProblem) -> [Judgement] {
    let (compiled, diagnostics) = compiler.rule(
      rule, of: pack, schema: submission.schema, asOf: day)
    if let diagnostic = diagnostics.first(where: { $0.severity == .error }) {
      throw ExampleProblem(message: diagnostic.description)
    }
    guard let compiled else {
      throw ExampleProblem(message: "The rule could not be compiled")
    }
    guard compiled.standing == .inForce else { return [] }
    return Evaluator.judgements(of: compiled, Subject(submission, market: market, asOf: day))
  }

  // MARK: Samples

  /// The sample with the example's patch, and the sample's own date.
  private mutating func patchedSample(
    of example: RuleExample, _ rule: Rule, _ pack: RulePack
  ) throws(ExampleProblem) -> (Submission, Day) {
    let sample = try sample(of: example, rule, pack)
    guard let day = try date(of: sample) else {
      throw ExampleProblem(message: "The sample has no date, so the example needs \"as-of\"")
    }
    let document = try patched(sample, by: example)
    return (try submission(from: document), day)
  }

  /// The sample's own date.
  private func date(of sample: Document) throws(ExampleProblem) -> Day? {
    try submission(from: sample).date.map(Day.init)
  }

  private func submission(from document: Document) throws(ExampleProblem) -> Submission {
    let reader = SubmissionReader(schemas: library.schemas, acceptsDerivedFields: true)
    let (submission, diagnostics) = reader.read(document)
    if let diagnostic = diagnostics.first(where: { $0.severity == .error }) {
      throw ExampleProblem(message: "The patched sample cannot be read: \(diagnostic)")
    }
    guard let submission else {
      throw ExampleProblem(message: "The patched sample is no submission")
    }
    return submission
  }

  private mutating func sample(
    of example: RuleExample, _ rule: Rule, _ pack: RulePack
  ) throws(ExampleProblem) -> Document {
    let kind = (rule.kinds.isEmpty ? pack.kinds : rule.kinds).first ?? ""
    guard let name = example.sample ?? pack.samples[kind] else {
      throw ExampleProblem(message: "Pack \"\(pack.name)\" names no sample for kind \"\(kind)\"")
    }
    if let sample = samples[name] { return sample }
    guard let text = library.samples[name] else {
      let suggestion = Spelling.suggestion(for: name, in: library.samples.keys.sorted())
      throw ExampleProblem(message: "Unknown sample \"\(name)\"\(suggestion)")
    }
    let result = DocumentReader.read(text)
    guard let document = result.document, !result.diagnostics.hasErrors else {
      throw ExampleProblem(message: "The sample \"\(name)\" cannot be read")
    }
    samples[name] = document
    return document
  }

  private func patched(
    _ sample: Document, by example: RuleExample
  ) throws(ExampleProblem) -> Document {
    if example.set.isEmpty, example.remove.isEmpty { return sample }
    switch sample.patched(set: example.set, remove: example.remove) {
    case .failure(let error): throw ExampleProblem(message: error.message)
    case .success(let text):
      guard let document = DocumentReader.read(text, as: .json).document else {
        throw ExampleProblem(message: "The patched sample cannot be read")
      }
      return document
    }
  }
}

/// Why an example could not be run.
private struct ExampleProblem: Error {
  let message: String
}

extension ExampleOutcome {
  /// How judgements contradict what was expected, or nil if they do not.
  fileprivate func contradiction(_ judgements: [Judgement], at pointer: String?) -> String? {
    let verdicts = judgements.map(\.verdict)
    let names = verdicts.map(\.name)
    let isMet =
      switch self {
      case .passes:
        names.contains(.passes) && names.allSatisfy { [.passes, .doesNotApply].contains($0) }
      case .fails: names.contains(.fails)
      case .undecided:
        names.contains(.undecided) && !names.contains(.fails) && !names.contains(.error)
      case .doesNotApply: names.allSatisfy { $0 == .doesNotApply }
      }
    guard isMet else { return "Wanted \(rawValue), got \(Self.summary(of: verdicts))" }
    return misplaced(judgements, at: pointer)
  }

  private func misplaced(_ judgements: [Judgement], at pointer: String?) -> String? {
    guard self == .fails, let pointer else { return nil }
    let places = judgements.filter { $0.verdict == .fails }
      .compactMap { $0.finding(upcoming: nil)?.pointer }
    if places.contains(pointer) { return nil }
    return "Wanted the finding at \(pointer), it is at \(places.joined(separator: " and "))"
  }

  private static func summary(of verdicts: [Verdict]) -> String {
    if verdicts.isEmpty { return "a rule that is not in force" }
    return verdicts.map(\.summary).joined(separator: ", ")
  }
}

extension Verdict {
  fileprivate var summary: String {
    switch self {
    case .passes, .fails: name.rawValue
    case .doesNotApply: "does-not-apply"
    case .undecided(.value(let pointer)): "undecided (\(pointer) is not given)"
    case .undecided(.registry(let registry)): "undecided (needs the registry \(registry))"
    case .undecided(.judgement): "undecided (for a person to judge)"
    case .error(let message): "error (\(message))"
    }
  }
}
