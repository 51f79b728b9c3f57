internal import Documents
internal import RulePacks

/// The page of a rule: what it asks, by which law, when it holds, its proof and its history.
struct CatalogueRule {
  let rule: Rule
  let pack: RulePack
  let catalogue: Catalogue
  let relations: RuleRelations
  let wording: Wording
  private var language: Language { wording.language }
  private var library: RuleLibrary { catalogue.library }

  init(
    rule: Rule, pack: RulePack, catalogue: Catalogue, relations: RuleRelations, language: Language
  ) {
    self.rule = rule
    self.pack = pack
    self.catalogue = catalogue
    self.relations = relations
    self.wording = Wording(language: language)
  }

  /// The page.
  var page: HTMLPage {
    CatalogueFrame(wording: wording, path: CataloguePath.rule(rule.id), index: nil)
      .page(
        "\(rule.id) \(rule.title[language])",
        .fragment([
          HTML(.article) {
            heading
            section(wording.lawHeading) { law }
            section(wording.conditionHeading) { condition }
            values
            section(wording.examplesHeading) { examples }
            section(wording.historyHeading) { history }
            section(wording.sameTopicHeading) { sameTopic }
          }
        ]))
  }

  private var links: ActLinks { ActLinks(acts: library.acts, up: "../", language: language) }

  private func section(_ heading: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    HTML(.section) {
      HTML(.h2) { heading }
      content()
    }
  }

  private func fact(_ label: String, _ value: HTML) -> HTML {
    .fragment([HTML(.dt) { label }, HTML(.dd) { value }])
  }

  // MARK: What it asks

  private var heading: HTML {
    HTML(.header) {
      HTML(.p, .class("quiet")) {
        HTML.code(rule.id)
        " · "
        HTML(.a, .link(.page("../index.html", element: pack.name))) { pack.title[language] }
      }
      HTML(.h1) { HTML.isolated(rule.title[language]) }
      HTML(.ul, .class("chips")) {
        chip(wording.severityName(rule.severity), rule.severity.rawValue)
        chip(wording.decidability(rule.decidability), "quiet")
        chip(wording.basis(rule.basis), "quiet")
        chip(wording.confidence(rule.confidence), "quiet")
      }
      HTML(.dl, .class("facts prose")) {
        fact(wording.ifNotMet, text(rule.message))
        fact(wording.howToMend, text(rule.remedy))
        if let note = rule.node[key: "note"] {
          fact(wording.remark, .isolated(note.text, language: Language.en.rawValue))
        }
      }
    }
  }

  private func chip(_ text: String, _ name: String) -> HTML {
    HTML(.li, .class("chip \(name)")) { text }
  }

  private func text(_ template: MessageTemplate) -> HTML {
    .fragment(
      template.segments(language).map { segment in
        switch segment {
        case .words(let words): .text(words)
        case .expression(let expression): .inlineExpression(expression.text)
        }
      })
  }

  // MARK: Law

  private var law: HTML {
    HTML(.dl, .class("facts")) {
      if let act = library.acts[rule.citation.act] {
        fact(wording.act, links.link(act))
        if let provision = rule.citation.provision {
          fact(wording.provision, .isolated(provision))
        }
        ActHTML(act: act, wording: wording, links: links).facts
      }
      fact(wording.ruleInForce, wording.period(rule.period))
      fact(
        wording.certainty,
        .text(wording.basis(rule.basis) + wording.comma + wording.confidence(rule.confidence)))
      if !rule.kinds.isEmpty {
        fact(wording.kinds, .text(rule.kinds.map(wording.kind).joined(separator: wording.comma)))
      }
    }
  }

  // MARK: Condition

  @HTMLBuilder private var condition: HTML {
    if let applies = rule.applies {
      HTML(.h3) { wording.whenItApplies }
      HTML.expression(applies)
    } else {
      HTML(.p) { wording.itAlwaysApplies + "." }
    }
    for iteration in rule.iterations {
      HTML(.h3) {
        wording.forEach + " "
        HTML.code(iteration.name)
      }
      HTML.expression(iteration.list)
    }
    if let requires = rule.requires {
      HTML(.h3) { wording.whatItRequires }
      HTML.expression(requires)
    } else {
      HTML(.p) { wording.onlyByPerson }
    }
    if let place = rule.findingPlace {
      HTML(.p, .class("quiet")) {
        wording.whereShown + " "
        HTML.inlineExpression(place.text)
      }
    }
  }

  private var values: HTML {
    RuleValuesHTML(rule: rule, pack: pack, library: library, wording: wording).sections
  }

  // MARK: Proof, history, neighbours

  @HTMLBuilder private var examples: HTML {
    for outcome in ExampleOutcome.allCases {
      let examples = rule.examples.filter { $0.outcome == outcome }
      if !examples.isEmpty {
        HTML(.h3, .class(outcome.rawValue)) { wording.outcome(outcome) }
        HTML(.ol, .class("examples")) {
          for example in examples {
            ExampleHTML(example: example, wording: wording, samples: catalogue.samples)
              .item(in: pack)
          }
        }
      }
    }
  }

  private var history: HTML {
    RuleHistory(rule: rule, pack: pack, library: library, relations: relations)
      .html(wording, links)
  }

  @HTMLBuilder private var sameTopic: HTML {
    let others = relations.others(than: rule)
    HTML(.p) {
      HTML(.a, .link(.page("../\(CataloguePath.Index.topics.file)", element: rule.topic))) {
        HTML.code(rule.topic)
      }
    }
    if others.isEmpty { HTML(.p, .class("quiet")) { wording.noOtherRule } }
    for other in library.packs {
      let rules = others.filter { $0.pack.name == other.name }
      if !rules.isEmpty {
        HTML(.h3) { other.title[language] }
        HTML(.ul, .class("rules")) {
          for entry in rules { RuleLink(rule: entry.rule, language: language).item }
        }
      }
    }
  }
}

/// A link from the page of a rule to that of another.
struct RuleLink {
  let rule: Rule
  let language: Language

  var link: HTML {
    HTML(.a, .link(.page("../\(CataloguePath.rule(rule.id))"))) {
      HTML.code(rule.id)
      " "
      HTML.isolated(rule.title[language])
    }
  }

  var item: HTML { HTML(.li) { link } }
}
