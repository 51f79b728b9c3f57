import CEL
import Diagnostics
import Reporting
import Testing

/// Values under an expression, each at the end of a bar.
@Suite struct TraceTextTests {
  private static func lines(_ text: String, width: Int = 80) throws -> [String] {
    let explanation = try Environment().compile(text).get().explain([])
    return TraceText(width: width).lines(of: explanation)
  }

  private static let traced: [(String, String)] = [
    ("true && true", "true && true"),
    ("1 + 1", "1 + 1\n  |\n  2"),
    ("1 + 2 == 4", "1 + 2 == 4\n  |   |\n  3   false"),
    ("\"漢字\" + \"a\"", "\"漢字\" + \"a\"\n       |\n       \"漢字a\""),
    ("1 + 1 in\n  [3]", "1 + 1 in\n  |   |\n  2   false\n  [3]"),
    ("\"a\u{202E}\" + \"\"", "\"a\\u{202E}\" + \"\"\n            |\n            \"a\\u{202E}\""),
    (
      "[1, 2].exists(n, n > 2)",
      """
      [1, 2].exists(n, n > 2)
             |      |    |
             false  1    false

      [1, 2].exists(n, n > 2)
                    |    |
                    2    false
      """
    ),
  ]

  @Test(arguments: traced)
  func `a value hangs from its operator or name`(text: String, trace: String) throws {
    #expect(try Self.lines(text).joined(separator: "\n") == trace)
  }

  @Test(arguments: [20, 30, 50, 80])
  func `no line is wider than the terminal`(width: Int) throws {
    let text =
      "size(\"\(String(repeating: "漢字", count: 30))\") + 1 == 2 || "
      + "[\"first\", \"second\"].map(s, s + s + s + s + s).exists(s, s == \"a\" + \"b\" + \"c\")"
    let lines = try Self.lines(text, width: width)
    #expect(lines.filter { $0.terminalCells > width } == [])
    #expect(lines.joined().contains("false"))
  }

  @Test func `a long value is cut`() throws {
    let lines = try Self.lines(
      "\"\(String(repeating: "a", count: 30))\" + \"\(String(repeating: "b", count: 30))\"")
    #expect(lines.last?.hasSuffix("b…") == true)
    #expect(lines.last?.contains("\"aaa") == true)
  }
}
