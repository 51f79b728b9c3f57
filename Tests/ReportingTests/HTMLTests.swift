import RulePacks
import Testing

@testable import Reporting

/// What is written as HTML can be read as nothing else.
@Suite struct HTMLTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onclick=\"x", "&quot; onclick=&quot;x"),
    ("a & b", "a &amp; b"),
    ("a\u{202E}b\u{2066}", "a\u{FFFD}b\u{FFFD}"),
    ("\u{0}\u{1F}\n", "\u{FFFD}\u{FFFD}\n"),
    ("می\u{200C}شود", "می\u{200C}شود"),
  ])
  func `texts and values of attributes are escaped`(text: String, written: String) {
    #expect(HTML.text(text).markup == written)
    #expect(HTML(.span, .class(text)).markup == "<span class=\"\(written)\"></span>")
  }

  @Test func `a text put into words is escaped, too`() {
    let words: HTML = "is \("<b>")"
    #expect(words.markup == "is &lt;b&gt;")
  }

  @Test func `elements nest, void ones have no closing tag`() {
    let list = HTML(.ul) {
      for name in ["a", "b"] { HTML(.li) { name } }
      if false { "never" }
    }
    #expect(list.markup == "<ul><li>a</li>\n<li>b</li>\n</ul>\n")
    #expect(HTML(.br).markup == "<br>")
    #expect(HTML.Tag.allCases.filter(\.isVoid) == [.meta, .link, .hr, .br, .wbr, .input])
  }

  @Test(arguments: [
    (HTMLLink.element("a b\"<"), "#a%20b%22%3C"),
    (
      .page("javascript:alert(1)"),
      "./javascript%3Aalert(1)".replacing("(", with: "%28").replacing(")", with: "%29")
    ),
    (.page("../fa/index.html", element: "پ"), "../fa/index.html#%D9%BE"),
    (.page("//host/x"), ".///host/x"),
  ])
  func `no link leads outside`(link: HTMLLink, address: String) {
    #expect(HTML(.a, .link(link)).markup == "<a href=\"\(address)\"></a>")
  }

  @Test func `data for a script cannot end it`() {
    let data = HTML(.script) { HTML.data(.string("</script>")) }
    #expect(data.markup == "<script>\"\\u003c/script>\"</script>\n")
  }

  @Test(arguments: [(Language.en, "ltr"), (.ru, "ltr"), (.fa, "rtl")])
  func `a page has the direction of its language and loads nothing`(
    language: Language, direction: String
  ) {
    let page = HTMLPage(
      language: language, title: "<x>", style: .inline(.nothing), content: HTML(.main) { "y" })
    #expect(
      page.text.hasPrefix("<!doctype html>\n<html lang=\"\(language)\" dir=\"\(direction)\">"))
    #expect(page.text.contains("<title>&lt;x&gt;</title>"))
    #expect(page.text.contains("default-src 'none'"))
  }

  @Test(arguments: [
    (Language.en, "<bdi>2026-11-20</bdi>"),
    (.ru, "<bdi>20.11.2026</bdi>"),
    (.fa, "۲۹ آبان ۱۴۰۵ <span class=\"quiet\">(<code dir=\"ltr\">2026-11-20</code>)</span>"),
  ])
  func `a day is written as its language writes it`(language: Language, written: String) throws {
    let day = try #require(Day("2026-11-20"))
    let expected = "<time datetime=\"2026-11-20\">\(written)</time>"
    #expect(HTML.day(day, language).markup == expected)
  }
}
