import Diagnostics
import Testing

@Suite struct SnippetTests {
  private func lines(_ text: String, _ range: Range<Int>, width: Int = 100) -> [String] {
    let first = String(text.prefix(range.lowerBound)).utf8.count
    let last = String(text.prefix(range.upperBound)).utf8.count
    return Snippet(SourceText(name: "f", text: text).place(first..<last)).lines(width: width)
  }

  static let snippets: [(String, Range<Int>, [String])] = [
    ("name: x", 6..<7, ["1 | name: x", "  |       ^"]),
    ("name: long", 6..<10, ["1 | name: long", "  |       ^^^^"]),
    ("a\tb", 2..<3, ["1 | a b", "  |   ^"]),
    ("日本: x", 4..<5, ["1 | 日本: x", "  |       ^"]),
    ("日本", 1..<2, ["1 | 日本", "  |   ^^"]),
    ("e\u{301}: x", 3..<4, ["1 | e\u{301}: x", "  |    ^"]),
    ("کد: دارو", 4..<8, ["1 | کد: دارو", "  |     ^^^^"]),
    ("می\u{200C}رود x", 6..<7, ["1 | می\u{200C}رود x", "  |       ^"]),
    ("a\u{202E}b", 2..<3, ["1 | a\\u{202E}b", "  |          ^"]),
    ("a\u{1B}[31m", 1..<2, ["1 | a\\u{1B}[31m", "  |  ^^^^^^"]),
    ("", 0..<0, ["1 | ", "  | ^"]),
    ("ab", 2..<2, ["1 | ab", "  |   ^"]),
    ("ab\ncd", 1..<5, ["1 | ab", "  |  ^"]),
  ]

  @Test(arguments: snippets)
  func `the mark stands under the place`(
    _ text: String, _ range: Range<Int>, _ expected: [String]
  ) {
    #expect(lines(text, range) == expected)
  }

  @Test func `the margin and the line number move both lines alike`() {
    let text = SourceText(name: "f", text: String(repeating: "\n", count: 11) + "ab")
    #expect(Snippet(text.place(12..<13)).lines(indent: 2) == ["  12 | ab", "     |  ^"])
  }

  static let fillers: [Character] = ["x", "日", "\u{202E}", "ژ", "\t"]

  @Test(arguments: fillers, [0, 1, 30, 99, 150, 298, 299])
  func `a long line is cut around the place`(_ filler: Character, _ place: Int) throws {
    var text = Array(repeating: filler, count: 300)
    text[place] = "@"
    let shown = lines(String(text), place..<place + 1, width: 40)
    let (line, mark) = (try #require(shown.first), try #require(shown.last))
    #expect(line.terminalCells <= 40 + 4, "\(line)")
    #expect(mark.terminalCells <= 40 + 4, "\(mark)")
    let before = try #require(line.firstIndex(of: "@"))
    #expect(line[..<before].description.terminalCells == mark.count - 1)
  }

  @Test func `a long place in a long line is marked as far as it is shown`() {
    let shown = lines(String(repeating: "x", count: 500), 10..<400, width: 50)
    #expect(shown.allSatisfy { $0.count <= 54 })
    #expect(shown.last?.contains("^^^^^") == true)
  }
}
