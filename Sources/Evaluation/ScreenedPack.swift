internal import CEL
internal import RulePacks
internal import Submissions

/// A compiled pack whose rules are asked of a flat table first; only what the screen does not answer
/// with a pass is judged the long way.
///
/// It is shared by all lines, so that none of its arrays is counted for each of them.
final class ScreenedPack: Sendable {
  /// How a rule is asked.
  private enum Question: Sendable {
    /// By the screen: whether it applies (-1: always), and what it requires.
    case screened(applies: Int, requires: Int, Severity)
    /// By the rule's own programs.
    case long
    /// Not at all: it is not in force.
    case notInForce
  }

  private let evaluator: Evaluator
  private let rules: [CompiledRule]
  private let questions: [Question]
  /// Rules whose failure can be told briefly.
  private let briefRules: [BriefRule?]
  private let screen: Screen
  private let slotCount: Int

  init(_ pack: CompiledPack, _ language: Language, isBrief: Bool) {
    var screen = Screen()
    var slotCount = 0
    self.evaluator = Evaluator(pack, languages: [language])
    self.rules = pack.rules
    var briefRules = [BriefRule?](repeating: nil, count: pack.rules.count)
    self.questions = pack.rules.enumerated().map { index, rule in
      switch rule.standing {
      case .notInForce: return .notInForce
      case .upcoming: return .long
      case .inForce: break
      }
      guard rule.iterations.isEmpty, let requires = rule.requires else { return .long }
      let programs = [rule.appliesToSubmission, rule.appliesToElement, requires].compactMap(\.self)
      slotCount = max(slotCount, programs.map(\.slotCount).max() ?? 0)
      let applies = (rule.appliesToSubmission ?? rule.appliesToElement).map { screen.add($0) }
      let number = screen.add(requires)
      if isBrief {
        briefRules[index] = BriefRule(
          rule, market: pack.market, language, requires: number, &screen)
      }
      return .screened(applies: applies ?? -1, requires: number, rule.rule.severity)
    }
    self.briefRules = briefRules
    self.screen = screen
    self.slotCount = slotCount
  }

  /// What a record is judged with, and what comes of it.
  struct Progress {
    /// The cells of the variables, in the order of their declaration, and room for the programs' own.
    var slots: [RecordTable.Cell] = []
    var tally = Tally()
    var findings = BriefFindings()
    /// The rules that are left to be judged the long way, and whether they are known to fail.
    fileprivate var long: [(rule: Int, fails: Bool)] = []
  }

  /// Judges the record that a scanner has read; `subject` is what rules are judged on the long way.
  func judge(
    _ scanner: RecordScanner, _ line: ScannedLine, _ progress: inout Progress,
    subject: (Submission) -> Subject
  ) {
    while progress.slots.count < slotCount { progress.slots.append(RecordTable.Cell()) }
    progress.long.removeAll(keepingCapacity: true)
    var slots: [RecordTable.Cell] = []
    swap(&slots, &progress.slots)
    screen.run(scanner.table, &slots) { ask($0, scanner, line, &progress) }
    swap(&slots, &progress.slots)
    if progress.long.isEmpty { return }
    let subject = subject(line.submission(scanner))
    for (index, fails) in progress.long {
      if fails {
        evaluator.takeFailure(of: rules[index], subject, &progress.tally)
      } else {
        evaluator.judge(rules[index], subject, &progress.tally)
      }
    }
  }

  /// Asks all rules.
  private func ask(
    _ run: ScreenRun, _ scanner: RecordScanner, _ line: ScannedLine, _ progress: inout Progress
  ) {
    var (passes, doNotApply) = (0, 0)
    for index in questions.indices {
      switch questions[index] {
      case .notInForce: doNotApply += 1
      case .long: progress.long.append((index, false))
      case .screened(let applies, let requires, let severity):
        switch Self.answer(applies, requires, run) {
        case .passes: passes += 1
        case .doesNotApply: doNotApply += 1
        case .fails:
          if briefRules[index]?.addFinding(run, scanner, line, to: &progress.findings) == true {
            progress.tally.add(.fails, severity)
          } else {
            progress.long.append((index, true))
          }
        case .undecided, .error, nil: progress.long.append((index, false))
        }
      }
    }
    progress.tally.counts.count(.passes, passes)
    progress.tally.counts.count(.doesNotApply, doNotApply)
  }

  /// The verdict as far as the screen is sure of it; nil otherwise.
  private static func answer(_ applies: Int, _ requires: Int, _ run: ScreenRun) -> VerdictName? {
    if applies >= 0 {
      switch run.answer(applies) {
      case .no: return .doesNotApply
      case .unsure: return nil
      case .yes: break
      }
    }
    switch run.answer(requires) {
    case .yes: return .passes
    case .no: return .fails
    case .unsure: return nil
    }
  }
}
