import Diagnostics
import Testing

@Suite struct SpellingTests {
  static let words: [(String, [String], String?)] = [
    ("sevrity", ["severity", "subject"], "severity"),
    ("nmae", ["name", "note"], "name"),
    ("Name", ["name"], "name"),
    ("код", ["кот", "имя"], "кот"),
    ("a", ["b", "c"], nil),
    ("ж", ["ю"], nil),
    ("A", ["a"], "a"),
    ("a", ["ab"], "ab"),
    ("ab", ["b", "cd"], "b"),
    ("ab", ["cd"], nil),
    ("", ["a"], nil),
    ("", [], nil),
    ("strength", ["width", "name"], nil),
    ("manufacturer", ["manufacture", "manufacturers"], "manufacture"),
    ("same", ["same"], nil),
  ]

  @Test(arguments: words)
  func `the nearest word is suggested`(_ word: String, _ known: [String], _ expected: String?) {
    #expect(Spelling.nearest(to: word, in: known) == expected)
  }

  @Test func `a suggestion is a clause of its own`() {
    #expect(Spelling.suggestion(for: "nam", in: ["name"]) == "; did you mean \"name\"?")
    #expect(Spelling.suggestion(for: "x", in: ["y"]) == "")
  }
}
