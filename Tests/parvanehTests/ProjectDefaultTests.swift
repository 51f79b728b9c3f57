import Foundation
import TestSupport
import Testing

/// `parvaneh.yaml` gives `validate` the options that nobody typed.
@Suite(.serialized) struct ProjectDefaultTests {
  /// Runs the program in a folder of its own with a file of defaults, on a sample.
  private func run(_ defaults: String, _ options: String...) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(defaults.utf8).write(to: folder.appendingPathComponent("parvaneh.yaml"))
    let sample = PackageRoot.folder.appendingPathComponent("Samples/metformin-deficient").path
    return try Command.run(["validate", sample] + options, in: folder)
  }

  @Test func `the file's options hold where the command line says nothing`() throws {
    let run = try run("markets: [IR]\nlanguage: ru\nfail-on: never\n")
    #expect(run.status == 0)
    #expect(run.output.contains("Вывод: Иран"))
    #expect(!run.output.contains("(RU)"))
  }

  @Test func `the command line wins`() throws {
    let run = try run(
      "markets: [IR]\nlanguage: ru\nfail-on: never\n", "--market", "RU", "--fail-on=error")
    #expect(run.status == 1)
    #expect(run.output.contains("(RU)"))
    #expect(!run.output.contains("(IR)"))
  }

  @Test func `the file can be left unread`() throws {
    let run = try run("fail-on: never\n", "--no-config")
    #expect(run.status == 1)
  }

  @Test(arguments: [
    ("market: [IR]\n", "did you mean \"markets\"?", ":1:1"),
    ("fail-on: never\nfail-on-new: perhaps\n", "Wanted true or false", ":2:14"),
    ("markets: IR\n", "Wanted a list", ":1:10"),
    ("markets: [\n", "error", ":"),
  ])
  func `what is wrong with the file is told at its place`(
    defaults: String, says: String, place: String
  ) throws {
    let run = try run(defaults)
    #expect(run.status == 2)
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(run.errors.contains("parvaneh.yaml\(place)"), "\(run.errors)")
  }
}
