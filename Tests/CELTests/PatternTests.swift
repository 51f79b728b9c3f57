import Testing

@testable import CEL

@Suite struct PatternTests {
  private func matches(_ pattern: String, _ text: String) -> Bool? {
    try? Pattern.compile(pattern).get().matches(text)
  }

  static let matching: [(String, [String], [String])] = [
    ("", ["", "x"], []),
    ("b", ["abc"], ["ac"]),
    ("^ab$", ["ab"], ["xab", "abx", "ab\n"]),
    ("(?m)^b$", ["a\nb\nc"], ["ab"]),
    ("\\Aa\\z", ["a"], ["a\n"]),
    ("\\bab\\b", ["x ab y"], ["xab"]),
    ("a\\Bb", ["ab"], []),
    ("^a.c$", ["abc", "aжc", "a😀c"], ["a\nc", "ac"]),
    ("(?s)^a.c$", ["a\nc"], []),
    ("^(a|bc)+d$", ["abcd", "ad"], ["d", "bd"]),
    ("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]),
    ("^a{2}$", ["aa"], ["aaa"]),
    ("^a{2,}$", ["aa", "aaaaa"], ["a"]),
    ("^a{,2}$", ["a{,2}"], ["aa"]),
    ("^a+?b*?c??$", ["aab", "a", "ac"], ["b"]),
    ("^[a-cx]$", ["a", "c", "x"], ["d", "-"]),
    ("^[^a-c]$", ["d", "ж"], ["a"]),
    ("^[]a-]$", ["]", "a", "-"], ["b"]),
    ("^[\\d\\-]$", ["7", "-"], ["a"]),
    ("^[[:alpha:]]$", ["a", "Z"], ["1", ":"]),
    ("^\\d\\w\\s$", ["1a "], ["۱a ", "aa "]),
    ("^\\D\\W\\S$", ["a-b"], ["1-b"]),
    ("^\\p{Cyrillic}+$", ["ключ", "Ё"], ["key", "کلید"]),
    ("^\\p{Arabic}+$", ["کلید"], ["ключ"]),
    ("^\\p{Lu}\\pL$", ["Жд", "Ab"], ["аб", "A1"]),
    ("^\\P{Cyrillic}$", ["a"], ["ж"]),
    ("^\\p{^Cyrillic}$", ["a"], ["ж"]),
    ("(?i)^ключ$", ["КЛЮЧ", "Ключ"], ["клич"]),
    ("^(?i:a)b$", ["Ab", "ab"], ["AB"]),
    ("(?i)^[a-c]$", ["B"], ["D"]),
    ("^(?P<year>\\d{4})-(?<month>\\d\\d)$", ["2026-11"], ["26-11"]),
    ("^\\x41\\x{416}\\t\\.$", ["AЖ\t."], ["AЖ\tx"]),
    ("^\\Qa.b\\E$", ["a.b"], ["axb"]),
    ("a||b", ["", "x"], []),
    ("^(|a)$", ["", "a"], ["b"]),
    ("^(a*)*$", ["", "aaa"], ["b"]),
    ("^(a?){3}$", ["", "aaa"], ["aaaa"]),
  ]

  @Test(arguments: matching)
  func `a pattern matches as in RE2`(_ pattern: String, _ yes: [String], _ no: [String]) {
    for text in yes { #expect(matches(pattern, text) == true, "\(text)") }
    for text in no { #expect(matches(pattern, text) == false, "\(text)") }
  }

  static let refused: [String] = [
    "(", ")", "a)", "[", "[a", "[z-a]", "*", "a**", "+a", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)",
    "(a)\\1", "\\k<a>", "\\", "\\p{Nonsense}", "\\pQ", "\\q", "a{1001}", "a{2,1}", "a{1,1001}",
    "\\x{110000}", "(?z)a", "(?P<>a)", "[[:nonsense:]]", "((a{100}){100}){100}",
    "(abcdefghijklmnopqrstuvwxyz){1000}", "(a{50}){21}", "((){1000}){1000}", "((){1000,}){2}",
    String(repeating: "(", count: 10_000),
  ]

  @Test(arguments: refused)
  func `a pattern that RE2 refuses is refused`(_ pattern: String) {
    #expect(matches(pattern, "") == nil)
  }

  static let hostile: [String] = [
    "(a*)*b", "(a|a)*b", "(a+)+$b", "(a|aa)+b", "^(([a-z])+.)+[A-Z]b",
  ]

  @Test(arguments: hostile)
  func `time is linear in the text`(_ pattern: String) throws {
    let compiled = try Pattern.compile(pattern).get()
    let text = String(repeating: "a", count: pattern == "(a*)*b" ? 100_000 : 10_000)
    var result = true
    let took = ContinuousClock().measure { result = compiled.matches(text) }
    #expect(!result)
    #expect(took < .seconds(10), "took \(took)")
  }
}
