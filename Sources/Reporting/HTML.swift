internal import RulePacks

/// HTML in the making: texts are escaped where they are written, and nothing that was read can become
/// a tag, an attribute's name or an address outside the page.
indirect enum HTML: Sendable {
  /// Words; `<`, `>` and `&` are escaped.
  case text(String)
  /// An element with its attributes and what is in it.
  case element(Tag, [Attribute], [HTML])
  /// Several pieces behind each other.
  case fragment([HTML])
  /// Text of our own that is written as it is: a style sheet, a script, a doctype.
  ///
  /// A `StaticString` stands in the program, so that no text that was read can get here.
  case verbatim(StaticString)
  /// Pieces that are made when they are written: if they are many, on all cores.
  case pieces([@Sendable () -> HTML])
  /// A value for a script, in JSON, with `<` escaped.
  case data(JSON)

  /// Nothing.
  static let nothing = HTML.fragment([])

  /// The elements that reports are made of.
  enum Tag: String, Sendable, CaseIterable {
    case html, head, meta, title, link, style, script, body
    case header, nav, main, footer, section, article, aside, div, details, summary
    case h1, h2, h3, h4, p, pre, ul, ol, li, dl, dt, dd, figure, figcaption, hr, br
    case table, caption, thead, tbody, tr, th, td
    case a, abbr, b, bdi, cite, code, del, em, ins, mark, small, span, strong, time, wbr
    case button, input, label, output, select, option
    case svg, rect, line

    /// Whether nothing can be in it, and it has no closing tag.
    var isVoid: Bool {
      switch self {
      case .meta, .link, .hr, .br, .wbr, .input: true
      default: false
      }
    }

    /// Whether a line ends behind it, so that the text of a page can be read and compared.
    var endsLine: Bool {
      switch self {
      case .a, .abbr, .b, .bdi, .cite, .code, .del, .em, .ins, .mark, .small, .span, .strong, .time,
        .wbr, .button, .input, .label, .output, .br:
        false
      default: true
      }
    }
  }

  /// An attribute of an element.
  struct Attribute: Sendable, Hashable {
    let name: String
    /// Nil for one that is only there or not.
    let value: String?

    private init(_ name: StaticString, _ value: String?) {
      self.name = name.description
      self.value = value
    }

    /// Any attribute but an address or an event, by a name that stands in the program.
    static func named(_ name: StaticString, _ value: String? = nil) -> Attribute {
      Attribute(name, value)
    }
    /// The classes of a style sheet.
    static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    /// The name by which links lead to the element.
    static func id(_ name: String) -> Attribute { Attribute("id", name) }
    /// What an element is called where its text does not tell.
    static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
    /// The heading of a table's cells.
    static func scope(_ name: String) -> Attribute { Attribute("scope", name) }
    /// In which direction its text runs.
    static func direction(_ direction: TextDirection) -> Attribute {
      Attribute("dir", direction.rawValue)
    }
    /// The language of its text, as a language tag.
    static func language(_ tag: String) -> Attribute { Attribute("lang", tag) }
    /// Where a link leads.
    static func link(_ link: HTMLLink) -> Attribute { Attribute("href", link.address) }
  }

  /// The page as text, with `<!doctype html>` in front.
  var page: String {
    var bytes = Array("<!doctype html>\n".utf8)
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The piece as text.
  var markup: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): bytes.append(escaped: text)
    case .fragment(let pieces): for piece in pieces { piece.write(to: &bytes) }
    case .pieces(let pieces):
      let written = pieces.concurrentMap(inChunksOf: 64) { piece in
        var bytes: [UInt8] = []
        piece().write(to: &bytes)
        return bytes
      }
      for piece in written { bytes += piece }
    case .verbatim(let text): bytes += text.description.utf8
    case .data(let json): bytes.append(script: json)
    case .element(let tag, let attributes, let content):
      bytes.append(opening: tag, attributes)
      guard !tag.isVoid else { return }
      for piece in content { piece.write(to: &bytes) }
      bytes.append(closing: tag)
    }
  }
}

/// In which direction a text runs.
enum TextDirection: String, Sendable, Hashable {
  /// As English and Russian do, codes and numbers.
  case leftToRight = "ltr"
  /// As Persian does.
  case rightToLeft = "rtl"
  /// As its first letter says.
  case automatic = "auto"
}

/// A link to a place in a page, or to another page beside it; nothing leads outside.
struct HTMLLink: Sendable, Hashable {
  let address: String

  private init(address: String) { self.address = address }

  /// A link to an element of the same page.
  static func element(_ id: String) -> HTMLLink {
    HTMLLink(address: "#" + id.addressEscaped)
  }

