internal import CEL
internal import Diagnostics
internal import Documents
internal import RulePacks
internal import Submissions

extension Judgement {
  /// The finding, or nil if the rule passes or does not apply.
  func finding(
    upcoming day: Day?, _ languages: Set<Language> = Set(Language.allCases)
  ) -> Finding? {
    switch verdict {
    case .passes, .doesNotApply: return nil
    case .fails, .undecided, .error: break
    }
    let evidence = evidence()
    let spot = spot(evidence)
    return Finding(
      compiledRule: rule, market: subject.market, verdict: verdict,
      severity: day == nil ? rule.rule.severity : .note, upcoming: day,
      message: message(upcoming: day, languages), remedy: remedy(languages), place: spot.place,
      pointer: spot.pointer,
      evidence: evidence,
      grounds: Grounds(
        program: decidedBy, variables: variables,
        sharedVariableCount: subject.variables.count, submission: submission))
  }

  /// The JSON Pointer of the place where the finding is shown.
  var pointer: String { spot(evidence()).pointer }

  private var submission: Submission { subject.submission }

  private func evidence() -> [Evidence] {
    reads(of: decidedBy).map { read in
      Evidence(
        pointer: submission.pointer(of: read),
        content: Evidence.Content(submission.value(of: read)),
        place: submission.place(of: read))
    }
  }

  private func reads(of program: Program?) -> [FieldRead] {
    var reads: [FieldRead] = []
    _ = program?.evaluate(variables, noting: &reads)
    return reads.filter { submission.holds($0.record) }
  }

  /// Where the finding is shown: where the rule says, or what is missing, or the first field that
  /// decided, or the element the verdict is about, or the whole submission.
  private func spot(_ evidence: [Evidence]) -> (pointer: String, place: Place) {
    if let chosen = chosenSpot() { return chosen }
    if case .undecided(.value(let pointer)) = verdict,
      let missing = evidence.first(where: { $0.pointer == pointer })
    {
      return (missing.pointer, missing.place)
    }
    if let first = evidence.first { return (first.pointer, first.place) }
    if case .record(let record)? = variables.dropFirst(subject.variables.count).last,
      submission.holds(record)
    {
      return (submission.pointer(of: record.index), submission.place(of: record.index))
    }
    return ("", submission.place(of: submission.root.index))
  }

  /// Where the rule wants its findings: at the field that it names, or the element.
  private func chosenSpot() -> (pointer: String, place: Place)? {
    var reads: [FieldRead] = []
    let outcome = rule.findingPlace?.evaluate(variables, noting: &reads)
    if let read = reads.last { return (submission.pointer(of: read), submission.place(of: read)) }
    guard case .success(.record(let record)) = outcome else { return nil }
    return (submission.pointer(of: record.index), submission.place(of: record.index))
  }

  // MARK: Words

  private func message(upcoming day: Day?, _ languages: Set<Language>) -> LocalizedText {
    switch verdict {
    case .passes, .doesNotApply, .fails:
      let message = rendered(rule.message, languages)
      return day.map { Wording.upcoming(message, from: $0) } ?? message
    case .undecided(.judgement): return rendered(rule.message, languages)
    case .undecided(let question): return Wording.undecided(rule.rule.title, question)
    case .error(let message): return Wording.broken(rule.rule.title, message)
    }
  }

  private func remedy(_ languages: Set<Language>) -> LocalizedText {
    switch verdict {
    case .passes, .doesNotApply, .fails: rendered(rule.remedy, languages)
    case .undecided(.judgement): rendered(rule.remedy, languages)
    case .undecided(let question): Wording.remedy(question)
    case .error: Wording.remedyOfBrokenRule
    }
  }

  private func rendered(
    _ template: CompiledTemplate, _ languages: Set<Language>
  ) -> LocalizedText {
    func text(_ language: Language) -> String {
      guard languages.contains(language) else { return "" }
      return template.segments(language)
        .map { segment in
          switch segment {
          case .words(let words): words
          case .program(let program): shown(program, language)
          }
        }
        .joined()
    }
    return LocalizedText(en: text(.en), ru: text(.ru), fa: text(.fa))
  }

  private func shown(_ program: Program, _ language: Language) -> String {
    var reads: [FieldRead] = []
    // English has codes as they are written, so nobody needs to know which fields were read.
    let outcome =
      language == .en ? program.evaluate(variables) : program.evaluate(variables, noting: &reads)
    switch outcome {
    case .success(let value): return value.shown(in: language, codes: codeWords(reads, language))
    case .failure: return Wording.notGiven[language]
    }
  }

  /// What the codes that were read are called.
  private func codeWords(_ reads: [FieldRead], _ language: Language) -> [String: String] {
    reads.reduce(into: [:]) { words, read in
      guard let field = submission.codeField(of: read) else { return }
      for code in submission.value(of: read)?.texts ?? [] {
        words[code] = CodeWords.words(for: code, of: field, in: language)
      }
    }
  }
}
