import Diagnostics
import Documents
import Testing

@Suite struct PositionTests {
  /// The place of the node at a pointer as `line:column-line:column`.
  private func place(_ pointer: String, in text: String, as format: Document.Format = .yaml)
    -> String
  {
    guard let place = document(text, as: format)?.root.node(at: pointer)?.place else {
      return "none"
    }
    return "\(place.start.line):\(place.start.column)-\(place.end.line):\(place.end.column)"
  }

  static let places: [(String, String, String)] = [
    ("a: b\n", "/a", "1:4-1:5"),
    ("نام: دارو\nкод: ключ\n", "/нет", "none"),
    ("نام: دارو\nкод: ключ\n", "/نام", "1:6-1:10"),
    ("نام: دارو\nкод: ключ\n", "/код", "2:6-2:10"),
    ("имя: {ключ: значение, код: 'да'}\n", "/имя/код", "1:28-1:32"),
    ("a: 😀 x\nb: y\n", "/a", "1:4-1:7"),
    ("a: 1\r\nb: 2\r\nс: ю\r\n", "/с", "3:4-3:5"),
    ("\u{FEFF}a: b\n", "/a", "1:4-1:5"),
    ("\u{FEFF}ключ: да\nb: ю\n", "/b", "2:4-2:5"),
    ("a:\n- x\n- [y, z]\n", "/a/1/1", "3:7-3:8"),
    ("a/b: {c~d: 1}\n", "/a~1b/c~0d", "1:12-1:13"),
    ("a: &anchor text\nb: *anchor\n", "/a", "1:12-1:16"),
    ("a: !!str 12\n", "/a", "1:10-1:12"),
    ("a: !!str &x\n  'y'\n", "/a", "2:3-2:6"),
    ("a: &x # here\n  'y'\n", "/a", "2:3-2:6"),
    ("a: &x [1]\n", "/a", "1:7-1:10"), ("- &a:b c\n", "/0", "1:5-1:9"),
    ("a: |\n  x\n  y\nb: 1\n", "/a", "1:4-4:1"),
    ("a:\nb: 1\n", "/a", "1:3-1:3"),
  ]

  @Test(arguments: places)
  func `a YAML node is found by its pointer`(_ text: String, _ pointer: String, _ expected: String)
  {
    #expect(place(pointer, in: text) == expected)
  }

  @Test func `a JSON node is found by its pointer`() {
    let text = "{\"نام\": \"دارو\",\r\n \"ж\": [1, {\"x/y\": null}]}"
    #expect(place("/نام", in: text, as: .json) == "1:9-1:15")
    #expect(place("/ж/1/x~1y", in: text, as: .json) == "2:19-2:23")
    #expect(place("/ж/2", in: text, as: .json) == "none")
    #expect(place("", in: text, as: .json) == "1:1-2:26")
  }

  @Test(arguments: places)
  func `a node tells the pointer it is found by`(
    _ text: String, _ pointer: String, _ expected: String
  ) {
    guard let root = document(text)?.root, let node = root.node(at: pointer) else {
      #expect(expected == "none")
      return
    }
    #expect(node.pointer == pointer)
  }

  @Test func `an alias has the place of what it repeats`() {
    #expect(place("/b/k", in: "a: &m {k: v}\nb: *m\n") == "1:11-1:12")
  }
}
