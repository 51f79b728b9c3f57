internal import RulePacks

/// The pages that list all rules: by pack, by topic, by act.
struct CatalogueIndex {
  let library: RuleLibrary
  let relations: RuleRelations
  let wording: Wording
  private var language: Language { wording.language }

  init(library: RuleLibrary, relations: RuleRelations, language: Language) {
    self.library = library
    self.relations = relations
    self.wording = Wording(language: language)
  }

  /// Returns one of the pages.
  func page(_ index: CataloguePath.Index) -> HTMLPage {
    let groups = groups(index)
    return CatalogueFrame(wording: wording, path: index.file, index: index)
      .page(
        wording.name(of: index), script: CatalogueScript.search,
        .fragment([
          HTML(.h1) { wording.name(of: index) },
          HTML(.p, .class("prose")) { wording.intro },
          search,
          index == .packs ? contents(groups) : .nothing,
          .fragment(groups.map(section)),
        ]))
  }

  /// Rules with something in common.
  private struct Group {
    let id: String
    let heading: HTML
    var about: HTML = .nothing
    let entries: [RuleRelations.Entry]
  }

  private func groups(_ index: CataloguePath.Index) -> [Group] {
    switch index {
    case .packs: library.packs.map(group)
    case .topics:
      relations.byTopic.sorted { $0.key < $1.key }.map { topic, entries in
        Group(id: topic, heading: .code(topic), entries: entries)
      }
    case .acts:
      library.acts.values.sorted { $0.id < $1.id }.map { act in
        Group(
          id: act.id, heading: act.title.piece(language), about: about(act),
          entries: relations.byAct[act.id, default: []])
      }
    }
  }

  // MARK: Groups

  private func group(_ pack: RulePack) -> Group {
    Group(
      id: pack.name, heading: .text(pack.title[language]),
      about: HTML(.dl, .class("facts small")) {
        fact(wording.pack, .code(pack.name))
        fact(wording.version, .code(pack.version))
        fact(wording.packCovers, wording.period(pack.covers))
        if !pack.markets.isEmpty {
          fact(
            wording.market, .text(pack.markets.map(wording.market).joined(separator: wording.comma))
          )
        }
        if !pack.extends.isEmpty { fact(wording.packExtends, list(pack.extends.map { .code($0) })) }
      }, entries: pack.rules.map { ($0, pack) })
  }

  private func about(_ act: Act) -> HTML {
    HTML(.dl, .class("facts small")) {
      ActHTML(
        act: act, wording: wording, links: ActLinks(acts: library.acts, up: "", language: language)
      )
      .facts
    }
  }

  private func fact(_ label: String, _ value: HTML) -> HTML {
    .fragment([HTML(.dt) { label }, HTML(.dd) { value }])
  }

  private func list(_ pieces: [HTML]) -> HTML { .joined(pieces, by: .text(wording.comma)) }

  // MARK: Pieces

  private var search: HTML {
    HTML(.div, .class("search screen-only"), .named("role", "search")) {
      HTML(.label, .named("for", "find")) { wording.find }
      HTML(
        .input, .named("type", "search"), .id("find"), .named("autocomplete", "off"),
        .direction(.automatic))
      HTML(
        .output, .id("found"), .named("for", "find"), .named("data-text", wording.foundRules),
        .class("quiet"))
    }
  }

  private func contents(_ groups: [Group]) -> HTML {
    HTML(.nav, .label(wording.contents)) {
      HTML(.ul, .class("contents")) {
        for group in groups {
          HTML(.li) {
            HTML(.a, .link(.element(group.id))) { group.heading }
            HTML(.span, .class("quiet")) { " \(wording.ruleCount(group.entries.count))" }
          }
        }
      }
    }
  }

  private func section(_ group: Group) -> HTML {
    HTML(.section, .class("group"), .id(group.id)) {
      HTML(.h2) { group.heading }
      group.about
      HTML(.ul, .class("rules")) { for entry in group.entries { line(entry) } }
    }
  }

  private func line(_ entry: RuleRelations.Entry) -> HTML {
    let rule = entry.rule
    return HTML(.li, .named("data-find", words(entry))) {
      HTML(.a, .link(.page(CataloguePath.rule(rule.id)))) {
        HTML.code(rule.id)
        " "
        HTML.isolated(rule.title[language])
      }
      " "
      HTML(.span, .class("small \(rule.severity.rawValue)")) { wording.severityName(rule.severity) }
    }
  }

  /// What a rule is found by besides its line: its topic, its pack and what its act is called.
  private func words(_ entry: RuleRelations.Entry) -> String {
    let act = library.acts[entry.rule.citation.act]
    let names = Language.allCases.compactMap { act?.title.own($0) }
    return
      ([entry.rule.topic, entry.pack.name, entry.rule.citation.act, act?.number ?? ""] + names)
      .joined(separator: " ")
  }
}
