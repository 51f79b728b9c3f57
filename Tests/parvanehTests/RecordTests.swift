import Foundation
import TestSupport
import Testing

/// Files of records, one a line.
@Suite struct RecordTests {
  private static let pack = ["--rules", "Tests/Benchmarks/pack", "--format", "json"]

  private func report(_ output: String) throws -> [String: Any] {
    let root = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    return try #require((root?["submissions"] as? [[String: Any]])?.first)
  }

  private func sum(_ submission: [String: Any], _ verdict: String) -> Int {
    (submission["markets"] as? [[String: Any]] ?? [])
      .compactMap { ($0["counts"] as? [String: Any])?[verdict] as? Int }.reduce(0, +)
  }

  private func validate(_ text: String, _ options: String...) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("records.ndjson")
    try Data(text.utf8).write(to: file)
    return try Command.run(["validate", file.path] + Self.pack + options)
  }

  private var lines: [Substring] {
    get throws {
      let file = PackageRoot.folder.appendingPathComponent("Tests/Benchmarks/products-200.ndjson")
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    }
  }

  @Test func `every failing verdict of the benchmark's records is found`() throws {
    let run = try Command.run(
      ["validate", "Tests/Benchmarks/products-200.ndjson"] + Self.pack)
    #expect(run.status == 1)
    let submission = try report(run.output)
    let findings = try #require(submission["findings"] as? [[String: Any]])
    #expect(findings.count == sum(submission, "fails"))
    #expect(sum(submission, "passes") + sum(submission, "fails") == 200 * 40)
    let lines = findings.compactMap { ($0["location"] as? [String: Any])?["line"] as? Int }
    #expect(lines == lines.sorted())
    let records = try #require(submission["records"] as? [String: Any])
    #expect(records["withFindings"] as? Int == Set(lines).count)
  }

  @Test func `the report for people has every finding and the numbers of all`() throws {
    let run = try Command.run(
      "validate", "Tests/Benchmarks/products-200.ndjson", "--rules", "Tests/Benchmarks/pack")
    let json = try report(
      Command.run(["validate", "Tests/Benchmarks/products-200.ndjson"] + Self.pack).output)
    #expect(run.status == 1)
    #expect(run.output.matches(of: #/ --> /#).count == sum(json, "fails"))
    #expect(run.output.hasSuffix("Records: 200, with findings: 82, that could not be judged: 0\n"))
  }

  @Test(arguments: [
    #""atc":"[^"]*""#, #""shelf_life_months":\d+"#, #""kind":"device""#, #""email":"[^"]*""#,
    #""batches":\[[^\]]*\]"#, #""strength":\{[^}]*\}"#,
  ])
  func `a field that is written as null is a field that is not given`(_ field: String) throws {
    let line = try String(#require(lines.first))
    let written = try line.firstMatch(of: Regex(field)).map { String(line[$0.range]) } ?? ""
    let key = written.prefix { $0 != ":" }
    let null = line.replacing(written, with: "\(key):null")
    let without = line.replacing("\(written),", with: "")
    #expect(null != line && without != line)
    let reports = try [null, without].map { try report(validate($0 + "\n", "--jobs", "1").output) }
    for verdict in ["passes", "fails", "undecided", "doesNotApply", "error"] {
      #expect(sum(reports[0], verdict) == sum(reports[1], verdict), "\(verdict) with \(key)")
    }
  }

  @Test(arguments: ["schema", "kind"])
  func `a record whose kind is written as null is told of`(_ key: String) throws {
    let names = ["schema": #""parvaneh-submission/1""#, "kind": #""device""#]
    let line = { (names: [String: String]) in
      #"{"schema":\#(names["schema"] ?? "null"),"kind":\#(names["kind"] ?? "null"),"#
        + #""submission":{"date":"2026-01-01"},"markets":[{"code":"IR"}]}"# + "\n"
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("records.ndjson")
    try Data((line(names) + line(names.filter { $0.key != key })).utf8).write(to: file)
    let run = try Command.run("validate", file.path)
    #expect((1...2).contains(run.status), "\(run.status)")
    #expect(run.output.contains("Records: 2"))
  }

  @Test func `the report is the same on any number of cores`() throws {
    let text = try String(repeating: lines.joined(separator: "\n") + "\n", count: 9)
    let one = try validate(text, "--jobs", "1")
    let four = try validate(text, "--jobs", "4")
    let file = /"[^"]*records.ndjson"/
    #expect(one.output.replacing(file, with: "") == four.output.replacing(file, with: ""))
  }

  @Test func `the report follows its schema`() throws {
    let schema = PackageRoot.folder.appendingPathComponent("Rules/schema/report.schema.json")
    let run = try validate(try lines.prefix(30).joined(separator: "\n") + "\n{\"nome\": 1}\n")
    let problems = try JSONSchema(Data(contentsOf: schema)).problems(in: Data(run.output.utf8))
    #expect(problems == [])
  }

  @Test func `a record that cannot be read is told with its line, and the others are judged`()
    throws
  {
    let good = try #require(try lines.first)
    let run = try validate("\(good)\n{\"nome\": 1}\n\n{broken\n\(good)")
    #expect(run.status == 2)
    let submission = try report(run.output)
    let records = try #require(submission["records"] as? [String: Any])
    #expect(records["total"] as? Int == 4)
    #expect(records["unusable"] as? Int == 2)
    let diagnostics = try #require(submission["diagnostics"] as? [[String: Any]])
    let places = diagnostics.compactMap { ($0["location"] as? [String: Any])?["line"] as? Int }
    #expect(places.first == 2)
    #expect(places.contains(4))
  }

  @Test func `a record is judged as the same record in a file of its own`() throws {
    for line in try lines.prefix(40) {
      let records = try report(try validate(line + "\n").output)
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("parvaneh-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appendingPathComponent("record.json")
      try Data(line.utf8).write(to: file)
      let single = try report(try Command.run(["validate", file.path] + Self.pack).output)
      for verdict in ["passes", "fails", "undecided", "error"] {
        #expect(sum(records, verdict) == sum(single, verdict))
      }
      #expect(try findings(records) == findings(single))
    }
  }

  /// The findings without the name of the file, and without the explanations and fingerprints,
  /// which findings of records do not have.
  private func findings(_ submission: [String: Any]) throws -> String {
    let findings = (submission["findings"] as? [[String: Any]] ?? []).map { finding in
      finding.filter { !["location", "explanation", "fingerprint"].contains($0.key) }
    }
    let bytes = try JSONSerialization.data(withJSONObject: findings, options: .sortedKeys)
    return String(decoding: bytes, as: UTF8.self)
  }
}
