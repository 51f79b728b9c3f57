import Foundation
import TestSupport
import Testing

/// Files that are too large, and folders that are too deep, are refused with a reason.
@Suite struct FileLimitTests {
  /// Runs the program on a file of so many bytes in a folder of its own.
  private func run(
    _ name: String, bytes count: UInt64, of byte: UInt8 = UInt8(ascii: "a"),
    _ arguments: (String) -> [String]
  ) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(repeating: byte, count: Int(count)).write(to: file)
    return try Command.run(arguments(name.contains("/") ? folder.path : file.path))
  }

  @Test func `a submission of more than 64 MiB is refused`() throws {
    let run = try run("submission.yaml", bytes: 64 << 20 + 1) { ["validate", $0] }
    #expect(run.status == 2)
    #expect((run.output + run.errors).contains("submission.yaml\" is larger than 64 MiB"))
  }

  @Test func `a record of more than 64 MiB is refused`() throws {
    let run = try run("records.ndjson", bytes: 66 << 20) {
      ["validate", $0, "--rules", "Tests/Benchmarks/pack", "--format", "json"]
    }
    #expect(run.status == 2)
    #expect((run.output + run.errors).contains("is longer than 67108864 bytes"))
  }

  @Test func `folders of rules that are nested too deep are refused`() throws {
    let run = try run("a/b/c/d/e/f/g/h/i.yaml", bytes: 1) { ["rules", "list", "--rules", $0] }
    #expect(run.status == 2)
    #expect((run.output + run.errors).contains("nested deeper than 8 folders"))
  }

  @Test func `a rule file of more than 16 MiB is refused, not read in part`() throws {
    let run = try run("a/rules.yaml", bytes: 16 << 20 + 1, of: UInt8(ascii: "#")) {
      ["rules", "check", "--rules", $0]
    }
    #expect(run.status == 2)
    #expect((run.output + run.errors).contains("rules.yaml\" is larger than 16 MiB"))
  }
}
