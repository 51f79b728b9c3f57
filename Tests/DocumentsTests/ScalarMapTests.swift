import Diagnostics
import Documents
import Testing

@Suite struct ScalarMapTests {
  /// What the source holds where a character of the text was written.
  private enum Written: Equatable {
    case same
    case escape
    case lineEnd
    case other(UInt8)
  }

  private func written(_ node: Node, _ index: Int) -> Written {
    let source = node.document.source.bytes
    let offset = node.sourceOffset(ofText: index)
    guard source.indices.contains(offset), node.range.contains(offset) else { return .other(0) }
    let byte = Array(node.utf8)[index]
    if source[offset] == UInt8(ascii: "\\"), byte != source[offset] { return .escape }
    if source[offset] == UInt8(ascii: "\n") || source[offset] == UInt8(ascii: "\r") {
      return .lineEnd
    }
    return source[offset] == byte ? .same : .other(source[offset])
  }

  /// A mapping's value, its text, and the characters of it that are escapes or line ends.
  static let scalars: [(source: String, text: String, escapes: Int, folds: Int)] = [
    ("a: plain text", "plain text", 0, 0),
    ("a: текст и متن", "текст и متن", 0, 0),
    ("a: one\n  two\n  three", "one two three", 0, 2),
    ("a: one\n\n\n  two", "one\n\ntwo", 0, 2),
    ("a: one  \n   two", "one two", 0, 0),
    ("a: one\r\n  two", "one two", 0, 1),
    ("a: 'it''s ''so'''", "it's 'so'", 0, 0),
    ("a: 'one\n  two\n\n  three'", "one two\nthree", 0, 2),
    ("a: ' x  '", " x  ", 0, 0),
    ("a: \"one \\n two \\x41 \\u0416 \\U0001F600 end\"", "one \n two A Ж 😀 end", 8, 0),
    ("a: \"\\\"q\\\\ \\/ \\t\"", "\"q\\ / \t", 3, 0),
    ("a: \"one \\\n   two\"", "one two", 0, 0),
    ("a: \"one\\\n   \\ two\"", "one two", 1, 0),
    ("a: \"one\n  two\n\n  three\"", "one two\nthree", 0, 2),
    ("a: \"\\_\\N\"", "\u{A0}\u{85}", 4, 0),
    ("a: |\n  one\n    two\n\n  three\n", "one\n  two\n\nthree\n", 0, 4),
    ("a: |-\n  строка\n  خط\n", "строка\nخط", 0, 1),
    ("a: |+\n  one\n\n\nb: 1\n", "one\n\n\n", 0, 3),
    ("a: |2\n    one\n  two\n", "  one\ntwo\n", 0, 2),
    ("a: |2-\n\n    one\n  two\n", "\n  one\ntwo", 0, 2),
    ("a: |  # comment\n  one\n", "one\n", 0, 1),
    ("a: |\n one\r\n two\r\n", "one\ntwo\n", 0, 2),
    ("a: >\n  one\n  two\n\n  three\n", "one two\nthree\n", 0, 3),
    ("a: >-\n  one\n  two\n\n\n  three\n", "one two\n\nthree", 0, 3),
    ("a: >\n  one\n    more\n  two\n", "one\n  more\ntwo\n", 0, 3),
    ("a: >2\n    one\n  two\n", "  one\ntwo\n", 0, 2),
    ("a: &x 'it''s'", "it's", 0, 0),
    ("a: !!str plain", "plain", 0, 0),
    ("a: !!str a\\nb", "a\\nb", 0, 0),
    ("a: !!str 'x\n  y'", "x y", 0, 1),
    ("a: &x !!str |\n  one\n  two\n", "one\ntwo\n", 0, 2),
  ]

  @Test(arguments: scalars.indices)
  func `each character of a text leads to where it was written`(_ index: Int) throws {
    let (source, text, escapes, folds) = Self.scalars[index]
    let node = try #require(document(source)?.root[key: "a"])
    #expect(node.text == text)
    let found = node.utf8.indices.map { written(node, $0 - node.utf8.startIndex) }
    #expect(found.count(where: { $0 == .escape }) == escapes, "\(source)")
    #expect(found.count(where: { $0 == .lineEnd }) == folds, "\(source)")
    // A folded line begins at the blanks before its end, which are themselves a space.
    #expect(!found.contains { if case .other = $0 { true } else { false } }, "\(source): \(found)")
  }

  @Test(arguments: scalars.indices)
  func `offsets rise with the text`(_ index: Int) throws {
    let node = try #require(document(Self.scalars[index].source)?.root[key: "a"])
    let offsets = node.utf8.indices.map { node.sourceOffset(ofText: $0 - node.utf8.startIndex) }
    #expect(offsets == offsets.sorted())
    #expect(Set(offsets).count >= offsets.count / 4)
  }

  @Test func `escapes of JSON lead to their backslashes`() throws {
    let node = try #require(document("[\"a\\uD83D\\uDE00b\\/c\"]", as: .json)?.root[0])
    #expect(node.text == "a😀b/c")
    let offsets = (0...node.utf8.count).map { node.sourceOffset(ofText: $0) }
    #expect(offsets == [2, 3, 3, 3, 3, 15, 16, 18, 19])
  }

  @Test func `a place of a part of a text is counted in scalars`() throws {
    let node = try #require(document("имя: 'да''нет'\n")?.root[key: "имя"])
    let place = node.place(ofText: 4..<7)
    #expect(place.start == Position(line: 1, column: 9))
    #expect(place.end.column > place.start.column)
  }
}
