import Diagnostics
import Documents
import Testing

@Suite struct YAMLRefusalTests {
  static let refusals: [(String, [String])] = [
    ("a: 1\nb: 2\na: 3\n", ["f:3:1: error: The key \"a\" stands here a second time"]),
    ("a: 1\n'a': 3\n", ["f:2:1: error: The key \"a\" stands here a second time"]),
    ("x: &m {k: 1, k: 2}\ny: *m\n", ["f:1:14: error: The key \"k\" stands here a second time"]),
    ("a:\n\tb: 1\n", ["f:2:1: error: A tab cannot start a token or indent a line; write spaces"]),
    (
      "a: &anchor 1\nb: *ancor\n",
      ["f:2:4: error: Unknown anchor \"ancor\"; did you mean \"anchor\"?"]
    ),
    ("b: *nothing\n", ["f:1:4: error: Unknown anchor \"nothing\""]),
    ("a: &x [1, *x]\n", ["f:1:11: error: The alias \"x\" stands inside what it repeats"]),
    ("a: &x\n  b: *x\n", ["f:2:6: error: The alias \"x\" stands inside what it repeats"]),
    ("a: 1\n---\nb: 2\n", ["f:2:1: error: A file holds one document; a second one starts here"]),
    (
      "a: !!python/object x\n",
      ["f:1:4: error: The tag \"!!python/object\" is not read; write the value without it"]
    ),
    ("? [a, b]\n: 1\n", ["f:1:3: error: A key is a text, not a list"]),
    ("? {a: b}\n: 1\n", ["f:1:3: error: A key is a text, not a mapping"]),
    ("x: &l [a]\n*l : 1\n", ["f:2:1: error: A key is a text, not a list"]),
    (
      "a: &b {c: 1}\nd:\n  <<: *b\n",
      ["f:3:3: error: Merge keys are not read; write the fields out"]
    ),
    ("", ["f:1:1: error: The file is empty"]),
    ("# only a comment\n", ["f:1:1: error: The file is empty"]),
    (
      "a: 1\nb: \u{1}\n",
      [
        "f:2:4: error: A control character cannot stand in YAML; write it as an escape in double quotes"
      ]
    ),
    ("a: 'b\n", ["f:2:1: error: The file ends inside a quoted text"]),
    (
      "a: \"\\q\"\n",
      ["f:1:5: error: Unknown escape; write \"\\\\\" for a backslash, or use single quotes"]
    ),
    (
      "a: b: c\n",
      [
        "f:1:5: error: A colon cannot stand here; put a text that holds \": \" into quotes, or indent the line as its neighbours"
      ]
    ),
  ]

  @Test(arguments: refusals)
  func `a refusal tells line and column`(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  @Test func `a duplicate key notes the first`() throws {
    let source = SourceText(name: "f", text: "a: 1\nb: 2\na: 3\n")
    let diagnostic = try #require(DocumentReader.read(source).diagnostics.first)
    #expect(diagnostic.notes.map(\.message) == ["It stands first here"])
    #expect(diagnostic.notes.first?.place?.description == "f:1:1")
  }

  @Test func `every problem of a file is told`() {
    let messages = told("a: 1\nt: !mine x\nu: *no\na: 2\n")
    #expect(
      messages == [
        "f:2:4: error: The tag \"!mine\" is not read; write the value without it",
        "f:3:4: error: Unknown anchor \"no\"",
        "f:4:1: error: The key \"a\" stands here a second time",
      ])
  }

  @Test func `an inner anchor may take the name of an outer one`() {
    #expect(told("a: &x [&x 1, *x]\n") == [])
  }

  @Test func `text that is not UTF-8 is told with the place of its byte`() {
    #expect(
      told([0x61, 0x3A, 0x20, 0x62, 0x0A, 0x63, 0x3A, 0x20, 0xFF, 0x0A])
        == ["f:2:4: error: The byte 0xFF is not UTF-8; save the file as UTF-8"])
    #expect(
      told(Array("ключ: ".utf8) + [0xD0])
        == ["f:1:7: error: The byte 0xD0 is not UTF-8; save the file as UTF-8"])
    #expect(
      told(Array("a: ".utf8) + [0xED, 0xA0, 0x80])
        == ["f:1:4: error: The byte 0xED is not UTF-8; save the file as UTF-8"])
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
  func `UTF-16 is refused`(_ bytes: [UInt8]) {
    #expect(told(bytes) == ["f:1:1: error: The file is UTF-16; save it as UTF-8"])
    #expect(told(bytes, as: .json) == ["f:1:1: error: The file is UTF-16; save it as UTF-8"])
  }

  @Test func `a NUL byte is refused`() {
    #expect(told("a: b\nc: \0\n") == ["f:2:4: error: The file holds a NUL byte"])
  }
}
