internal import CEL
internal import RulePacks
internal import Submissions

/// A compiled pack whose rules are asked of a flat table first; only what the screen does not answer
/// with a pass is judged the long way.
struct ScreenedPack: Sendable {
  /// How a rule is asked.
  private enum Question: Sendable {
    /// By the screen: whether it applies (-1: always), and what it requires.
    case screened(applies: Int, requires: Int)
    /// By the rule's own programs.
    case long
    /// Not at all: it is not in force.
    case notInForce
  }

  let evaluator: Evaluator
  private let rules: [CompiledRule]
  private let questions: [Question]
  private let screen: Screen
  private let slotCount: Int

  init(_ pack: CompiledPack, languages: Set<Language>) {
    var screen = Screen()
    var slotCount = 0
    self.evaluator = Evaluator(pack, languages: languages)
    self.rules = pack.rules
    self.questions = pack.rules.map { rule in
      switch rule.standing {
      case .notInForce: return .notInForce
      case .upcoming: return .long
      case .inForce: break
      }
      guard rule.iterations.isEmpty, let requires = rule.requires else { return .long }
      let programs = [rule.appliesToSubmission, rule.appliesToElement, requires].compactMap(\.self)
      slotCount = max(slotCount, programs.map(\.slotCount).max() ?? 0)
      let applies = (rule.appliesToSubmission ?? rule.appliesToElement).map { screen.add($0) }
      return .screened(applies: applies ?? -1, requires: screen.add(requires))
    }
    self.screen = screen
    self.slotCount = slotCount
  }

  /// Judges the record that a table holds.
  ///
  /// `variables` are the cells of the variables, in the order of their declaration; `subject` makes
  /// the same in the long form when it is first needed.
  func judge(
    _ table: RecordTable, _ slots: inout [RecordTable.Cell], _ tally: inout Tally,
    subject: () -> Subject
  ) {
    while slots.count < slotCount { slots.append(RecordTable.Cell()) }
    var long: [(rule: Int, fails: Bool)] = []
    screen.run(table, &slots) { run in
      for index in questions.indices {
        switch questions[index] {
        case .notInForce: tally.counts.count(.doesNotApply)
        case .long: long.append((index, false))
        case .screened(let applies, let requires):
          switch Self.answer(applies, requires, run) {
          case .passes: tally.counts.count(.passes)
          case .doesNotApply: tally.counts.count(.doesNotApply)
          case .fails: long.append((index, true))
          case .undecided, .error, nil: long.append((index, false))
          }
        }
      }
    }
    if long.isEmpty { return }
    let subject = subject()
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
