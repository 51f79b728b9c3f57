import Foundation
import TestSupport
import Testing

/// The samples conform in both of their markets; their deficient twins give the findings that are
/// recorded in `Goldens`.
@Suite struct SampleTests {
  @Test(arguments: ["metformin", "hearing-aid"])
  func `a sample conforms in both markets`(sample: String) throws {
    let run = try Command.run("validate", "Samples/\(sample)")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.matches(of: /Conclusion: .*: conforms/).count == 2)
    #expect(!run.output.contains("-->"))
  }

  @Test(arguments: ["metformin-deficient", "hearing-aid-deficient"])
  func `a deficient twin gives its recorded findings`(sample: String) throws {
    let run = try Command.run("validate", "Samples/\(sample)")
    #expect(run.status == 1)
    #expect(try Golden("\(sample).txt").difference(from: run.output) == nil)
  }

  @Test func `every pack fails on ten topics of the deficient twins, and more`() throws {
    var topics: [String: Set<String>] = [:]
    for sample in ["metformin-deficient", "hearing-aid-deficient"] {
      for finding in try report("Samples/\(sample)").findings where finding.fails {
        topics[finding.pack, default: []].insert(finding.topic)
      }
    }
    let packs = [
      "base", "ir/medicines", "ir/devices", "eaeu/medicines", "eaeu/devices", "ru/medicines",
      "ru/devices",
    ]
    #expect(Set(topics.keys) == Set(packs))
    for pack in packs { #expect(topics[pack, default: []].count >= 10, "\(pack)") }
  }

  @Test func `each defect that the list of the samples names is found`() throws {
    let file = PackageRoot.folder.appendingPathComponent("Samples/README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let lists = text.components(separatedBy: "## The defects of `").dropFirst()
    #expect(lists.count == 2)
    for list in lists {
      let sample = String(list.prefix { $0 != "`" })
      let found = Set(try report("Samples/\(sample)").findings.filter(\.fails).map(\.rule))
      let named = list.matches(of: /`([A-Z]+-[A-Z]*-?[A-Z]?[0-9]+[A-Z]?)`/).map { String($0.1) }
      #expect(named.count >= 20)
      #expect(found.isSuperset(of: named), "\(sample): \(Set(named).subtracting(found))")
    }
  }

  @Test(arguments: ["en", "ru", "fa"])
  func `the language changes words and nothing else`(language: String) throws {
    let english = try report("Samples/metformin-deficient")
    let other = try report("Samples/metformin-deficient", "--language", language)
    #expect(english.findings.map(\.key) == other.findings.map(\.key))
    #expect(english.conclusions == other.conclusions)
    #expect(english.status == other.status)
  }

  @Test func `the same input gives the same bytes`() throws {
    let arguments = ["validate", "Samples/metformin-deficient", "--format", "json"]
    let runs = try (1...2).map { _ in try Command.run(arguments) }
    #expect(runs[0].output == runs[1].output)
  }

  @Test(arguments: ["metformin", "metformin-deficient", "hearing-aid-deficient"])
  func `a JSON report follows its schema`(sample: String) throws {
    let schema = PackageRoot.folder.appendingPathComponent("Rules/schema/report.schema.json")
    let run = try Command.run("validate", "Samples/\(sample)", "--format", "json")
    let problems = try JSONSchema(Data(contentsOf: schema)).problems(in: Data(run.output.utf8))
    #expect(problems == [])
  }

  /// What of a report does not depend on the language.
  private struct Report {
    struct Finding {
      let rule: String
      let key: String
      let pack: String
      let topic: String
      let fails: Bool
    }

    let status: Int32
    let conclusions: [String]
    let findings: [Finding]
  }

  private func report(_ path: String, _ options: String...) throws -> Report {
    let run = try Command.run(["validate", path, "--format", "json"] + options)
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let submission = (root?["submissions"] as? [[String: Any]])?.first ?? [:]
    let markets = submission["markets"] as? [[String: Any]] ?? []
    let findings = submission["findings"] as? [[String: Any]] ?? []
    return Report(
      status: run.status, conclusions: markets.compactMap { $0["conclusion"] as? String },
      findings: findings.map { finding in
        let parts = ["market", "rule", "verdict", "severity", "fingerprint"]
          .map { finding[$0] as? String ?? "" }
        let location = finding["location"] as? [String: Any] ?? [:]
        let key = parts + ["\(location["line"] ?? ""):\(location["column"] ?? "")"]
        return Report.Finding(
          rule: parts[1], key: key.joined(separator: " "), pack: finding["pack"] as? String ?? "",
          topic: finding["topic"] as? String ?? "",
          fails: parts[2] == "fails" && finding["upcoming"] is NSNull)
      })
  }
}
