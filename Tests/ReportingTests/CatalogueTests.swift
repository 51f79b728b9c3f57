import Foundation
import RulePacks
import TestSupport
import Testing

@testable import Reporting

/// The catalogue of rules as pages.
@Suite struct CatalogueTests {
  /// Two rules that follow each other, one of another topic, and what they use.
  static func library() throws -> RuleLibrary {
    let first = TestRules.rule(
      requires: ">-\n    part.size >= parameter(\"least-size\")\n      && name in codes(\"names\")",
      passes: "[{}, { set: { /parts/0/size: 9, /parts/-: { name: d } }, as-of: 2026-11-20 }]",
      fails: "[{ remove: [/parts/1], at: /parts/0/size }]",
      lines:
        "  applies: whole\n  for: { part: parts }\n  effective: { from: 2020-01-01, until: 2026-12-31 }"
    ).replacing("{size}", with: "{part.size}")
    let rules =
      first + more(id: "T-2", lines: "  effective: { from: 2027-01-01, until: 2030-12-31 }")
      + more(id: "T-3 <x>", lines: "  note: <b>not certain</b>").replacing(
        "topic: t", with: "topic: u")
    var files = TestRules.files(rules)
    files["codelists/names.yaml"] = """
      codelist: names
      title: Names
      source: A body
      codes: [{ code: a, en: A name, fa: یک نام, until: 2026-12-31 }, { code: b }]

      """
    return try TestRules.library(files)
  }

  private static func more(id: String, lines: String) -> String {
    TestRules.rule(requires: "size >= parameter(\"least-size\")", lines: lines, id: "\"\(id)\"")
      .replacing("rules:\n", with: "")
  }

  private func files() throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: Catalogue(try Self.library()).files.map { ($0.path, $0.text) })
  }

  @Test(arguments: Language.allCases)
  func `the page of a rule reads as recorded`(language: Language) throws {
    let page = try #require(files()["\(language)/rules/T-1.html"])
    #expect(try Golden("catalogue-rule.\(language.rawValue).html").difference(from: page) == nil)
  }

  @Test(arguments: Language.allCases)
  func `every rule has a page and stands in three indexes`(language: Language) throws {
    let files = try files()
    for index in ["index", "topics", "acts"] {
      let page = try #require(files["\(language)/\(index).html"])
      #expect(page.components(separatedBy: "data-find=").count - 1 == 3)
    }
    #expect(files.keys.filter { $0.hasPrefix("\(language)/rules/") }.count == 3)
  }

  @Test func `every link leads to a page and an element that are there`() throws {
    let files = try files()
    for (path, text) in files where path.hasSuffix(".html") {
      for link in text.matches(of: /href="([^"#]*)(?:#([^"]*))?"/) {
        let target = Self.resolve(String(link.1), from: path)
        let page = try #require(files[target], "\(path): \(link.0)")
        if let id = link.2?.removingPercentEncoding {
          #expect(page.contains("id=\"\(id)\""), "\(path): \(link.0)")
        }
      }
    }
  }

  @Test func `a page has one heading of the first level, none is skipped, and no id is twice`()
    throws
  {
    for (path, text) in try files() where path.hasSuffix(".html") {
      let levels = text.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
      #expect(levels.filter { $0 == 1 }.count == 1, "\(path)")
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(path): \(levels)")
      let ids = text.matches(of: /\sid="([^"]*)"/).map(\.1)
      #expect(Set(ids).count == ids.count, "\(path): \(ids)")
    }
  }

  @Test func `nothing is loaded from outside, and nothing that was read becomes markup`() throws {
    for (path, text) in try files() {
      #expect(!text.contains("://"), "\(path)")
      #expect(!text.contains("<b>not certain"), "\(path)")
    }
  }

  @Test func `the rule before and the rule after are told`() throws {
    let files = try files()
    #expect(
      files["en/rules/T-1.html"]?.contains("after it: <a href=\"../rules/T-2.html\">") == true)
    #expect(
      files["en/rules/T-2.html"]?.contains("before it: <a href=\"../rules/T-1.html\">") == true)
  }

  @Test func `the same library gives the same bytes`() throws {
    let catalogue = Catalogue(try Self.library())
    #expect(catalogue.files.map(\.path) == catalogue.files.map(\.path))
    #expect(catalogue.files.map(\.text) == catalogue.files.map(\.text))
  }

  /// The path of a file in the site, from an address in one of its pages.
  private static func resolve(_ address: String, from path: String) -> String {
    guard !address.isEmpty else { return path }
    var steps = path.split(separator: "/").dropLast().map(String.init)
    for step in (address.removingPercentEncoding ?? address).split(separator: "/") {
      switch step {
      case ".": break
      case "..": steps.removeLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}
