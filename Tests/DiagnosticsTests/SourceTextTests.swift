import Diagnostics
import Testing

@Suite struct SourceTextTests {
  private func position(_ offset: Int, in text: String) -> String {
    let position = SourceText(name: "f", text: text).position(at: offset)
    return "\(position.line):\(position.column)"
  }

  static let positions: [(String, Int, String)] = [
    ("", 0, "1:1"), ("", 9, "1:1"), ("ab", -1, "1:1"), ("ab", 2, "1:3"), ("ab", 99, "1:3"),
    ("a\nb", 1, "1:2"), ("a\nb", 2, "2:1"), ("a\r\nb", 3, "2:1"), ("a\rb", 2, "2:1"),
    ("a\n", 2, "2:1"), ("\r\n\r\n", 4, "3:1"), ("\r\r\n", 1, "2:1"),
    ("ключ: да", 10, "1:7"), ("نام: x", 8, "1:6"), ("😀x", 4, "1:2"), ("e\u{301}x", 3, "1:3"),
    ("\u{FEFF}ab", 0, "1:1"), ("\u{FEFF}ab", 3, "1:1"), ("\u{FEFF}ab", 4, "1:2"),
    ("\u{FEFF}", 3, "1:1"), ("\u{FEFF}\nb", 4, "2:1"),
  ]

  @Test(arguments: positions)
  func `an offset has a line and a column`(_ text: String, _ offset: Int, _ expected: String) {
    #expect(position(offset, in: text) == expected)
  }

  @Test func `lines come without their ends`() {
    let text = SourceText(name: "f", text: "\u{FEFF}один\r\nدو\rthree\n")
    #expect((0...5).map(text.line) == ["", "один", "دو", "three", "", ""])
    #expect(text.lineCount == 4)
  }

  @Test func `bytes that are no UTF-8 do not hinder`() {
    let text = SourceText(name: "f", bytes: [0x61, 0xFF, 0x0A, 0x62])
    #expect(text.line(1) == "a\u{FFFD}")
    #expect(text.position(at: 3).line == 2)
  }

  @Test func `a place over several lines shows its first`() {
    let place = SourceText(name: "f", text: "ab\ncd").place(1..<4)
    #expect(place.description == "f:1:2")
    #expect(place.end == Position(line: 2, column: 2))
    #expect(place.excerpt == "ab")
  }
}
