import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

/// A small generator that gives the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    self.state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct MutationTests {
  private static let pieces =
    [
      "\t", "\n", "\r\n", "\"", "'", "[", "]", "{", "}", ": ", "- ", "? ", "&a ", "*a", "!!str ",
      "|",
      ">2-\n", "#", "\\", "\\x4", "\0", "\u{202E}", "ژ", "Ж", "😀", "\u{FEFF}", "---\n", "...",
      "<<: ",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x85], [0xE2, 0x80, 0xA8]]

  private static let samples = ["metformin", "hearing-aid"].map {
    PackageRoot.folder.appendingPathComponent("Samples/\($0)/submission.yaml")
  }

  private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let start = Int.random(in: 0..<bytes.count, using: &random)
    var part = Array(bytes[start..<min(bytes.count, start + 600)])
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = Int.random(in: 0...part.count, using: &random)
      let end = min(part.count, at + Int.random(in: 0...4, using: &random))
      part.replaceSubrange(at..<end, with: Self.pieces.randomElement(using: &random) ?? [])
    }
    return part
  }

  private func check(_ source: SourceText, _ format: Document.Format, _ label: String) {
    let result = DocumentReader.read(source, as: format)
    for place in result.diagnostics.compactMap(\.place) {
      #expect(place.start <= place.end && place.start.line <= source.lineCount, "\(label)")
    }
    guard let document = result.document else { return }
    for index in 0..<document.nodeCount {
      let node = document.node(index)
      #expect(node.range.upperBound <= source.bytes.count, "\(label)")
      guard node.isScalar, node.utf8.count > 0 else { continue }
      let middle = node.sourceOffset(ofText: node.utf8.count / 2)
      #expect(node.range.contains(middle), "\(label)")
    }
  }

  @Test(arguments: [Document.Format.yaml, .json])
  func `no mutation of a sample breaks a reader`(_ format: Document.Format) throws {
    let seed: UInt64 = 20_261_123
    print("mutations from seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for sample in Self.samples {
      let yaml = SourceText(name: "f", bytes: Array(try Data(contentsOf: sample)))
      let document = try #require(DocumentReader.read(yaml).document)
      let bytes = format == .yaml ? yaml.bytes : document.json(named: "f").bytes
      for round in 0..<1_000 {
        let source = SourceText(name: "f", bytes: mutated(bytes, &random))
        check(source, format, "seed \(seed), round \(round)")
      }
    }
  }
}
