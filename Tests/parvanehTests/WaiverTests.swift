import Foundation
import TestSupport
import Testing

/// Waivers and baselines as a user meets them: what is said, and the exit status.
@Suite struct WaiverTests {
  /// A folder with rules of its own, a thing with two parts that are too small, and what is recorded
  /// of it.
  private final class Dossier {
    let folder: URL

    init(parts: String = "[{ name: b, size: 2 }, { name: c, size: 3 }]") throws {
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("parvaneh-\(UUID().uuidString)")
      let rules = TestRules.rule(
        requires: "part.size >= 5.0", lines: "  for: { part: parts }")
      for (path, text) in TestRules.files(rules) { try write(text, to: "rules/\(path)") }
      try write(parts: parts)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) throws {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func write(parts: String) throws {
      try write(
        """
        kind: thing
        name: a
        size: 4
        submission: { date: 2026-11-20 }
        markets: [{ code: IR }]
        parts: \(parts)

        """, to: "thing.yaml")
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func validate(_ options: String...) throws -> CommandRun { try validate(options) }

    func validate(_ options: [String]) throws -> CommandRun {
      try Command.run(
        ["validate", path("thing.yaml"), "--rules", path("rules")] + options)
    }

    /// The fingerprint of each finding, by its place in the list.
    func fingerprints() throws -> [String] {
      let report = try validate("--format", "json").output
      return report.matches(of: /"fingerprint": "([0-9a-f]+)"/).map { String($0.1) }
    }

    func writeWaiver(subject: String, expires: String = "2026-12-31") throws {
      try write(
        """
        waivers:
        - rule: T-1
          subject: \(subject)
          reason: The part is a spare one
          approved-by: A. Person
          ticket: RA-12
          expires: \(expires)

        """, to: "waivers.yaml")
    }
  }

  /// How the first of two findings is waived, and which findings the baseline knows.
  private static let cases:
    [(waiver: String?, known: String, now: String, failsOnNew: Bool, status: Int32, says: [String])] =
      [
        (nil, "b c", "b c", false, 1, ["As in the baseline"]),
        (nil, "b c", "b c", true, 0, ["As in the baseline"]),
        (nil, "b", "b c", true, 1, ["As in the baseline", "New since the baseline"]),
        (nil, "b c", "c", true, 0, ["Fixed since the baseline: 1", "As in the baseline"]),
        (nil, "b", "c", true, 1, ["Fixed since the baseline: 1", "New since the baseline"]),
        ("2026-12-31", "b c", "b c", true, 0, ["Waived, would fail, until 2026-12-31"]),
        ("2026-12-31", "c", "b c", true, 0, ["Waived, would fail", "New since the baseline"]),
        ("2026-12-31", "b", "b c", true, 1, ["Waived, would fail", "New since the baseline"]),
        ("2026-12-31", "b c", "b c", false, 1, ["Waived, would fail", "RA-12"]),
        ("2026-12-31", "b c", "c", false, 1, ["covers no finding", "Fixed since the baseline: 1"]),
        ("2026-11-20", "b", "b", false, 0, ["Waived, would fail, until 2026-11-20"]),
        ("2026-11-19", "b", "b", false, 1, ["expired on 2026-11-19 and waives nothing"]),
        ("2026-11-19", "b", "b", true, 0, ["expired on 2026-11-19", "As in the baseline"]),
        ("2026-11-19", "c", "b", true, 1, ["expired on 2026-11-19", "New since the baseline"]),
      ]

  private static func parts(_ names: String) -> String {
    let sizes = ["b": 2, "c": 3]
    return "["
      + names.split(separator: " ").map { "{ name: \($0), size: \(sizes[String($0)] ?? 0) }" }
      .joined(separator: ", ") + "]"
  }

  @Test(arguments: cases)
  func `waived, expired, new, unchanged and fixed findings are told and counted`(
    waiver: String?, known: String, now: String, failsOnNew: Bool, status: Int32, says: [String]
  ) throws {
    let dossier = try Dossier(parts: Self.parts("b"))
    let subject = try #require(try dossier.fingerprints().first)
    try dossier.write(parts: Self.parts(known))
    let baseline = dossier.path("baseline.json")
    _ = try dossier.validate("--format", "json=\(baseline)")
    try dossier.write(parts: Self.parts(now))
    var options = ["--baseline", baseline] + (failsOnNew ? ["--fail-on-new"] : [])
    if let waiver {
      try dossier.writeWaiver(subject: subject, expires: waiver)
      options += ["--waivers", dossier.path("waivers.yaml")]
    }
    let arguments = ["validate", dossier.path("thing.yaml"), "--rules", dossier.path("rules")]
    let run = try Command.run(arguments + options)
    #expect(run.status == status)
    for text in says { #expect(run.output.contains(text), "\(run.output)") }
  }

  /// Every way in which one failing finding can be recorded; who counts is worked out anew.
  private static let products: [(waiver: String?, isKnown: Bool?, failsOnNew: Bool)] =
    [nil, "2026-12-31", "2026-11-19"].flatMap { waiver in
      [(waiver, nil, false)]
        + [true, false].flatMap { isKnown in
          [true, false].map { (waiver, isKnown, $0) }
        }
    }

  @Test(arguments: products)
  func `what is neither waived nor known counts, and a waiver that is over waives nothing`(
    waiver: String?, isKnown: Bool?, failsOnNew: Bool
  ) throws {
    let dossier = try Dossier(parts: Self.parts("b"))
    var options = failsOnNew ? ["--fail-on-new"] : []
    if let waiver {
      let subject = try #require(try dossier.fingerprints().first)
      try dossier.writeWaiver(subject: subject, expires: waiver)
      options += ["--waivers", dossier.path("waivers.yaml")]
    }
    if let isKnown {
      let baseline = dossier.path("baseline.json")
      try dossier.write(parts: isKnown ? Self.parts("b") : "[]")
      _ = try dossier.validate(["--format", "json=\(baseline)"])
      try dossier.write(parts: Self.parts("b"))
      options += ["--baseline", baseline]
    }
    let counts = waiver != "2026-12-31" && !(failsOnNew && isKnown == true)
    for format in ["text", "sarif", "junit"] {
      let run = try dossier.validate(options + ["--format", format])
      #expect(run.status == (counts ? 1 : 0), "\(format)")
      #expect(run.output.contains("waiver/expired") == (waiver == "2026-11-19"), "\(format)")
    }
  }

  private static let faulty: [(waiver: String, id: String, status: Int32)] = [
    ("rule: T-1\n  reason: a\n  approved-by: b", "waiver/too-wide", 1),
    ("rule: T-1\n  subject: \"\"\n  reason: a\n  approved-by: b", "waiver/too-wide", 1),
    ("rule: T-1\n  subject: a\n  approved-by: b", "waiver/unreasoned", 1),
    ("rule: T-1\n  subject: a\n  reason: \" \"\n  approved-by: b", "waiver/unreasoned", 1),
    ("rule: T-1\n  subject: a\n  reason: a", "waiver/unapproved", 1),
    ("rule: T-1\n  subject: a\n  reason: a\n  approved-by: b", "waiver/unused", 0),
  ]

  @Test(arguments: faulty)
  func `what is wrong with a waiver is a finding at its line in every format, and counts`(
    waiver: String, id: String, status: Int32
  ) throws {
    let dossier = try Dossier(parts: "[{ name: b, size: 9 }]")
    try dossier.write(
      "waivers:\n- \(waiver)\n  expires: 2027-01-01\n", to: "waivers.yaml")
    let options = ["--waivers", dossier.path("waivers.yaml")]
    for format in ["text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "csv", "html"] {
      let run = try dossier.validate(options + ["--format", format])
      #expect(run.status == status, "\(format)")
      #expect(run.output.contains(id), "\(format)")
      #expect(run.output.contains("waivers.yaml"), "\(format)")
      #expect(run.errors == "", "\(format)")
    }
    #expect(try dossier.validate(options + ["--matrix"]).output.contains(id))
    #expect(try dossier.validate(options + ["--fail-on", "warning"]).status == 1)
    #expect(try dossier.validate(options + ["--fail-on", "never"]).status == 0)
  }

  @Test func `a renewed waiver holds beside the one that is over`() throws {
    let dossier = try Dossier(parts: Self.parts("b"))
    let subject = try #require(try dossier.fingerprints().first)
    let entry = "rule: T-1, subject: \(subject), reason: a, approved-by: b"
    try dossier.write(
      "waivers: [{ \(entry), expires: 2026-01-01 }, { \(entry), expires: 2027-01-01 }]\n",
      to: "waivers.yaml")
    let run = try dossier.validate(["--waivers", dossier.path("waivers.yaml")])
    #expect(run.status == 0)
    #expect(run.output.contains("Waived, would fail, until 2027-01-01"))
    #expect(run.output.contains("waiver/unused"))
  }

  @Test func `a waiver of a dossier that cannot be judged is not called unused`() throws {
    let dossier = try Dossier()
    try dossier.writeWaiver(subject: "a")
    try dossier.write("kind: thing\n  a: b: c\n", to: "thing.yaml")
    let run = try dossier.validate(["--waivers", dossier.path("waivers.yaml")])
    #expect(run.status == 2)
    #expect(!run.output.contains("waiver/"))
  }

  private static let refused: [(waiver: String, says: String)] = [
    ("rule: T-1\n  subject: a\n  reason: a\n  approved-by: b", "needs the key \"expires\""),
    (
      "subject: a\n  reason: a\n  approved-by: b\n  expires: 2027-01-01", "needs the key \"rule\""
    ),
    (
      "rule: T-1\n  subject: a\n  reason: a\n  approved-by: b\n  expires: soon",
      "Wanted a day as YYYY-MM-DD"
    ),
    (
      "rule: T-1\n  subject: a\n  reason: a\n  aproved-by: b\n  expires: 2027-01-01",
      "did you mean \"approved-by\"?"
    ),
  ]

  @Test(arguments: refused)
  func `a waiver that cannot be read makes the file unusable`(
    waiver: String, says: String
  ) throws {
    let dossier = try Dossier()
    try dossier.write("waivers:\n- \(waiver)\n", to: "waivers.yaml")
    let run = try dossier.validate("--waivers", dossier.path("waivers.yaml"))
    #expect(run.status == 2)
    #expect(run.output.contains(says), "\(run.output)")
    #expect(run.output.contains("waivers.yaml:"))
  }

  @Test func `a JSON report with waivers and a baseline follows its schema`() throws {
    let dossier = try Dossier()
    let baseline = dossier.path("baseline.json")
    _ = try dossier.validate("--format", "json=\(baseline)")
    try dossier.writeWaiver(subject: try #require(try dossier.fingerprints().last))
    try dossier.write(parts: "[{ name: c, size: 3 }]")
    let run = try dossier.validate(
      "--format", "json", "--baseline", baseline, "--waivers", dossier.path("waivers.yaml"))
    let schema = PackageRoot.folder.appendingPathComponent("Rules/schema/report.schema.json")
    let problems = try JSONSchema(Data(contentsOf: schema)).problems(in: Data(run.output.utf8))
    #expect(problems == [])
    #expect(run.output.contains("\"approvedBy\": \"A. Person\""))
    #expect(run.output.contains("\"fixed\": ["))
    #expect(run.status == 0)
  }

  @Test func `diff tells what is new, fixed and unchanged`() throws {
    let dossier = try Dossier(parts: Self.parts("b c"))
    let (before, after) = (dossier.path("a.json"), dossier.path("b.json"))
    _ = try dossier.validate("--format", "json=\(before)")
    try dossier.write(parts: "[{ name: c, size: 3 }, { name: d, size: 1 }]")
    _ = try dossier.validate("--format", "json=\(after)")
    let run = try Command.run("diff", before, after)
    #expect(run.status == 1)
    #expect(
      run.output == """
        New: 1
          T-1 (IR, error): Size 4

        Fixed: 1
          T-1 (IR, error): Size 4

        Unchanged: 1

        """)
    let receipt = try Receipts(Command.run("diff", before, after, "--format", "json").output)
    #expect(receipt.inputs == [before, after])
    #expect(try Command.run("diff", before, before).status == 0)
    #expect(try Command.run("diff", before, dossier.path("thing.yaml")).status == 2)
  }
}
