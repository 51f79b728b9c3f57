import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Documents

/// A document's image gives the document back, and whatever else it is given, nothing worse than
/// none.
@Suite struct ImageTests {
  /// What a tree is, node by node, wherever its texts are kept.
  private static func nodes(_ document: Document?) -> [String] {
    guard let document else { return ["no document"] }
    return (0..<document.nodeCount).map { index in
      let node = document.node(index)
      let parent = node.parent?.index ?? -1
      return "\(node.kind) \(node.range) \(parent) \(node.count) \(node.text) \(node.pointer)"
    }
  }

  private static func image(of document: Document) -> DocumentImage {
    DocumentImage(of: document, leavingOut: "examples")
  }

  @Test(arguments: [
    "a", "[]", "{}", "a: b", "- a\n- - b\n  - c\n- {}\n",
    "a: 'it''s'\nb: \"\\u0070ع\"\nc: |\n  two\n  lines\nd: >\n  folded\n  text\n\n  more\n",
    "a: &x { b: [1, 2] }\nc: *x\nd: *x\n", "ключ: значение\nکلید: \"مقدار\"\n", "a:\nb: ~\n",
    "a: >-\n  \"x\" == '~'\n  && \\d\nb: >\n  \"#\n  ~\n",
    "\u{FEFF}a: !!str 12\nb: two words\n  on two lines\n",
  ])
  func `an image gives the tree that it was made of`(text: String) throws {
    let tree = try #require(document(text))
    let copy = Self.image(of: tree).document(tree.source)
    #expect(Self.nodes(copy) == Self.nodes(tree))
  }

  @Test func `an image lacks what was left out, and nothing else`() throws {
    let whole = "rules:\n- id: a\n  examples:\n    passes:\n    - {}\n  note: b\n"
    let tree = try #require(document(whole))
    let copy = Self.image(of: tree).document(tree.source)
    let texts = (0..<(copy?.nodeCount ?? 0)).compactMap { copy?.node($0).text }
    #expect(texts == ["", "rules", "", "", "id", "a", "note", "b"])
    #expect(copy?.root.node(at: "/rules/0/note")?.place.description == "f:6:9")
  }

  @Test func `an image is one line of printed characters`() throws {
    let tree = try #require(
      document("a: \"\\\"\\u0000\\\\\"\nb: [\"ژ\\n\", two\n  lines ژ]\n"))
    var images = DocumentImages()
    images["ir/a.yaml"] = Self.image(of: tree)
    #expect(images.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    #expect(String(validating: images.bytes, as: UTF8.self) != nil)
    let copy = DocumentImages(images.bytes)["ir/a.yaml"]?.document(tree.source)
    #expect(Self.nodes(copy) == Self.nodes(tree))
    #expect(DocumentImages(images.bytes)["ir/b.yaml"] == nil)
  }

  @Test func `an image of another text or a damaged one gives a tree inside the text or none`()
    throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let tree = try #require(document("a: { b: [1, \"two\"], c: \"\\t\" }\nd: [{}, []]\n"))
    let bytes = Array(Self.image(of: tree).bytes)
    for _ in 0..<3_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<damaged.count, using: &random)
        damaged[at] = UInt8.random(in: 0x20...0x7F, using: &random)
      }
      damaged.removeLast(Int.random(in: 0...2, using: &random))
      let copy = DocumentImage(damaged[...]).document(tree.source)
      for index in 0..<(copy?.nodeCount ?? 0) {
        let node = try #require(copy?.node(index))
        #expect(node.range.upperBound <= tree.source.bytes.count, "seed \(seed)")
        #expect(node.elements.reduce(0) { count, _ in count + 1 } <= node.count, "seed \(seed)")
        _ = node.text
      }
    }
    #expect(DocumentImage(bytes[...]).document(SourceText(name: "f", text: "a: b")) == nil)
  }
}
