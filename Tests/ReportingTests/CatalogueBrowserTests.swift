import Foundation
import RulePacks
import TestSupport
import Testing

@testable import Reporting

/// The catalogue as a browser shows it; skipped, and told, where Chromium is not installed.
@Suite(.enabled(if: Browser() != nil, "Chromium is not installed")) struct CatalogueBrowserTests {
  /// Opens a page of the catalogue with a script of the test's own behind it.
  private func visit(
    _ path: String, fragment: String = "", script: String
  ) throws -> Browser.Visit {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-catalogue-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in Catalogue(try CatalogueTests.library()).files {
      let place = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      let text = file.text.replacing("</body>", with: "<script>\(script)</script></body>")
      try Data((file.path == path ? text : file.text).utf8).write(to: place)
    }
    let browser = try #require(Browser())
    return try browser.open(folder.appendingPathComponent(path), fragment: fragment)
  }

  @Test(
    arguments: [(Language.en, "ltr"), (.ru, "ltr"), (.fa, "rtl")], ["index.html", "rules/T-1.html"])
  func `a page is laid out in its direction, in its style, without an error`(
    language: (Language, String), page: String
  ) throws {
    let visit = try visit(
      "\(language.0.rawValue)/\(page)",
      script: """
        const style = getComputedStyle(document.documentElement);
        const heading = document.querySelector("h1").getBoundingClientRect();
        const bar = getComputedStyle(document.querySelector(".bar"));
        document.title = [style.direction, bar.borderBottomStyle,
          document.documentElement.scrollWidth <= innerWidth].join(" ");
        """)
    #expect(visit.document.contains("<title>\(language.1) solid true</title>"))
    #expect(visit.console.isEmpty, "\(visit.console)")
  }

  @Test(arguments: [
    ("T-2", 1, "Rules found: 1"), ("Thing RIGHT", 3, "Rules found: 3"),
    ("act-1 T-3", 1, "Rules found: 1"), ("nowhere", 0, "Rules found: 0"), ("", 3, ""),
  ])
  func `a search shows the rules that hold all its words`(
    words: String, count: Int, told: String
  ) throws {
    let visit = try visit(
      "en/index.html", fragment: "find=" + words.replacing(" ", with: "%20"),
      script: """
        document.title = document.querySelectorAll("[data-find]:not([hidden])").length + ":"
          + document.getElementById("found").textContent;
        """)
    #expect(visit.document.contains("<title>\(count):\(told)</title>"))
    #expect(visit.console.isEmpty, "\(visit.console)")
  }

  @Test func `a search in Persian takes either keyboard and counts in Persian digits`() throws {
    let words = "چيز درست"  // with the Arabic letter for ye
    let fragment = try #require(words.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let visit = try visit(
      "fa/index.html", fragment: "find=" + fragment,
      script: "document.title = document.getElementById('found').textContent;")
    #expect(visit.document.contains("<title>۳ قاعده یافت شد</title>"))
  }
}
