internal import RulePacks

/// What stands around the content of each page of the catalogue: where one is, where one can go, and
/// the same page in the other languages.
struct CatalogueFrame {
  let wording: Wording
  /// The path of the page in the folder of its language.
  let path: String
  /// The index that the page is; nil for the page of a rule.
  let index: CataloguePath.Index?

  private var language: Language { wording.language }
  /// The way from the page up to the folder of its language.
  private var up: String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// Returns the page with a title and a content.
  func page(_ title: String, script: StaticString? = nil, _ content: HTML) -> HTMLPage {
    HTMLPage(
      language: language, title: "\(title) – \(wording.rulesOfParvaneh)",
      style: .linked(.page("\(up)../\(CataloguePath.style)")), script: script,
      content: HTML.fragment([
        HTML(.a, .class("skip"), .link(.element("content"))) { wording.skipToContent },
        bar,
        HTML(.main, .class("page"), .id("content")) { content },
      ]))
  }

  private var bar: HTML {
    HTML(.header, .class("bar")) {
      HTML(.div) {
        HTML(.a, .class("brand"), .link(.page(up + CataloguePath.Index.packs.file))) {
          wording.rulesOfParvaneh
        }
        HTML(.nav, .label(wording.catalogueIndexes)) {
          HTML(.ul) { for index in CataloguePath.Index.allCases { HTML(.li) { link(index) } } }
        }
        HTML(.nav, .class("end"), .label(wording.languages)) {
          HTML(.ul) { for other in Language.allCases { HTML(.li) { link(other) } } }
        }
      }
    }
  }

  private func link(_ index: CataloguePath.Index) -> HTML {
    let current = index == self.index ? [HTML.Attribute.named("aria-current", "page")] : []
    return .element(
      .a, [.link(.page(up + index.file))] + current, [.text(wording.name(of: index))])
  }

  private func link(_ other: Language) -> HTML {
    let current = other == language ? [HTML.Attribute.named("aria-current", "true")] : []
    return .element(
      .a,
      [.link(.page("\(up)../\(other.rawValue)/\(path)")), .language(other.rawValue)] + current,
      [.isolated(other.ownName, language: other.rawValue)])
  }
}

/// The first page: a choice of languages.
struct CatalogueFront {
  var page: HTMLPage {
    HTMLPage(
      language: .en, title: Wording(language: .en).rulesOfParvaneh,
      style: .linked(.page(CataloguePath.style)),
      content: HTML(.main, .class("page front")) {
        HTML(.h1) { "Parvaneh · پروانه" }
        HTML(.ul) {
          for language in Language.allCases {
            HTML(.li, .language(language.rawValue), .direction(language.direction)) {
              HTML(.a, .link(.page("\(language.rawValue)/\(CataloguePath.Index.packs.file)"))) {
                Wording(language: language).rulesOfParvaneh
              }
              HTML(.p) { Wording(language: language).intro }
            }
          }
        }
      })
  }
}

extension Wording {
  func name(of index: CataloguePath.Index) -> String {
    switch index {
    case .packs: byPack
    case .topics: byTopic
    case .acts: byAct
    }
  }
}

extension Language {
  /// What the language calls itself.
  var ownName: String {
    switch self {
    case .en: "English"
    case .ru: "Русский"
    case .fa: "فارسی"
    }
  }
}
