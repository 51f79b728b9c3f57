import Foundation
import TestSupport
import Testing

/// The command line as a user meets it: exit statuses, and what is said.
@Suite struct CommandTests {
  /// Runs the command on a file with a text, in a folder that is removed afterwards.
  private func validate(
    _ text: String, named name: String = "submission.yaml", _ options: String...
  ) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return try Command.run(["validate", file.path] + options)
  }

  private static let statuses: [(arguments: String, status: Int32)] = [
    ("validate Samples/metformin", 0), ("validate Samples/metformin-deficient", 1),
    ("validate Samples/metformin-deficient --fail-on never", 0),
    ("validate Samples/metformin --fail-on note", 0), ("validate Samples/none", 2),
    ("validate Samples/metformin --market KZ", 2),
    ("validate Samples/metformin --as-of 2026-02-30", 2),
    ("validate Samples/metformin --as-of 1999-01-01", 2), ("validate", 2),
    ("validate Samples/metformin --colour", 2), ("vaildate", 2), ("--help", 0), ("--version", 0),
    ("rules list", 0), ("init medicine", 0), ("init food", 2), ("explain EAEU-MED-068", 0),
    ("explain EAEU-MED-999", 2), ("rules lint", 0), ("rules lint --pack none", 2),
    ("rules list --rules none", 2), ("rules coverage --act none", 2),
    ("rules coverage --act eec-council-78-2016 --format json", 0),
    ("rules new T-1 --pack none --topic t", 2), ("rules new T-1 --pack base --topic t", 0),
    ("rules new STD-X01I --pack base --topic t", 2), ("rules test --least 101", 2),
  ]

  @Test(arguments: statuses)
  func `the exit status says what happened`(arguments: String, status: Int32) throws {
    let words = arguments.split(separator: " ").map(String.init)
    #expect(try Command.run(words).status == status)
  }

  @Test func `an unknown field is told with the nearest one, at its place`() throws {
    let run = try validate("schema: parvaneh-submission/1\nkind: medicine\nsubmision:\n  id: a\n")
    #expect(run.status == 2)
    #expect(run.output.contains("did you mean \"submission\"?"))
    #expect(run.output.contains(":3:1\n"))
  }

  @Test func `every problem of a file is told at once`() throws {
    let run = try validate(
      "schema: parvaneh-submission/1\nkind: medicine\nsubmission:\n  date: 2026-02-30\n  date: 2026-02-28\n  sequense: a\n"
    )
    #expect(run.status == 2)
    for place in [":4:9\n", ":5:3\n", ":6:3\n"] { #expect(run.output.contains(place)) }
  }

  @Test func `hidden characters of a value are shown escaped`() throws {
    let run = try validate("schema: parvaneh-submission/1\nkind: \"medi\u{202E}cine\"\n")
    #expect(run.output.contains("\\u{202E}"))
    #expect(!run.output.contains("\u{202E}"))
  }

  @Test func `a submission without a market or a date is refused`() throws {
    let run = try validate("schema: parvaneh-submission/1\nkind: medicine\n")
    #expect(run.status == 2)
    #expect(run.output.contains("has no date"))
  }

  @Test func `no colour is written to a file`() throws {
    #expect(!(try Command.run("validate", "Samples/metformin-deficient").output.contains("\u{1B}")))
  }

  @Test func `an emergency market is not conformity elsewhere`() throws {
    let run = try Command.run("validate", "Samples/metformin", "--market", "IR")
    #expect(run.output.contains("Iran (IR): conforms"))
    #expect(!run.output.contains("Russia"))
  }

  @Test(arguments: ["medicine", "device"])
  func `the template reads without diagnostics`(kind: String) throws {
    let template = try Command.run("init", kind)
    let run = try validate(template.output)
    #expect(run.status <= 1)
    #expect(!run.output.contains("error:"))
  }

  @Test func `a rule is explained with its law, its condition and its examples`() throws {
    let run = try Command.run("explain", "eaeu-med-068")
    #expect(try Golden("explain.txt").difference(from: run.output) == nil)
  }
}

/// The packs that the program carries.
@Suite struct BundledRulesTests {
  @Test func `the program carries every rule file`() throws {
    let rules = PackageRoot.folder.appendingPathComponent("Rules")
    let files = try #require(FileManager.default.subpaths(atPath: rules.path))
    let wanted = files.filter { $0.hasSuffix(".yaml") || $0 == "NOT-CHECKED.md" }.sorted()
    let list = try String(
      contentsOf: PackageRoot.folder.appendingPathComponent("Sources/BundledRules/rules.c"),
      encoding: .utf8)
    let carried = list.matches(of: /\.\.\/\.\.\/Rules\/(.+)"/).map { String($0.1) }.sorted()
    #expect(carried == wanted)
  }

  @Test func `every example of every bundled rule holds`() throws {
    let run = try Command.run("rules", "test")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ("base", 20), ("ir/medicines", 15), ("ir/devices", 15), ("eaeu/medicines", 10),
    ("ru/medicines", 5), ("eaeu/devices", 5), ("ru/devices", 10),
  ])
  func `a pack has its rules`(pack: String, least: Int) throws {
    let run = try Command.run("rules", "list", "--pack", pack)
    let lines = run.output.split(separator: "\n")
    let count = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.count
    #expect(count >= least)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(run.output.contains("(\(count))\n"))
  }
}
