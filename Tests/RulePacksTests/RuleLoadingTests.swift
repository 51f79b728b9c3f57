import Diagnostics
import Documents
import Foundation
import RulePacks
import TestSupport
import Testing

/// A rule that is wrong does not load, and the diagnostic stands at the character that is wrong.
@Suite struct RuleLoadingTests {
  @Test func `rules read without their examples are the same rules at the same places`() throws {
    let root = PackageRoot.folder.appendingPathComponent("Rules")
    var texts: [String: SourceText] = [:]
    for path in try #require(FileManager.default.subpaths(atPath: root.path))
    where path.hasSuffix(".yaml") {
      let bytes = try Data(contentsOf: root.appendingPathComponent(path))
      texts[path] = SourceText(name: path, bytes: Array(bytes))
    }
    let files = RuleFiles(texts, areProven: true)
    let whole = RuleLibraryReader.read(files)
    let short = RuleLibraryReader.read(files, readsExamples: false)
    #expect(whole.diagnostics.map(\.description) == [])
    #expect(short.diagnostics.map(\.description) == [])
    let (rules, others) = (
      whole.library.packs.flatMap(\.rules), short.library.packs.flatMap(\.rules)
    )
    #expect(rules.map(\.id) == others.map(\.id))
    #expect(rules.map(\.requires?.text) == others.map(\.requires?.text))
    #expect(rules.map { $0.node.headPlace.start } == others.map { $0.node.headPlace.start })
    #expect(rules.filter(\.examples.isEmpty).map(\.id) == [])
    #expect(others.map(\.examples.count).max() == 0)
  }

  /// What loading and compiling tells: `line:column message` of every error.
  private func problems(_ rules: String) throws -> [String] {
    let texts = TestRules.files(rules).map { ($0.key, SourceText(name: $0.key, text: $0.value)) }
    let files = RuleFiles(Dictionary(uniqueKeysWithValues: texts))
    let (library, diagnostics) = RuleLibraryReader.read(files)
    var problems = diagnostics
    if !diagnostics.hasErrors {
      let schema = try #require(library.schema(kind: "thing"))
      let day = try #require(Day("2026-11-20"))
      var compiler = RuleCompiler(library)
      problems += compiler.pack(market: "IR", schema: schema, asOf: day).diagnostics
    }
    return problems.map { diagnostic in
      let place = diagnostic.place.map { "\($0.start.line):\($0.start.column)" } ?? "-"
      return "\(place) \(diagnostic.message)"
    }
  }

  @Test func `a rule that is right loads without a word`() throws {
    #expect(try problems(TestRules.rule(requires: "size >= 3")) == [])
  }

  @Test(arguments: [
    ("sise >= 3", "11:13 Unknown name \"sise\"; did you mean \"size\"?"),
    ("parts.all(p, p.sze > 1)", "11:28 Unknown field \"sze\" of parts; did you mean \"size\"?"),
    ("'parts.all(p, p.sze > 1)'", "11:29 Unknown field \"sze\" of parts; did you mean \"size\"?"),
    (
      "\"\\u0070arts.all(p, p.sze > 1)\"",
      "11:34 Unknown field \"sze\" of parts; did you mean \"size\"?"
    ),
    ("size > name", "11:18 The operator > does not take double and string"),
    ("size == 3", "11:18 The operator == does not take double and int"),
    ("size", "11:13 The expression is a double, wanted a bool"),
    ("size >= ", "11:20 Wanted an expression, found the end of the expression"),
    (
      "size >= parameter(\"least-sise\")",
      "11:31 Unknown parameter \"least-sise\"; did you mean \"least-size\"?"
    ),
    ("name in codes(\"x\")", "11:27 Unknown code list \"x\""),
    ("name.mathces(\"a\")", "11:18 Unknown function \"mathces\"; did you mean \"matches\"?"),
    ("name.matches(\"(a\")", "11:26 The pattern is wrong: a group without \")\" at character 3"),
  ])
  func `an expression that is wrong is told at its character`(expression: String, problem: String)
    throws
  {
    #expect(try problems(TestRules.rule(requires: expression)) == [problem])
  }

  @Test func `a folded expression is told at its character on its own line`() throws {
    let folded = ">-\n    size >= 3\n      && sise > 1"
    #expect(
      try problems(TestRules.rule(requires: folded)) == [
        "13:10 Unknown name \"sise\"; did you mean \"size\"?"
      ])
  }

  @Test func `every error of an expression is told at once`() throws {
    let problems = try problems(TestRules.rule(requires: "sise > 1 && nme == whole"))
    #expect(
      problems == [
        "11:13 Unknown name \"sise\"; did you mean \"size\"?",
        "11:25 Unknown name \"nme\"; did you mean \"name\"?",
      ])
  }

  @Test func `an unknown act is told with the nearest one`() throws {
    #expect(
      try problems(TestRules.rule(requires: "whole", act: "act-2")) == [
        "9:20 Unknown act \"act-2\"; did you mean \"act-1\"?"
      ])
  }

  @Test func `a rule in force beyond its act does not load`() throws {
    let rule = TestRules.rule(requires: "whole", lines: "  effective: { from: 2019-12-31 }")
    #expect(
      try problems(rule) == [
        "10:16 Rule T-1 is in force from 2019-12-31, its act \"act-1\" only from 2020-01-01 until 2030-12-31"
      ])
  }

  @Test func `a rule without a failing example does not load`() throws {
    #expect(
      try problems(TestRules.rule(requires: "whole", fails: "[]")) == [
        "15:5 Rule T-1 has no example under \"fails\""
      ])
  }

  @Test func `a rule without a passing example does not load`() throws {
    #expect(
      try problems(TestRules.rule(requires: "whole", passes: "[]")) == [
        "15:5 Rule T-1 has no example under \"passes\""
      ])
  }

  @Test func `a failing example says where the finding stands`() throws {
    #expect(
      try problems(TestRules.rule(requires: "whole", fails: "[{ set: { /size: 1 } }]")) == [
        "16:15 A failing example needs the key \"at\""
      ])
  }

  @Test func `only a rule of high confidence may be an error`() throws {
    let rule = TestRules.rule(requires: "whole")
      .replacing("confidence: high", with: "confidence: medium")
    #expect(
      try problems(rule) == ["5:13 Rule T-1 is an error of medium confidence; only high may be"])
  }

  @Test func `an unknown key is told with the nearest one`() throws {
    let rule = TestRules.rule(requires: "whole").replacing("severity:", with: "sevrity:")
    #expect(
      try problems(rule) == [
        "5:3 Unknown key \"sevrity\" in a rule; did you mean \"severity\"?",
        "2:3 A rule needs the key \"severity\"",
      ])
  }

  @Test func `a rule defined twice is told at the second place`() throws {
    let twice = TestRules.rule(requires: "whole") + TestRules.rule(requires: "whole").dropFirst(7)
    #expect(try problems(twice) == ["17:3 Rule T-1 is defined twice"])
  }

  @Test func `a wrong expression in a message is told at its character`() throws {
    let rule = TestRules.rule(requires: "whole").replacing("Size {size}", with: "Size {sise}")
    #expect(try problems(rule) == ["12:25 Unknown name \"sise\"; did you mean \"size\"?"])
  }

  @Test func `a brace without a partner is told`() throws {
    let rule = TestRules.rule(requires: "whole").replacing("Size {size}", with: "Size {size")
    #expect(
      try problems(rule).first
        == "12:24 A brace has no partner; write \"{{\" or \"}}\" for a brace itself")
  }
}
