import Evaluation
import Foundation
import Reporting
import RulePacks
import TestSupport
import Testing

/// The page: that it stands alone, what it escapes, and what a browser and axe say of it.
@Suite struct HTMLReportTests {
  private static func page(
    _ language: Language = .en, _ result: SubmissionResult? = nil
  ) throws -> String {
    try HTMLReport(language: language).text(of: [result ?? Things.result()])
  }

  /// A result whose message is a text.
  private static func result(saying text: String) throws -> SubmissionResult {
    let sample = TestRules.sample.replacing("name: a", with: "name: \"\(text)\"")
    let rule = TestRules.rule(
      requires: "name == \"\"", fails: "[{ set: { /name: b }, at: /name }]"
    ).replacing("{size}", with: "{name}")
    let market = try TestRules.result(rule, sample, asOf: try #require(Day("2026-11-20")))
    return SubmissionResult(path: "thing.yaml", kind: "thing", markets: [market], diagnostics: [])
  }

  @Test(arguments: Language.allCases)
  func `a page loads nothing from outside`(language: Language) throws {
    let page = try Self.page(language)
    for word in ["http:", "https:", "src=", "url(", "@import", "<link", "<iframe", "<object"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `the language and the direction stand at the root`() throws {
    #expect(try Self.page(.fa).contains("<html lang=\"fa\" dir=\"rtl\">"))
    #expect(try Self.page(.ru).contains("<html lang=\"ru\" dir=\"ltr\">"))
  }

  @Test func `nothing in a value becomes a tag`() throws {
    let page = try Self.page(.en, Self.result(saying: "<script>alert(1)</script>&amp;'"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"))
    #expect(page.matches(of: /<script>/).count == 1)
  }

  @Test func `a value that turns text round is shown escaped`() throws {
    let page = try Self.page(.en, Self.result(saying: "a\\u202Eb"))
    #expect(page.contains("a\\u{202E}b"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `codes keep their direction in Persian`() throws {
    let page = try Self.page(.fa, Self.result(saying: "AB-12/3"))
    #expect(page.contains("<bdi>AB-12/3</bdi>"))
  }

  @Test func `ten thousand findings make a page under five megabytes`() throws {
    let parts = (1...10_000).map { "- { name: part-\($0), size: 2 }\n" }.joined()
    let sample = TestRules.sample.replacing("- { name: b, size: 2 }\n", with: parts)
    let rule = TestRules.rule(requires: "part.size >= 3.0", lines: "  for: { part: parts }")
      .replacing("{size}", with: "{part.name}: {part.size}")
    let market = try TestRules.result(rule, sample, asOf: try #require(Day("2026-11-20")))
    let result = SubmissionResult(
      path: "thing.yaml", kind: "thing", markets: [market], diagnostics: [])
    #expect(market.findings.count == 10_000)
    // Persian needs the most bytes.
    let page = try Self.page(.fa, result)
    #expect(page.utf8.count < 5_000_000)
    #expect(page.components(separatedBy: "<li data-rule=").count == 10_001)
  }

  // MARK: In a browser

  private static let browser = Tool("chromium") ?? Tool("chromium-browser")

  /// The file of axe-core in the Python package that brings it, nil if it is not installed.
  private static let axe: String? = {
    guard let python = Tool.python(with: "axe_core_python") else { return nil }
    let script = "import axe_core_python, os; print(os.path.dirname(axe_core_python.__file__))"
    guard let folder = try? python.run(["-c", script]).output else { return nil }
    let file = folder.trimmingCharacters(in: .whitespacesAndNewlines) + "/axe.min.js"
    return try? String(contentsOfFile: file, encoding: .utf8)
  }()

  /// The page as the browser has it after a script has run.
  private static func dom(_ page: String, after script: String) throws -> String {
    let browser = try #require(browser)
    let end = "<script>\(script)</script></body>"
    let run = try browser.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000",
        "--dump-dom", "file://FILE",
      ], on: page.replacing("</body>", with: end))
    return run.output
  }

  @Test(
    .enabled(if: browser != nil, "there is no Chromium"),
    .enabled(if: axe != nil, "the Python package axe-core-python is not there"),
    arguments: Language.allCases)
  func `axe finds no fault`(language: Language) throws {
    let script =
      try #require(Self.axe)
        + """
        ;axe.run().then((found) => {
          document.title = "AXE " + found.passes.length + " " + JSON.stringify(
            found.violations.map((fault) => [fault.id, fault.nodes.map((node) => node.html)]));
        }, (error) => { document.title = "AXE broke: " + error; });
        """
    let dom = try Self.dom(Self.page(language), after: script)
    let title = try #require(dom.firstMatch(of: /<title>(AXE [^<]*)<\/title>/))
    #expect(title.output.1.wholeMatch(of: /AXE [1-9][0-9]* \[\]/) != nil, "\(title.output.1)")
  }

  @Test(.enabled(if: browser != nil, "there is no Chromium"))
  func `a filter shows what was chosen and counts it`() throws {
    let script = """
      const choice = document.querySelector("[data-filter=severity]");
      choice.value = "warning";
      choice.dispatchEvent(new Event("input", { bubbles: true }));
      const shown = [...document.querySelectorAll(".rule")].filter((rule) => !rule.hidden);
      document.title = "SHOWN " + shown.map((rule) => rule.dataset.severity).join()
        + " " + document.querySelector("output").textContent;
      """
    let dom = try Self.dom(Self.page(), after: script)
    let total = try Things.result().findings.count
    #expect(dom.contains("<title>SHOWN warning 1 of \(total) findings</title>"))
  }
}
