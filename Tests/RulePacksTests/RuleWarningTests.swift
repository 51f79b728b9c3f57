import Diagnostics
import RulePacks
import TestSupport
import Testing

/// What the author of a rule has probably not meant so.
@Suite struct RuleWarningTests {
  private func warnings(_ rules: String) throws -> [String] {
    let library = try TestRules.library(rules)
    let pack = try #require(library.packs.first)
    var compiler = RuleCompiler(library)
    return pack.rules.flatMap { rule in
      let warnings = compiler.warnings(of: rule, in: pack)
      return (warnings.absences.flatMap(\.self) + warnings.foregone).map(\.description)
    }
  }

  @Test func `a field that may be absent and is read without asking is told at its place`() throws {
    let told = try warnings(TestRules.rule(requires: "size >= 3 && submission.date < as_of"))
    #expect(told.count == 2)
    #expect(
      told.first?.hasPrefix("ir/things/rules.yaml:11:13: warning: T-1: \"size\" may be absent")
        == true)
    #expect(told.last?.hasPrefix("ir/things/rules.yaml:11:37: warning: T-1: \"date\"") == true)
  }

  private static let asked = [
    TestRules.rule(requires: "has(self.size) && size >= 3"),
    TestRules.rule(requires: "size >= 3", lines: "  applies: has(self.size)"),
    TestRules.rule(
      requires: "part.size >= 3", lines: "  for: { part: 'parts.filter(p, has(p.size))' }"
    ).replacing("{size}", with: "{part.size}"),
    TestRules.rule(
      requires: "part.size >= 3", lines: "  for: { part: parts }\n  applies: has(part.size)"
    ).replacing("{size}", with: "{part.size}"),
  ]

  @Test(arguments: asked)
  func `a field that was asked for is not told`(rules: String) throws {
    #expect(try warnings(rules) == [])
  }

  @Test(arguments: [
    ("has(self.size) && size >= 5 && size < 5", "never holds together"),
    ("has(self.name) && name == \"a\" && name == \"b\"", "never holds together"),
    ("has(self.name) && name in [\"a\", \"b\"] && name == \"c\"", "never holds together"),
    ("has(self.name) && (name != \"a\" || name != \"b\")", "always holds"),
    ("has(self.size) && (size < 5 || size >= 5)", "always holds"),
    ("has(self.size) && (size >= 3 || 1 > 2)", "reads no field"),
  ])
  func `a condition that is decided before any value is known is told`(
    expression: String, message: String
  ) throws {
    let told = try warnings(TestRules.rule(requires: "'\(expression)'"))
    #expect(told.count == 1)
    #expect(told.first?.contains(message) == true)
  }

  @Test(arguments: [
    "has(self.size) && size >= 3 && size < 5", "has(self.size) && (size < 3 || size > 5)",
    "has(self.name) && name in [\"a\", \"b\"] && name != \"b\"",
    "parts.exists(p, has(p.size) && p.size > 5) && parts.exists(p, has(p.size) && p.size < 3)",
  ])
  func `conditions that can hold together are not told`(expression: String) throws {
    #expect(try warnings(TestRules.rule(requires: "'\(expression)'")) == [])
  }

  @Test func `a parameter that no rule names is told`() throws {
    let library = try TestRules.library(TestRules.rule(requires: "size >= 3"))
    let told = library.unusedNames.filter { $0.severity == .warning }.map(\.description)
    #expect(told.count == 1)
    #expect(told.first?.contains("No rule uses the parameter \"least-size\"") == true)
    let used = try TestRules.library(
      TestRules.rule(requires: "size >= parameter(\"least-size\")"))
    #expect(used.unusedNames.filter { $0.severity == .warning } == [])
  }

  @Test func `a text that is the same in two languages is told`() throws {
    let rule = TestRules.rule(requires: "size >= 3").replacing("ru: Исправьте", with: "ru: Mend it")
    let library = try TestRules.library(rule)
    let told = library.packs.flatMap(\.rules).flatMap(library.textWarnings).map(\.message)
    #expect(told == ["T-1: the remedy in \"ru\" is the same as in \"en\""])
  }

  private static func list(_ lines: String) -> String {
    "codelist: names\ntitle: Names\nsource: Nobody\n\(lines)codes: [a, b]\n"
  }

  @Test(arguments: [
    ("", ["No rule, format or field uses the code list \"names\""]),
    ("formats: [country]\n", []), ("fields: [parts.name]\n", []),
    ("formats: [none]\n", ["The code list \"names\" names the unknown format \"none\""]),
    ("fields: [parts.none]\n", ["The code list \"names\" names the unknown field \"parts.none\""]),
  ])
  func `a code list that nothing knows is told`(lines: String, told: [String]) throws {
    var files = TestRules.files(TestRules.rule(requires: "size >= parameter(\"least-size\")"))
    files["codelists/names.yaml"] = Self.list(lines)
    let warnings = try TestRules.library(files).unusedNames.filter { $0.severity == .warning }
    #expect(warnings.map(\.message) == told)
  }

  @Test(arguments: [
    ("label.language", "label.languages", true), ("label.on-pack", "label.pack-on", true),
    ("label.emdn", "label.edqm", false), ("label.language", "package.language", false),
    ("label.language", "label.language", false),
  ])
  func `a topic of one rule that is all but another is told`(
    topic: String, other: String, isTold: Bool
  ) throws {
    let rules = [(topic, "T-1"), (other, "T-2")].map { topic, id in
      TestRules.rule(requires: "size >= parameter(\"least-size\")", id: id)
        .replacing("topic: t\n", with: "topic: \(topic)\n")
    }
    let library = try TestRules.library(
      rules[0] + rules[1].replacing("rules:\n", with: ""))
    let told = library.unusedNames.filter { $0.severity == .warning }.map(\.message)
    #expect(told.contains { $0.contains("did you mean") } == isTold, "\(told)")
  }
}
