import Foundation
import TestSupport
import Testing

/// The forecast as a user sees it.
@Suite struct ForecastCommandTests {
  @Test(arguments: ["metformin", "hearing-aid"], ["en", "fa"])
  func `a forecast of a sample is as recorded`(sample: String, language: String) throws {
    let run = try Command.run("forecast", "Samples/\(sample)", "--language", language)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let name = language == "en" ? "\(sample)-forecast.txt" : "\(sample)-forecast.\(language).txt"
    #expect(try Golden(name).difference(from: run.output) == nil)
  }

  @Test func `a forecast can be written for a letter`() throws {
    let run = try Command.run("forecast", "Samples/metformin", "--format", "markdown")
    #expect(try Golden("metformin-forecast.md").difference(from: run.output) == nil)
  }

  @Test func `a forecast for programs has the days and the causes`() throws {
    let run = try Command.run("forecast", "Samples/metformin", "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let markets = try #require(json["markets"] as? [[String: Any]])
    #expect(markets.count == 2)
    let changes = try #require(markets.first?["changes"] as? [[String: Any]])
    let causes = try #require(changes.first?["causes"] as? [[String: Any]])
    #expect(causes.allSatisfy { $0["rule"] is String && $0["cause"] is String })
    #expect(!causes.isEmpty)
    let receipt = try Receipts(run.output)
    #expect(receipt.inputs.first == "Samples/metformin/submission.yaml")
    #expect(receipt.folders.contains("eaeu/medicines") && receipt.folders.contains("acts"))
    #expect(receipt.sums.allSatisfy { $0.count == 64 })
  }

  @Test(arguments: [
    "Samples/none", "Samples/metformin --market KZ", "Samples/metformin --until 2020-01-01",
    "Samples/metformin --until 2026-02-30",
  ])
  func `what cannot be forecast is told`(arguments: String) throws {
    let words = ["forecast"] + arguments.split(separator: " ").map(String.init)
    let run = try Command.run(words)
    #expect(run.status == 2)
    #expect(run.errors != "")
  }
}
