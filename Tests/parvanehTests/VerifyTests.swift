import Foundation
import TestSupport
import Testing

/// `verify` makes a stored report again and names what is not as it was.
@Suite struct VerifyTests {
  private static let runs: [[String]] = [
    [], ["--market", "IR", "--as-of", "2027-02-01"], ["--language", "fa", "--would-pass"],
    ["--max-findings-per-rule", "1"], ["--matrix"], ["--waivers", "waivers.yaml"],
    ["--baseline", "earlier.json", "--jobs", "1", "--fail-on", "never"],
  ]

  @Test("A stored report is the same, whatever was asked for", arguments: runs)
  func same(options: [String]) throws {
    let folder = try RuledFolder()
    try folder.report()
    try folder.move("report.json", to: "earlier.json")
    try folder.write(
      """
      waivers:
      - rule: T-1
        subject: none
        reason: A test
        approved-by: A. Person
        expires: 2027-01-01

      """, to: "waivers.yaml")
    _ = try Command.run(
      ["validate", "thing", "--rules", "rules", "--format", "json=report.json"] + options,
      in: folder.folder)
    let run = try folder.run("verify", "report.json")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasPrefix("report.json: the same, byte for byte\n"))
  }

  struct Case: CustomStringConvertible {
    let description: String
    let file: String
    let old: String
    let new: String
    let says: [String]
    var status: Int32 = 1
  }

  private static let changes = [
    Case(
      description: "a byte of a rule that changes a finding", file: "rules/ir/things/rules.yaml",
      old: "size >= 5", new: "size >= 6",
      says: ["Pack ir/things", "rules.yaml: changed", "T-1: changed"]),
    Case(
      description: "a byte of a rule that changes no finding", file: "rules/ir/things/rules.yaml",
      old: "at: /whole }]", new: "at: /whole  }]",
      says: ["rules.yaml: changed", "T-2: changed"]),
    Case(
      description: "a byte outside of all rules", file: "rules/ir/things/rules.yaml",
      old: "# The rules of things", new: "# The rules of a thing",
      says: ["rules.yaml: changed, outside of its rules"]),
    Case(
      description: "a rule that has another id", file: "rules/ir/things/rules.yaml",
      old: "id: T-1", new: "id: T-4",
      says: ["T-1: not there any more", "T-4: added", "New: 1", "Gone: 1"]),
    Case(
      description: "a parameter", file: "rules/ir/things/pack.yaml", old: "value: 3",
      new: "value: 2", says: ["pack.yaml: changed", "least-size: changed", "Gone: 1"]),
    Case(
      description: "an act", file: "rules/acts/acts.yaml", old: "An act", new: "The act",
      says: ["Folder acts", "acts.yaml: changed"]),
    Case(
      description: "the schema", file: "rules/schema/thing.yaml", old: "A thing", new: "One thing",
      says: ["Folder schema", "thing.yaml: changed"]),
    Case(
      description: "the submission", file: "thing/submission.yaml", old: "size: 4\nmade",
      new: "size: 6\nmade",
      says: ["thing/submission.yaml: changed", "Gone: 1", "The first line that differs"]),
    Case(
      description: "the report", file: "report.json", old: "\"doesNotConform\"",
      new: "\"conforms\"",
      says: ["the report itself was changed", "Iran (IR): conforms → does not conform"]),
    Case(
      description: "the program's version", file: "report.json", old: "\"program\": \"",
      new: "\"program\": \"0.", says: ["Program: the report is by 0."]),
    Case(
      description: "a rule that does not hold any more", file: "rules/ir/things/rules.yaml",
      old: "requires: whole", new: "requires: hole",
      says: ["cannot be made again", "T-2: changed"], status: 3),
    Case(
      description: "a file of rules that cannot be read", file: "rules/ir/things/rules.yaml",
      old: "fails: [", new: "fails: [[", says: ["cannot be made again", "rules.yaml: changed"],
      status: 3),
  ]

  @Test("What differs is named", arguments: changes)
  func differs(_ change: Case) throws {
    let folder = try RuledFolder()
    try folder.report()
    try folder.change(change.file, change.old, change.new)
    let run = try folder.run("verify", "report.json")
    #expect(run.status == change.status, "\(run.output)\(run.errors)")
    for text in change.says { #expect(run.output.contains(text), "\(run.output)") }
    let json = try folder.run("verify", "report.json", "--format", "json")
    #expect(json.status == change.status)
    let root = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(root?["same"] as? Bool == false)
  }

  @Test("What differs is told in three languages", arguments: ["en", "ru", "fa"])
  func golden(language: String) throws {
    let folder = try RuledFolder()
    try folder.report()
    let same = try folder.run("verify", "report.json", "--language", language)
    try folder.change("rules/ir/things/rules.yaml", "size >= 5", "size >= 4")
    try folder.change("rules/ir/things/rules.yaml", "# The rules", "# Rules")
    try folder.change("rules/acts/acts.yaml", "An act", "The act")
    try folder.change("rules/ir/things/pack.yaml", "value: 3", "value: 2")
    try folder.change("thing/submission.yaml", "name: c", "name: d")
    try folder.write("rules: []\n", to: "rules/ir/things/more.yaml")
    let run = try folder.run("verify", "report.json", "--language", language)
    let golden = Golden("verify.\(language).txt")
    #expect(try golden.difference(from: same.output + "\n" + run.output) == nil)
  }

  @Test("Submission and rules are found where they lie now")
  func moved() throws {
    let folder = try RuledFolder()
    try folder.report()
    try folder.move("thing", to: "archive")
    try folder.move("rules", to: "law")
    #expect(try folder.run("verify", "report.json").status == 2)
    let run = try folder.run(
      "verify", "report.json", "--submission", "archive", "--rules", "law")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let file = try folder.run(
      "verify", "report.json", "--submission", "archive/submission.yaml", "--rules", "law")
    #expect(file.status == 0, "\(file.output)\(file.errors)")
  }

  private static let unusable: [(report: String, says: String)] = [
    ("{}", "Wanted a report with a receipt"), ("[", "report.json:1:"),
    ("{\"receipt\": {}}", "needs the key \"program\""),
    (
      "{\"schema\": \"parvaneh-forecast/1\", \"receipt\": {}}",
      "this one calls itself \"parvaneh-forecast/1\""
    ),
    (
      "{\"receipt\": {\"program\": \"1\", \"options\": {\"strictness\": 1, \"language\": \"en\"}}}",
      "Unknown key \"strictness\""
    ),
    (
      "{\"receipt\": {\"program\": \"1\", \"options\": {\"paths\": [\"thing\"], \"language\": \"xx\"}}}",
      "options cannot be used"
    ),
    (
      "{\"receipt\": {\"program\": \"1\", \"options\": {\"paths\": [\"none\"], \"language\": \"en\"}}}",
      "Cannot read \"none\""
    ),
    (
      "{\"receipt\": {\"program\": \"1\", \"options\": {\"paths\": [\"none\"], \"language\": \"en\"}}}",
      "tell with --submission where it"
    ),
  ]

  @Test("What cannot be told is told with status 2", arguments: unusable)
  func useless(report: String, says: String) throws {
    let folder = try RuledFolder()
    try folder.write(report, to: "report.json")
    let run = try folder.run("verify", "report.json")
    #expect(run.status == 2)
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(try folder.run("verify", "nothing.json").status == 2)
  }

  @Test("A registry's report is the same, and a changed record is named")
  func registry() throws {
    let folder = try RuledFolder()
    let benchmarks = PackageRoot.folder.appendingPathComponent("Tests/Benchmarks")
    try FileManager.default.copyItem(
      at: benchmarks.appendingPathComponent("pack"), to: folder.url("pack"))
    try FileManager.default.copyItem(
      at: benchmarks.appendingPathComponent("products-200.ndjson"), to: folder.url("all.ndjson"))
    _ = try folder.run(
      "validate", "all.ndjson", "--rules", "pack", "--format", "json=report.json")
    #expect(try folder.run("verify", "report.json", "--jobs", "2").status == 0)
    try folder.write(try folder.text("all.ndjson") + "\n", to: "all.ndjson")
    let run = try folder.run("verify", "report.json")
    #expect(run.status == 1)
    #expect(run.output.contains("all.ndjson: changed"), "\(run.output)")
  }

  @Test("A document of the dossier that is gone or another one is named")
  func dossier() throws {
    let folder = try RuledFolder()
    let sample = PackageRoot.folder.appendingPathComponent("Samples/hearing-aid")
    try FileManager.default.copyItem(at: sample, to: folder.url("aid"))
    _ = try folder.run("validate", "aid", "--market", "IR", "--format", "json=report.json")
    let report = try folder.text("report.json")
    let paths = report.matches(of: /\{"path": "(aid\/[^"]+\.pdf)", "sha256": "[0-9a-f]{64}"\}/)
      .map { String($0.1) }
    #expect(paths.count > 1)
    try folder.remove(paths[0])
    try folder.write("another", to: paths[1])
    let run = try folder.run("verify", "report.json")
    #expect(run.status == 1)
    #expect(run.output.contains("\(paths[0]): not there any more"), "\(run.output)")
    #expect(run.output.contains("\(paths[1]): changed"), "\(run.output)")
  }

  @Test("A report does not tell in which folder it was made")
  func deterministic() throws {
    let (one, other) = (try RuledFolder(), try RuledFolder())
    try one.report("--jobs", "1")
    try other.report()
    #expect(try one.text("report.json") == other.text("report.json"))
  }

  @Test("The rules inside the program and those of the folder have the same digests")
  func bundled() throws {
    let arguments = ["validate", "Samples/hearing-aid", "--format", "json"]
    let texts = [
      try Command.run(arguments).output, try Command.run(arguments + ["--rules", "Rules"]).output,
    ]
    let receipts = try texts.map { text in
      try #require(text.firstMatch(of: /\n    "asOf"(?s:.)+/)).0
    }
    #expect(receipts[0] == receipts[1])
    #expect(receipts[0].contains("\"folder\": \"ru/devices\""))
    #expect(!receipts[0].contains("\"folder\": \"ru/medicines\""))
  }
}
