import Foundation
import TestSupport
import Testing

/// `parvaneh compare` with the rules inside the program.
@Suite struct CompareTests {
  @Test func `how the bundled packs stand to each other is as recorded`() throws {
    let run = try Command.run("compare", "IR", "RU", "--as-of", "2026-11-23", "--format", "json")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let receipt = try Receipts(run.output)
    #expect(receipt.inputs.isEmpty && receipt.sums.allSatisfy { $0.count == 64 })
    #expect(receipt.folders.isSuperset(of: ["ir/medicines", "ru/devices", "base", "acts"]))
    let golden = Golden("compare-ir-ru.txt")
    #expect(try golden.difference(from: Self.relations(Data(run.output.utf8))) == nil)
  }

  /// One line for each topic that both ask about: the relation and the rules.
  private static func relations(_ text: Data) throws -> String {
    let output = try JSONDecoder().decode(Output.self, from: text)
    return output.comparisons.flatMap { comparison in
      comparison.topics.filter { !$0.relation.hasPrefix("only") }.map { topic in
        let rules = [topic.common, topic.left, topic.right].map {
          $0.map(\.id).joined(separator: " ")
        }
        return
          "\(comparison.kind) \(topic.topic): \(topic.relation) | \(rules.joined(separator: " | "))\n"
      }
    }
    .joined()
  }

  private struct Output: Decodable {
    struct Comparison: Decodable {
      let kind: String
      let topics: [Topic]
    }
    struct Topic: Decodable {
      let topic: String
      let relation: String
      let common: [Rule]
      let left: [Rule]
      let right: [Rule]
    }
    struct Rule: Decodable { let id: String }
    let comparisons: [Comparison]
  }

  @Test func `a market that nobody knows is told, with the nearest`() throws {
    let run = try Command.run("compare", "IR", "RUS", "--as-of", "2026-11-23")
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean \"RU\""))
  }

  @Test func `a kind that nobody knows is told, with the nearest`() throws {
    let run = try Command.run("compare", "IR", "RU", "--kind", "medicin")
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean \"medicine\""))
  }

  @Test func `a day that no pack covers is refused`() throws {
    let run = try Command.run("compare", "IR", "RU", "--as-of", "1990-01-01")
    #expect(run.status == 2)
  }

  @Test func `without a day the comparison names the one it took`() throws {
    let run = try Command.run("compare", "IR", "EAEU", "--kind", "device", "--format", "markdown")
    #expect(run.status == 0)
    #expect(run.output.contains(/law as of \d{4}-\d\d-\d\d/))
  }
}
