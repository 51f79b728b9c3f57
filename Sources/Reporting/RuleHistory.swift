internal import RulePacks

/// The days on which something about a rule changes, in their order.
struct RuleHistory {
  /// What happens on a day.
  private enum Change {
    case actAdopted
    case actInForce
    case actEnds
    case ruleBegins
    case ruleEnds
    case value(Parameter)
  }

  private let changes: [(day: Day, change: Change)]
  private let predecessors: [Rule]
  private let successors: [Rule]
  private let act: Act?

  init(rule: Rule, pack: RulePack, library: RuleLibrary, relations: RuleRelations) {
    let act = library.acts[rule.citation.act]
    let known = library.parameters(of: pack)
    var changes: [(Day?, Change)] = [
      (act?.date, .actAdopted), (act?.period.from, .actInForce), (rule.period.from, .ruleBegins),
    ]
    for parameter in rule.parameterNames.compactMap({ known[$0] }) {
      changes += parameter.values.map { ($0.period.from, .value(parameter)) }
    }
    changes += [(rule.period.until, .ruleEnds), (act?.period.until, .actEnds)]
    self.changes = changes.enumerated()
      .compactMap { index, entry in entry.0.map { (day: $0, change: entry.1, index: index) } }
      .sorted { ($0.day, $0.index) < ($1.day, $1.index) }
      .map { ($0.day, $0.change) }
    self.predecessors = relations.predecessors(of: rule, in: pack).map(\.rule)
    self.successors = relations.successors(of: rule, in: pack).map(\.rule)
    self.act = act
  }

  /// Returns the history as a list, day by day, with the rules before and after it.
  @HTMLBuilder func html(_ wording: Wording, _ links: ActLinks) -> HTML {
    if changes.isEmpty { HTML(.p, .class("quiet")) { wording.notEstablished } }
    HTML(.ol, .class("timeline")) {
      for (day, change) in changes {
        HTML(.li) {
          HTML.day(day, wording.language)
          HTML(.span) { words(change, wording) }
        }
      }
    }
    if let act = act.map({ ActHTML(act: $0, wording: wording, links: links) }), act.hasChanges {
      HTML(.dl, .class("facts")) { act.changes }
    }
    neighbours(wording.before, predecessors, wording.language)
    neighbours(wording.after, successors, wording.language)
  }

  @HTMLBuilder private func neighbours(
    _ label: String, _ rules: [Rule], _ language: Language
  ) -> HTML {
    if !rules.isEmpty {
      HTML(.p) {
        "\(label): "
        HTML.joined(rules.map { RuleLink(rule: $0, language: language).link }, by: "; ")
      }
    }
  }

  private func words(_ change: Change, _ wording: Wording) -> HTML {
    switch change {
    case .actAdopted: .text(wording.actAdopted)
    case .actInForce: .text(wording.actInForce)
    case .actEnds: .text(wording.actEnds)
    case .ruleBegins: .text(wording.ruleBegins)
    case .ruleEnds: .text(wording.ruleEnds)
    case .value(let parameter): .fragment([.text("\(wording.value) "), .code(parameter.id)])
    }
  }
}
