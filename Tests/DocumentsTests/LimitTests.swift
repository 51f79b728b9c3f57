import Diagnostics
import Documents
import Testing

@Suite struct LimitTests {
  /// Nine levels of nine aliases each: a billion nodes from a few hundred bytes.
  static let bomb =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + zip("abcdefgh", "bcdefghi").map { last, name in
      "\(name): &\(name) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ", "))]\n"
    }.joined()

  private func within(_ limit: Duration, _ work: () -> Void) {
    let took = ContinuousClock().measure(work)
    #expect(took < limit, "took \(took)")
  }

  @Test func `an anchor bomb is refused under small limits`() {
    within(.seconds(60)) {
      let messages = told(Self.bomb, limits: .small(nodes: 1_000))
      #expect(messages.count == 1)
      #expect(
        messages.first?.hasSuffix("The document has more than 1000 nodes, repeated ones counted")
          == true)
    }
  }

  @Test func `an anchor bomb is refused under the standard limits`() {
    within(.seconds(60)) {
      let messages = told(Self.bomb)
      #expect(messages.count == 1)
      #expect(messages.first?.contains("more than 4000000 nodes") == true)
    }
  }

  @Test(arguments: [Document.Format.yaml, .json])
  func `128 levels are read and 129 are not`(_ format: Document.Format) {
    let levels = { (count: Int) in
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(told(levels(128), as: format) == [])
    #expect(
      told(levels(129), as: format)
        == ["f:1:129: error: Lists and mappings are nested deeper than 128 levels"])
  }

  @Test(arguments: [Document.Format.yaml, .json], ["[", "{\"a\":"])
  func `a hundred thousand open brackets are refused at once`(
    _ format: Document.Format, _ bracket: String
  ) {
    let text = String(repeating: bracket, count: 100_000)
    within(.seconds(60)) {
      let column = 128 * bracket.utf8.count + 1
      #expect(
        told(text, as: format)
          == ["f:1:\(column): error: Lists and mappings are nested deeper than 128 levels"])
    }
  }

  @Test(arguments: ["- ", "? ", "a:\n"])
  func `deep blocks are refused at once`(_ step: String) {
    let text =
      step == "a:\n"
      ? (0..<200).map { String(repeating: " ", count: $0) + step }.joined()
      : String(repeating: step, count: 100_000)
    within(.seconds(60)) {
      #expect(told(text).last?.hasSuffix("nested deeper than 128 levels") == true)
    }
  }

  @Test(arguments: [Document.Format.yaml, .json])
  func `a text that is too long is refused`(_ format: Document.Format) {
    #expect(told("[1234]", as: format, limits: .small(bytes: 6)) == [])
    #expect(told("[12345]", as: format, limits: .small(bytes: 6)).count == 1)
  }

  @Test(arguments: [Document.Format.yaml, .json])
  func `as many nodes as the limit says are read`(_ format: Document.Format) {
    #expect(told("[1,2,3]", as: format, limits: .small(nodes: 4)) == [])
    #expect(told("[1,2,3,4]", as: format, limits: .small(nodes: 4)).count == 1)
  }
}
