internal import Diagnostics
internal import Documents
internal import RulePacks
internal import Submissions

/// An example in the form in which its rule is run on it.
struct ExampleCase: Sendable {
  let example: RuleExample
  let submission: Submission
  let market: String
  let day: Day

  /// What the rule says of it, and nothing if it is not in force.
  func judgements(by rule: CompiledRule) -> [Judgement] {
    guard rule.standing == .inForce else { return [] }
    return Evaluator.judgements(of: rule, Subject(submission, market: market, asOf: day))
  }
}

/// Why an example could not be run.
struct ExampleProblem: Error {
  let message: String
}

/// Puts the patches of examples on their samples; each sample is read once.
struct ExampleReader: Sendable {
  private let library: RuleLibrary
  private var samples: [String: Sample] = [:]

  /// A sample as it is.
  private struct Sample: Sendable {
    let document: Document
    let submission: Submission
  }

  init(_ library: RuleLibrary) {
    self.library = library
  }

  /// Returns an example of a rule ready to be judged.
  mutating func read(
    _ example: RuleExample, of rule: Rule, in pack: RulePack
  ) throws(ExampleProblem) -> ExampleCase {
    let sample = try sample(of: example, rule, pack)
    guard let day = example.asOf ?? sample.submission.date.map(Day.init) else {
      throw ExampleProblem(message: "The sample has no date, so the example needs \"as-of\"")
    }
    let submission = try patched(sample, by: example)
    return ExampleCase(
      example: example, submission: submission,
      market: example.market ?? market(for: pack, submission), day: day)
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

  private mutating func sample(
    of example: RuleExample, _ rule: Rule, _ pack: RulePack
  ) throws(ExampleProblem) -> Sample {
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
    let sample = Sample(document: document, submission: try submission(from: document))
    samples[name] = sample
    return sample
  }

  private func patched(
    _ sample: Sample, by example: RuleExample
  ) throws(ExampleProblem) -> Submission {
    if example.set.isEmpty, example.remove.isEmpty { return sample.submission }
    switch sample.document.patched(set: example.set, remove: example.remove) {
    case .failure(let error): throw ExampleProblem(message: error.message)
    case .success(let document): return try submission(from: document)
    }
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
}
