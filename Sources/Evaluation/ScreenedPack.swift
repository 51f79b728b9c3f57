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
    case screened(applies: Int, requires: Int)
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
      return .screened(applies: applies ?? -1, requires: number)
    }
    self.briefRules = briefRules
    self.screen = screen
    self.slotCount = slotCount
  }

  /// Judges the record that a table holds.
  ///
  /// `slots` are the cells of the variables, in the order of their declaration; `line` and `subject`
  /// make what findings need when they are first needed.
  func judge(
    _ table: RecordTable, _ slots: inout [RecordTable.Cell], _ tally: inout Tally,
    _ briefFindings: inout BriefFindings, line: () -> ScannedLine, subject: (ScannedLine) -> Subject
  ) {
    while slots.count < slotCount { slots.append(RecordTable.Cell()) }
    var long: [(rule: Int, fails: Bool)] = []
    var scanned: ScannedLine?
    screen.run(table, &slots) { run in
      for index in questions.indices {
        switch questions[index] {
        case .notInForce: tally.counts.count(.doesNotApply)
        case .long: long.append((index, false))
        case .screened(let applies, let requires):
          switch Self.answer(applies, requires, run) {
          case .passes: tally.counts.count(.passes)
          case .doesNotApply: tally.counts.count(.doesNotApply)
          case .fails:
            let line = scanned ?? line()
            scanned = line
            if briefRules[index]?.addFinding(run, line, to: &briefFindings) == true {
              tally.add(.fails, of: rules[index].rule)
            } else {
              long.append((index, true))
            }
          case .undecided, .error, nil: long.append((index, false))
          }
        }
      }
    }
    if long.isEmpty { return }
    let subject = subject(scanned ?? line())
    for (index, fails) in long {
      if fails {
        evaluator.takeFailure(of: rules[index], subject, &tally)
      } else {
        evaluator.judge(rules[index], subject, &tally)
      }
    }
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
