import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Documents

/// The public suites, where they lie beside the package.
@Suite struct SuiteTests {
  private static let yaml = PackageRoot.shared("suites/yaml/cases.jsonl")
  private static let json = PackageRoot.shared("suites/json/test_parsing")

  private struct Case: Decodable {
    let id: String
    let yaml: String
    let valid: Bool
    let libyamlAgrees: Bool

    private enum CodingKeys: String, CodingKey {
      case id, yaml, valid
      case libyamlAgrees = "libyaml_agrees"
    }
  }

  private static func accepts(_ text: String) -> Bool {
    let source = SourceText(name: "f", text: text)
    let result = YAMLReader.read(source, limits: .standard, strictness: .grammarOnly)
    // A file of comments alone is a stream without documents to the suite.
    return result.diagnostics.allSatisfy { $0.message == "The file is empty" }
  }

  @Test(.enabled(if: yaml != nil, "the YAML suite is not beside the package"))
  func `YAML is read as its suite says`() throws {
    let text = try String(contentsOf: #require(Self.yaml), encoding: .utf8)
    let cases = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
    var agreeing = 0
    for item in cases {
      let accepted = Self.accepts(item.yaml)
      guard item.libyamlAgrees else { continue }
      agreeing += 1
      #expect(accepted == item.valid, "case \(item.id)")
    }
    #expect(cases.count == 402)
    #expect(agreeing == 335)
  }

  @Test(.enabled(if: json != nil, "the JSON suite is not beside the package"))
  func `JSON is read as its suite says`() throws {
    let folder = try #require(Self.json)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    var counts: [Character: Int] = [:]
    for file in files.sorted(by: { $0.path < $1.path }) {
      let kind = try #require(file.lastPathComponent.first)
      counts[kind, default: 0] += 1
      let source = SourceText(name: "f", bytes: Array(try Data(contentsOf: file)))
      let isRefused = Self.problem(source) != nil
      switch kind {
      case "y": #expect(!isRefused, "\(file.lastPathComponent)")
      case "n": #expect(isRefused, "\(file.lastPathComponent)")
      default: break
      }
    }
    #expect(counts == ["y": 95, "n": 188, "i": 35])
  }

  /// Duplicate keys are good JSON, and refused by us later.
  private static func problem(_ source: SourceText) -> Diagnostic? {
    TextCheck.problem(source, .standard)
      ?? JSONReader.read(source, limits: .standard).diagnostics.first
  }
}
