import Foundation
import TestSupport
import Testing

/// Which reports are written where.
@Suite struct ReportOptionTests {
  /// Runs the command on a sample, `FOLDER` in the arguments replaced by a folder of its own.
  private func run(
    _ arguments: String, _ check: (CommandRun, (String) -> String?) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = arguments.replacing("FOLDER", with: folder.path).split(separator: " ")
    let run = try Command.run(["validate", "Samples/metformin-deficient"] + words.map(String.init))
    try check(run) { name in
      try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
  }

  @Test func `a report for a file leaves the text on the terminal`() throws {
    let text = try Command.run("validate", "Samples/metformin-deficient").output
    try run("--format json=FOLDER/a.json --format ndjson=FOLDER/a.ndjson") { run, file in
      #expect(run.status == 1)
      #expect(run.output == text)
      #expect(file("a.json")?.hasPrefix("{") == true)
      #expect(file("a.ndjson")?.hasPrefix("{\"submission\": ") == true)
    }
  }

  @Test func `a report that names no file goes to the terminal alone`() throws {
    try run("--format json --format ndjson=FOLDER/a.ndjson") { run, file in
      #expect(run.output.hasPrefix("{\n"))
      #expect(file("a.ndjson") != nil)
    }
  }

  @Test func `output takes what would go to the terminal`() throws {
    try run("--output FOLDER/a.txt --format json=FOLDER/a.json") { run, file in
      #expect(run.output == "")
      #expect(file("a.txt")?.contains("Conclusion") == true)
      #expect(file("a.json")?.hasPrefix("{") == true)
    }
    try run("--output FOLDER/a.json --format json") { run, file in
      #expect(run.output == "")
      #expect(file("a.json")?.hasPrefix("{") == true)
    }
  }

  private static let refused: [(arguments: String, words: String)] = [
    ("--format josn", "did you mean \"json\"?"),
    ("--format json --format text", "One report goes to the terminal, not json and text"),
    ("--format json=", "names no file"),
    ("--format json=FOLDER/a --format text=FOLDER/a", "Two reports would be written"),
    ("--format json=FOLDER/a --output FOLDER/a", "Two reports would be written"),
    ("--format json=FOLDER/none/a", "Cannot write"),
  ]

  @Test(arguments: refused)
  func `what cannot be written is refused`(arguments: String, words: String) throws {
    try run(arguments) { run, _ in
      #expect(run.status == 2)
      #expect(run.errors.contains(words))
    }
  }

  @Test func `records are given one report, in a format that can be written while they are read`()
    throws
  {
    let file = "Tests/Benchmarks/products-200.ndjson"
    let start = ["validate", "--rules", "Tests/Benchmarks/pack", file]
    let sorts = ["--format", "ndjson"]
    #expect(try Command.run(start + sorts).errors.contains("not reported as ndjson"))
    let two = ["--format", "json", "--format", "text=a.txt"]
    #expect(try Command.run(start + two).errors.contains("are given one report"))
  }
}