  /// A link to a page by its path from here, such as `../fa/index.html`, and to an element in it.
  static func page(_ path: String, element id: String? = nil) -> HTMLLink {
    // "./" in front, so that a colon in a name never makes a scheme of what is before it.
    let start = path.hasPrefix("../") || path.hasPrefix("./") ? "" : "./"
    return HTMLLink(
      address: start + path.addressEscaped + (id.map { "#" + $0.addressEscaped } ?? ""))
  }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Creates words.
  init(stringLiteral text: String) { self = .text(text) }

  /// Creates an element; its content is listed in braces, texts as they are.
  init(
    _ tag: Tag, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
  ) {
    self = .element(tag, attributes, [content()])
  }

  /// Returns a text that keeps its own direction among others: a code, a number, an expression.
  static func code(_ text: String, class name: String? = nil) -> HTML {
    let attributes: [Attribute] = [.direction(.leftToRight)] + (name.map { [.class($0)] } ?? [])
    return .element(.code, attributes, [.text(text)])
  }

  /// Returns a text whose direction its own letters decide and which the text around it does not
  /// disturb: a value of a submission, a name.
  static func isolated(_ text: String, language tag: String? = nil) -> HTML {
    .element(.bdi, tag.map { [.language($0)] } ?? [], [.text(text)])
  }

  /// Returns pieces with something between each two of them.
  static func joined(_ pieces: [HTML], by separator: HTML) -> HTML {
    .fragment(
      pieces.enumerated().flatMap { index, piece in index == 0 ? [piece] : [separator, piece] })
  }
}

/// Lists pieces of HTML one below the other; texts are words.
@resultBuilder enum HTMLBuilder {
  /// A piece as it is.
  static func buildExpression(_ piece: HTML) -> HTML { piece }
  /// A text as words.
  static func buildExpression(_ text: String) -> HTML { .text(text) }
  /// Several pieces.
  static func buildExpression(_ pieces: [HTML]) -> HTML { .fragment(pieces) }
  /// Pieces behind each other.
  static func buildBlock(_ pieces: HTML...) -> HTML { .fragment(pieces) }
  /// A piece that may be missing.
  static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .nothing }
  /// One of two pieces.
  static func buildEither(first piece: HTML) -> HTML { piece }
  /// The other of two pieces.
  static func buildEither(second piece: HTML) -> HTML { piece }
  /// The pieces of a loop.
  static func buildArray(_ pieces: [HTML]) -> HTML { .fragment(pieces) }
}

extension [UInt8] {
  fileprivate mutating func append(opening tag: HTML.Tag, _ attributes: [HTML.Attribute]) {
    append(UInt8(ascii: "<"))
    self += tag.rawValue.utf8
    for attribute in attributes {
      append(UInt8(ascii: " "))
      self += attribute.name.utf8
      guard let value = attribute.value else { continue }
      self += "=\"".utf8
      append(escaped: value)
      append(UInt8(ascii: "\""))
    }
    append(UInt8(ascii: ">"))
    if tag.isVoid, tag.endsLine { append(UInt8(ascii: "\n")) }
  }

  fileprivate mutating func append(closing tag: HTML.Tag) {
    self += "</\(tag.rawValue)>".utf8
    if tag.endsLine { append(UInt8(ascii: "\n")) }
  }

  /// Appends words; what could end them becomes a reference, and so do marks that reorder text.
  fileprivate mutating func append(escaped text: String) {
    guard text.utf8.contains(where: \.mayBeginReference) else {
      self += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": self += "&amp;".utf8
      case "<": self += "&lt;".utf8
      case ">": self += "&gt;".utf8
      case "\"": self += "&quot;".utf8
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": self += "\u{FFFD}".utf8
      case "\0"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}": self += "\u{FFFD}".utf8
      default: self += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// Appends JSON that can stand in a script: no tag begins in it.
  fileprivate mutating func append(script json: JSON) {
    for byte in json.compact {
      if byte == UInt8(ascii: "<") { self += "\\u003c".utf8 } else { append(byte) }
    }
  }
}

extension UInt8 {
  /// Whether a character that begins with the byte may have to be written as a reference.
  fileprivate var mayBeginReference: Bool {
    switch self {
    case 0x00...0x1F, 0x7F, 0xE2, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""):
      true
    default: false
    }
  }
}

extension String {
  /// The text as a part of an address: letters, digits and what a path is made of stay.
  fileprivate var addressEscaped: String {
    utf8.reduce(into: "") { address, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "/"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
  }
}
