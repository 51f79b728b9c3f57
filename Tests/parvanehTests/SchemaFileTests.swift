import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

/// The JSON Schemas for editors.
@Suite struct SchemaFileTests {
  private static let names = ["rule", "pack", "act", "codelist", "medicine", "device"]

  @Test(arguments: names)
  func `a committed schema is what the program writes`(name: String) throws {
    let run = try Command.run("schema", name)
    #expect(run.status == 0)
    let golden = Golden("../../../Rules/schema/\(name).schema.json")
    #expect(try golden.difference(from: run.output) == nil)
  }

  @Test func `a schema that nobody knows is told, with the nearest`() throws {
    let run = try Command.run("schema", "rules")
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean \"rule\""))
  }

  @Test func `every file of the rules folder fits its schema`() throws {
    var count = 0
    for file in try Self.yamlFiles("Rules") {
      guard let name = Self.schema(of: file) else { continue }
      #expect(try Self.problems(in: file, name).isEmpty, "\(file)")
      count += 1
    }
    #expect(count > 100)
  }

  @Test(arguments: [
    ("Samples/metformin/submission.yaml", "medicine"),
    ("Samples/metformin-deficient/submission.yaml", "medicine"),
    ("Samples/hearing-aid/submission.yaml", "device"),
    ("Samples/hearing-aid-deficient/submission.yaml", "device"),
  ])
  func `a sample fits its schema`(file: String, name: String) throws {
    #expect(try Self.problems(in: file, name).isEmpty)
  }

  @Test(arguments: [
    ("rule", "rules: [{ id: A, sevrity: error }]", "/rules/0: has the unknown sevrity"),
    ("rule", "rules: [{ id: A }]", "/rules/0: lacks topic"),
    ("rule", "rules: [{ severity: severe }]", "/rules/0/severity: is none of"),
    ("rule", "rules: [{ decidable: by-hand, requires: x }]", "/rules/0: fits what it must not"),
    ("rule", "rules: [{ decidable: automatic }]", "/rules/0: lacks requires"),
    ("rule", "rules: [{ severity: error, confidence: low }]", "/rules/0/confidence: is none of"),
    ("act", "acts: [{ title: {} }]", "/acts/0/title: has fewer than 1"),
    ("codelist", "codes: [A, { from: 2020-01-01 }]", "/codes/1: fits no alternative"),
    ("medicine", "submission: { typ: initial }", "/submission: has the unknown typ"),
    ("medicine", "submission: { type: first }", "/submission/type: is none of"),
    ("device", "device: []", "/device: is no"),
  ])
  func `what does not fit is told`(name: String, text: String, problem: String) throws {
    let problems = try Self.problems(inText: text, name)
    #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
  }

  // MARK: Files and schemas

  private static func yamlFiles(_ folder: String) throws -> [String] {
    let root = PackageRoot.folder.appendingPathComponent(folder)
    let found =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The schema of a file of the rules folder; nil for those that are submissions' own.
  private static func schema(of file: String) -> String? {
    let steps = file.split(separator: "/")
    switch steps[1] {
    case "schema", "samples": return nil
    case "acts": return "act"
    case "codelists": return "codelist"
    default: return steps.last == "pack.yaml" ? "pack" : "rule"
    }
  }

  private static func problems(in file: String, _ name: String) throws -> [String] {
    let text = try String(
      contentsOf: PackageRoot.folder.appendingPathComponent(file), encoding: .utf8)
    return try problems(inText: text, name)
  }

  private static func problems(inText text: String, _ name: String) throws -> [String] {
    let document = try #require(
      DocumentReader.read(SourceText(name: "file.yaml", text: text)).document)
    let schema = PackageRoot.folder.appendingPathComponent("Rules/schema/\(name).schema.json")
    return try JSONSchema(Data(contentsOf: schema))
      .problems(in: Data(document.json(named: "file.json").bytes))
  }
}
