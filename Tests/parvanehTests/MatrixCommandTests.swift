import TestSupport
import Testing

/// `parvaneh validate --matrix`.
@Suite struct MatrixCommandTests {
  private static let sample = "Samples/metformin-deficient"

  @Test func `a dossier is laid out topic by topic for its markets`() throws {
    let run = try Command.run("validate", Self.sample, "--matrix")
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[1].split(separator: " ") == ["topic", "RU", "IR"])
    #expect(lines[2].contains("fails"))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["json", "text", "markdown"])
  func `it is written in other formats, too`(format: String) throws {
    let run = try Command.run("validate", Self.sample, "--matrix", "--format", format)
    #expect(run.status == 1)
    #expect(run.output.contains("serialisation.gtin"))
  }

  @Test func `a format that has no matrix is refused`() throws {
    let run = try Command.run("validate", Self.sample, "--matrix", "--format", "ndjson")
    #expect(run.status == 2)
    #expect(run.errors.contains("ndjson"))
  }

  @Test func `records are not laid out`() throws {
    let run = try Command.run("validate", "x.ndjson", "--matrix")
    #expect(run.status == 2)
  }
}
