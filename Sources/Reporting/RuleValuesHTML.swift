internal import CEL
internal import RulePacks

/// The parameters and code lists that a rule uses, with their values by day.
struct RuleValuesHTML {
  let rule: Rule
  let pack: RulePack
  let library: RuleLibrary
  let wording: Wording
  private var language: Language { wording.language }

  /// A section for the parameters and one for the code lists, if the rule uses some.
  @HTMLBuilder var sections: HTML {
    let known = library.parameters(of: pack)
    let parameters = rule.parameterNames.compactMap { known[$0] }
    let lists = rule.codeListNames.compactMap { library.codeLists[$0] }
    if !parameters.isEmpty {
      HTML(.section) {
        HTML(.h2) { wording.parametersHeading }
        HTML(
          .div, .class("scroll"), .label(wording.parametersHeading), .named("role", "region"),
          .named("tabindex", "0")
        ) { table(parameters) }
      }
    }
    if !lists.isEmpty {
      HTML(.section) {
        HTML(.h2) { wording.codeListsHeading }
        for list in lists { self.list(list) }
      }
    }
  }

  private func head(_ labels: [String]) -> HTML {
    HTML(.thead) {
      HTML(.tr) { for label in labels { HTML(.th, .scope("col")) { label } } }
    }
  }

  // MARK: Parameters

  private func table(_ parameters: [Parameter]) -> HTML {
    HTML(.table) {
      head([wording.name, wording.value, wording.days, wording.act])
      HTML(.tbody) {
        for parameter in parameters {
          for value in parameter.values { row(parameter, value.period, value.value) }
        }
      }
    }
  }

  private func row(_ parameter: Parameter, _ period: EffectivePeriod, _ value: Value) -> HTML {
    HTML(.tr) {
      HTML(.th, .scope("row")) {
        HTML.code(parameter.id)
        HTML(.br)
        HTML(.span, .class("quiet small")) {
          HTML.isolated(parameter.title, language: Language.en.rawValue)
        }
      }
      HTML(.td) {
        shown(value, unit: parameter.unit)
      }
      HTML(.td) { wording.period(period) }
      HTML(.td) { citation(parameter.citation) }
    }
  }

  /// A number stands with its unit, so that no text around them turns them round.
  private func shown(_ value: Value, unit: String?) -> HTML {
    switch value {
    case .double(let number):
      .code(number.withoutNeedlessFraction + (unit.map { " \($0)" } ?? ""))
    case .timestamp(let timestamp): .day(Day(timestamp), language)
    case .string(let text): .isolated(text)
    default: .code(value.literal)
    }
  }

  @HTMLBuilder private func citation(_ citation: Citation?) -> HTML {
    if let citation, let act = library.acts[citation.act] {
      ActLinks(acts: library.acts, up: "../", language: language).link(act)
      if let provision = citation.provision {
        wording.comma
        HTML.isolated(provision)
      }
    }
  }

  // MARK: Code lists

  /// A long list is folded up.
  private func list(_ list: CodeList) -> HTML {
    let most = 12
    let open = list.entries.count <= most ? [HTML.Attribute.named("open")] : []
    let isDated = list.entries.contains { $0.period != EffectivePeriod() }
    let isNamed = list.entries.contains { $0.name != nil }
    let labels =
      [wording.code] + (isNamed ? [wording.name] : []) + (isDated ? [wording.days] : [])
    return .element(
      .details, open,
      [
        HTML(.summary) {
          HTML.code(list.id)
          " "
          HTML.isolated(list.title, language: Language.en.rawValue)
          HTML(.span, .class("quiet")) { " (\(language.digits(of: list.entries.count)))" }
        },
        HTML(.p, .class("quiet small")) {
          "\(wording.source): "
          HTML.isolated(list.source, language: Language.en.rawValue)
        },
        HTML(.table) {
          head(labels)
          HTML(.tbody) {
            for entry in list.entries {
              HTML(.tr) {
                HTML(.th, .scope("row")) { HTML.isolated(entry.code) }
                if isNamed { HTML(.td) { entry.name?.piece(language) ?? .nothing } }
                if isDated { HTML(.td) { wording.period(entry.period) } }
              }
            }
          }
        },
      ])
  }
}
