import Diagnostics
import Documents
import Testing

/// The reader of JSON and the reader of YAML make the same tree of a document that is both.
@Suite struct RandomDocumentTests {
  private static let texts = [
    "", "a", "ключ", "کلید", "😀", "a b", "null", "1", "true", ": ", "- x", "#", "{}", "it's",
    #"\""#, #"\\"#, #"\n"#, #"\t"#, #"\u0416"#, #"\/"#,
  ]
  private static let plain = ["0", "-1", "12.5", "1e3", "-0.0E-2", "true", "false", "null"]
  private static let blanks = ["", " ", "\n", "  "]

  private func value(_ random: inout SeededGenerator, depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 4 : 2), using: &random) {
    case 0: Self.plain.randomElement(using: &random) ?? ""
    case 1: text(&random)
    case 2: "[" + members(&random) { random in value(&random, depth: depth - 1) } + "]"
    default:
      // YAML refuses a key that stands twice, as JSON does here: a number makes them differ.
      "{"
        + members(&random) { random in
          let number = UInt64.random(in: 0...UInt64.max, using: &random)
          return "\"k\(number)\": " + value(&random, depth: depth - 1)
        } + "}"
    }
  }

  private func text(_ random: inout SeededGenerator) -> String {
    let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Self.texts.randomElement(using: &random) ?? ""
    }
    return "\"\(parts.joined())\""
  }

  private func members(
    _ random: inout SeededGenerator, _ member: (inout SeededGenerator) -> String
  ) -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let blanks = (0..<2).map { _ in Self.blanks.randomElement(using: &random) ?? "" }
      return blanks[0] + member(&random) + blanks[1]
    }.joined(separator: ",")
  }

  @Test func `both readers make the same tree of random documents`() throws {
    let seed: UInt64 = 20_261_128
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    var compared = 0
    for round in 0..<2_000 {
      let text = value(&random, depth: 5)
      let own = try #require(document(text, as: .json), "round \(round): \(text)")
      // libyaml refuses a few documents of JSON, such as a flow that goes on in the first column.
      guard let other = document(text, as: .yaml) else { continue }
      compared += 1
      #expect(own.json(named: "f").bytes == other.json(named: "f").bytes, "round \(round): \(text)")
    }
    #expect(compared > 1_000)
  }
}
