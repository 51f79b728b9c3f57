internal import RulePacks

/// What is known of an act, as pieces of a page.
struct ActHTML {
  let act: Act
  let wording: Wording
  let links: ActLinks
  private var language: Language { wording.language }

  /// Label and value of everything that is known, as the content of a `dl`.
  @HTMLBuilder var facts: HTML {
    if !otherTitles.isEmpty { fact(wording.title, .joined(otherTitles, by: HTML(.br))) }
    fact(wording.body, act.body.piece(language))
    if let number = act.number { fact(wording.actNumber, .isolated(number)) }
    if let adopted { fact(wording.adopted, adopted) }
    fact(
      wording.inForce,
      act.period == EffectivePeriod() ? .text(wording.notEstablished) : wording.period(act.period))
    changes
    if let note = act.note {
      fact(wording.remark, .isolated(note, language: Language.en.rawValue))
    }
    fact(wording.code, .code(act.id))
  }

  /// What amended and what replaced it, as the content of a `dl`.
  @HTMLBuilder var changes: HTML {
    if !act.amendedBy.isEmpty {
      fact(wording.amendedBy, .joined(act.amendedBy.map(links.piece), by: .text(wording.comma)))
    }
    if let replacedBy = act.replacedBy { fact(wording.replacedBy, links.piece(replacedBy)) }
  }

  /// Whether something amended or replaced it.
  var hasChanges: Bool { !act.amendedBy.isEmpty || act.replacedBy != nil }

  /// The day of an act: by both calendars where it is Iranian.
  private var adopted: HTML? {
    let solarHijri = act.solarHijriDate.flatMap(SolarHijriDate.init)
    guard let day = act.date else {
      return solarHijri.map { .isolated($0.inWords, language: Language.fa.rawValue) }
    }
    guard let solarHijri, language != .fa else { return .day(day, language) }
    return .fragment([
      .day(day, language), " (", .isolated(solarHijri.inWords, language: Language.fa.rawValue), ")",
    ])
  }

  /// What the act is called in other languages than the page's.
  private var otherTitles: [HTML] {
    let shown = act.title[language]
    return Language.allCases.filter { $0 != language }.compactMap { other in
      guard let title = act.title.own(other), title != shown else { return nil }
      return .isolated(title, language: other.rawValue)
    }
  }

  private func fact(_ label: String, _ value: HTML) -> HTML {
    .fragment([HTML(.dt) { label }, HTML(.dd) { value }])
  }
}

extension KnownName {
  /// Returns the name in a language, or else in the one it is known in, marked as that.
  func piece(_ language: Language) -> HTML {
    if let own = own(language) { return .text(own) }
    let known = [Language.en, .ru, .fa].first { own($0) != nil }
    return .isolated(self[language], language: known?.rawValue)
  }
}

/// Links to acts in their index.
struct ActLinks {
  /// The acts that are in the index, by id.
  let acts: [String: Act]
  /// The way from the page to the folder of its language.
  let up: String
  let language: Language

  /// Returns a link to an act, by its title.
  func link(_ act: Act) -> HTML {
    HTML(.a, .link(.page(up + CataloguePath.Index.acts.file, element: act.id))) {
      act.title.piece(language)
    }
  }

  /// Returns what an act says of another: a link if it is the id of one, else the words themselves.
  func piece(_ name: String) -> HTML { acts[name].map(link) ?? .isolated(name) }
}
