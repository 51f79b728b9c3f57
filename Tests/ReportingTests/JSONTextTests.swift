import Testing

@testable import Reporting

/// Strings are escaped eight bytes at a time, so that it matters where something stands.
@Suite
struct JSONTextTests {
  static let escapes: [(Character, String)] = [
    ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\t", #"\t"#), ("\0", #"\u0000"#),
    ("\u{1F}", #"\u001f"#), ("\u{7F}", #"\u007f"#), ("\u{80}", #"\u0080"#),
    ("\u{200F}", #"\u200f"#), ("\u{2028}", #"\u2028"#), ("\u{FEFF}", #"\ufeff"#),
    ("!", "!"), ("~", "~"), ("ж", "ж"), ("ك", "ك"), ("№", "№"), ("\u{200C}", "\u{200C}"),
  ]

  @Test(arguments: escapes, ["a", "ж", "ک", "€"])
  func `a character is written alike wherever it stands`(
    _ escape: (character: Character, written: String), _ other: Character
  ) {
    for before in 0..<12 {
      for after in 0..<12 {
        let (head, tail) = (
          String(repeating: other, count: before), String(repeating: other, count: after)
        )
        let text = JSON.string(head + String(escape.character) + tail).text(indent: 0)
        #expect(text == "\"" + head + escape.written + tail + "\"")
      }
    }
  }

  @Test(arguments: [0, 7, 10, 99, 1_000_000, Int64.max, -1, Int64.min])
  func `a whole number is written in decimal digits`(_ number: Int64) {
    #expect(JSON.integer(number).text(indent: 0) == String(number))
  }
}
