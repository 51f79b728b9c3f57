import Foundation
import TestSupport
import Testing

/// `rules check` reads everything and compiles everything, and runs nothing.
@Suite struct RulesCheckTests {
  /// Runs the command on a rules folder that is removed afterwards.
  private func check(_ rules: String, _ options: String...) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in TestRules.files(rules) {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try Command.run(["rules", "check", "--rules", folder.path] + options)
  }

  private static let right = TestRules.rule(requires: "size >= 3")

  @Test func `rules in which nothing is wrong are counted`() throws {
    let run = try check(Self.right)
    #expect(run.output == "Nothing wrong: rules 1, packs 1\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `the rules inside the program hold`() throws {
    let run = try Command.run("rules", "check")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `what is wrong with a condition is told at its place`() throws {
    let run = try check(TestRules.rule(requires: "sise >= 3"), "--conditions-only")
    #expect(run.status == 3)
    #expect(run.errors.contains("Unknown name \"sise\"; did you mean \"size\"?"))
    #expect(run.errors.contains("rules.yaml:11:13"))
  }

  @Test func `what is wrong with a text is told, unless texts are left out`() throws {
    let rules = Self.right.replacing("Size {size}", with: "{sise}")
    let run = try check(rules)
    #expect(run.status == 3)
    #expect(run.errors.contains("Unknown name \"sise\""))
    #expect(try check(rules, "--conditions-only").status == 0)
  }
}
