internal import RulePacks

/// A whole page: its language and direction, its head, and what people see.
struct HTMLPage {
  /// Where the page's style sheet stands.
  enum Style {
    /// In the page itself, `HTMLStyle.all` and what is added to it.
    case inline(HTML)
    /// In a file beside it.
    case linked(HTMLLink)
  }

  /// The language, from which the direction follows.
  let language: Language
  /// What the window is called.
  let title: String
  /// How it looks.
  let style: Style
  /// A script of our own, run when the page is there; nil for none.
  var script: StaticString?
  /// What is seen.
  let content: HTML

  /// The page as text.
  var text: String {
    HTML(
      .html, .language(language.rawValue), .direction(language.direction)
    ) {
      HTML(.head) { head }
      HTML(.body) {
        content
        if let script { HTML(.script) { HTML.verbatim(script) } }
      }
    }
    .page
  }

  @HTMLBuilder private var head: HTML {
    HTML(.meta, .named("charset", "utf-8"))
    HTML(
      .meta, .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
    HTML(.title) { title }
    switch style {
    case .inline(let added):
      HTML(.meta, .named("http-equiv", "Content-Security-Policy"), .named("content", Self.policy))
      HTML(.style) {
        HTMLStyle.all
        added
      }
    case .linked(let link): HTML(.link, .named("rel", "stylesheet"), .link(link))
    }
  }

  /// A page that is whole loads nothing, whatever is written in it.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
}

extension Language {
  /// In which direction it is written.
  var direction: TextDirection {
    switch self {
    case .en, .ru: .leftToRight
    case .fa: .rightToLeft
    }
  }
}
