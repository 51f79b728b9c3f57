import Diagnostics
import Documents
import Testing

@Suite struct JSONRefusalTests {
  static let refusals: [(String, [String])] = [
    ("{\"a\": 1,\n \"a\": 2}", ["f:2:2: error: The key \"a\" stands here a second time"]),
    ("{\"a\": 1,\n \"\\u0061\": 2}", ["f:2:2: error: The key \"a\" stands here a second time"]),
    ("", ["f:1:1: error: The file is empty"]),
    (" \n", ["f:2:1: error: The file ends too early; wanted a value"]),
    ("[1, 2", ["f:1:6: error: The file ends too early; wanted a comma or \"]\""]),
    ("{\"a\" 1}", ["f:1:6: error: Wanted a colon after the key"]),
    ("{a: 1}", ["f:1:2: error: Wanted a key in double quotes"]),
    ("[1,]", ["f:1:4: error: Wanted a value"]),
    ("{\"a\": 1,}", ["f:1:9: error: Wanted a key in double quotes"]),
    ("[01]", ["f:1:3: error: Wanted a comma or \"]\""]),
    ("[-]", ["f:1:3: error: A number needs a digit here, and no zero before others"]),
    ("[1.]", ["f:1:4: error: A number needs a digit after its point"]),
    ("[1e]", ["f:1:4: error: A number needs a digit in its exponent"]),
    ("[truth]", ["f:1:2: error: Wanted a value; a text stands in double quotes"]),
    ("[\"ключ\\q\"]", ["f:1:7: error: Unknown escape; write \"\\\\\" for a backslash"]),
    ("[\"\\uD800\"]", ["f:1:3: error: Half a surrogate pair names no character"]),
    ("[\"\\uD83D\\u0041\"]", ["f:1:3: error: Half a surrogate pair names no character"]),
    ("[\"\\u00\"]", ["f:1:3: error: Wanted four hexadecimal digits after \"\\u\""]),
    ("[\"a\tb\"]", ["f:1:4: error: A control character in a text is written as an escape"]),
    ("[\"abc", ["f:1:2: error: The text has no closing quote"]),
    ("1 2", ["f:1:3: error: The value is complete; nothing may follow"]),
    ("[1\0]", ["f:1:3: error: The file holds a NUL byte"]),
    ("{\"a\": 1, 'b': 2}", ["f:1:10: error: Wanted a key in double quotes"]),
    ("// c\n{}", ["f:1:1: error: Wanted a value"]),
  ]

  @Test(arguments: refusals)
  func `a refusal tells line and column`(_ text: String, _ expected: [String]) {
    #expect(told(text, as: .json) == expected)
  }

  @Test func `every duplicate key is told`() {
    #expect(told("{\"a\":{\"b\":1,\"b\":2},\"a\":3,\"a\":4}", as: .json).count == 3)
  }

  @Test func `a name that ends in json is read as JSON`() {
    let named = { (name: String) in
      DocumentReader.read(SourceText(name: name, text: "a: 1")).diagnostics.isEmpty
    }
    #expect(named("x.yaml"))
    #expect(!named("x.JSON"))
  }

  @Test func `a surrogate pair is one character`() {
    #expect(document("\"\\uD83D\\uDE00\"", as: .json)?.root.text == "😀")
  }
}
