import TestSupport
import Testing

@testable import parvaneh

/// What `--watch` calls a change, and what it does then.
@Suite struct WatchTests {
  private typealias Stamp = FileStamps.Stamp
  private typealias Status = parvaneh.ExitStatus

  private static func stamp(_ seconds: Int, _ nanoseconds: Int = 0, size: Int = 10) -> Stamp {
    Stamp(seconds: seconds, nanoseconds: nanoseconds, size: size)
  }

  @Test func `files that come, go, grow or are written are changes, in order`() {
    let before = FileStamps([
      "gone": Self.stamp(1), "grown": Self.stamp(1), "same": Self.stamp(1),
      "written": Self.stamp(1),
      "written-at-once": Self.stamp(1, 5),
    ])
    let after = FileStamps([
      "come": Self.stamp(1), "grown": Self.stamp(1, size: 11), "same": Self.stamp(1),
      "written": Self.stamp(2), "written-at-once": Self.stamp(1, 6),
    ])
    #expect(
      after.changes(since: before) == ["come", "gone", "grown", "written", "written-at-once"])
    #expect(after.changes(since: after) == [])
  }

  /// A disk that is looked at once before each run and then at every pause.
  private final class Script {
    var looks: [[String: FileStamps.Stamp]]
    var pauses: Int
    var statuses: [Result<Status, Status>]
    var told: [[String]] = []

    init(
      looks: [[String: FileStamps.Stamp]], pauses: Int,
      statuses: [Result<Status, Status>]
    ) {
      (self.looks, self.pauses, self.statuses) = (looks, pauses, statuses)
    }

    func run() throws -> Status {
      let watch = Watch(
        judge: { try self.statuses.removeFirst().get() },
        survey: { { FileStamps(self.looks.removeFirst()) } },
        pause: {
          self.pauses -= 1
          return self.pauses >= 0
        },
        tell: { self.told.append($0) })
      return try watch.run()
    }
  }

  @Test func `it judges again after each change and ends with the last status`() throws {
    let (old, new) = (["a": Self.stamp(1)], ["a": Self.stamp(2)])
    let script = Script(
      looks: [old, old, old, new, new, new], pauses: 4,
      statuses: [.success(.findings), .success(.clean)])
    #expect(try script.run() == .clean)
    #expect(script.told == [["a"]])
    #expect(script.statuses.isEmpty)
  }

  @Test func `rules that do not load are judged by again when they have changed`() throws {
    let (old, new) = (["a": Self.stamp(1)], ["b": Self.stamp(1)])
    let script = Script(
      looks: [old, new, new], pauses: 1,
      statuses: [.failure(.faultyRules), .success(.findings)])
    #expect(try script.run() == .findings)
    #expect(script.told == [["a", "b"]])
  }

  @Test func `files of records are not watched`() throws {
    let run = try Command.run("validate", "Tests/Benchmarks/products-200.ndjson", "--watch")
    #expect(run.status == 2)
    #expect(run.errors.contains("Files of records take no --watch"))
  }

  @Test(arguments: [
    (["a"], "a"), (["a", "b", "c"], "a, b, c"), (["a", "b", "c", "d", "e"], "a, b, c and 2 more"),
  ])
  func `the first changed files are named`(paths: [String], text: String) {
    #expect(Watch.list(paths) == text)
  }
}
