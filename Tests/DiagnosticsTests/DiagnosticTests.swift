import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private func place(_ file: String, _ line: Int, _ column: Int) -> Place {
    let text = String(repeating: "\n", count: line - 1) + String(repeating: " ", count: column)
    let offset = text.utf8.count - 1
    return SourceText(name: file, text: text).place(offset..<offset)
  }

  @Test func `diagnostics are ordered as a reader meets them`() {
    let list = [
      Diagnostic("6", at: place("b", 1, 1)),
      Diagnostic("5", at: place("a", 10, 1)),
      Diagnostic("1"),
      Diagnostic("3", at: place("a", 2, 5)),
      Diagnostic(.warning, "4", at: place("a", 2, 5)),
      Diagnostic("2"),
    ]
    let ordered = list.inReadingOrder.map(\.message)
    #expect(ordered == ["1", "2", "3", "4", "5", "6"])
  }

  @Test func `a diagnostic is one line as compilers write it`() {
    #expect(Diagnostic("Wrong", at: place("f", 2, 3)).description == "f:2:3: error: Wrong")
    #expect(Diagnostic(.warning, "Odd").description == "warning: Odd")
  }

  @Test func `only errors make input unusable`() {
    #expect(![Diagnostic(.warning, "w"), Diagnostic(.note, "n")].hasErrors)
    #expect([Diagnostic(.warning, "w"), Diagnostic("e")].hasErrors)
  }

  @Test func `hidden characters are written out`() {
    #expect("a\u{202E}b\u{7}".escapingHiddenCharacters == "a\\u{202E}b\\u{7}")
    #expect("می\u{200C}رود й".escapingHiddenCharacters == "می\u{200C}رود й")
    #expect("日e\u{301}\u{200D}".terminalCells == 3)
  }
}
