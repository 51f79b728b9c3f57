import Foundation
import TestSupport

/// A folder with rules of its own and a thing that fails two of them, in which the program is run.
final class RuledFolder {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    let rules =
      "# The rules of things\n" + TestRules.rule(requires: "size >= 5")
      + TestRules.rule(
        requires: "whole", fails: "[{ set: { /whole: false }, at: /whole }]", id: "T-2"
      )
      .replacing("rules:\n", with: "")
      + TestRules.rule(
        requires: "part.size >= parameter(\"least-size\")", lines: "  for: { part: parts }",
        id: "T-3"
      ).replacing("rules:\n", with: "")
    for (path, text) in TestRules.files(rules) { try write(text, to: "rules/\(path)") }
    try write(
      TestRules.sample.replacing("size: 3 }", with: "size: 4 }"), to: "thing/submission.yaml")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ path: String) -> URL { folder.appendingPathComponent(path) }

  func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
      at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url(path))
  }

  func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  /// Replaces a text that a file must have.
  func change(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    guard text.contains(old) else { throw Missing(text: old, path: path) }
    try write(text.replacing(old, with: new), to: path)
  }

  func move(_ path: String, to other: String) throws {
    try FileManager.default.moveItem(at: url(path), to: url(other))
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

  func run(_ arguments: String...) throws -> CommandRun { try Command.run(arguments, in: folder) }

  /// Writes a JSON report, `report.json`.
  func report(_ options: String...) throws {
    _ = try Command.run(
      ["validate", "thing", "--rules", "rules", "--format", "json=report.json"] + options,
      in: folder)
  }

  struct Missing: Error {
    let text: String
    let path: String
  }
}
