import Diagnostics
import Documents
import Testing

@Suite struct PatchTests {
  private func json(_ text: String) -> String? {
    (document(text)?.json(named: "g").bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  static let texts: [(String, String)] = [
    ("a: 1\nb: [x, 'y', true, ~, null]\n", #"{"a":1,"b":["x","y",true,null,null]}"#),
    (
      "a: 01\nb: 1.5e3\nc: -0\nd: 1.\ne: .5\nf: 0x1F\n",
      #"{"a":"01","b":1.5e3,"c":-0,"d":"1.","e":".5","f":"0x1F"}"#
    ),
    ("a: \"q\\\"\\\\\\n\\x01\"\n", #"{"a":"q\"\\\u000a\u0001"}"#),
    ("a: '1'\nb: !!str true\n", #"{"a":"1","b":"true"}"#),
    ("a: &x [1]\nb: *x\n", #"{"a":[1],"b":[1]}"#),
    ("a:\n", #"{"a":null}"#),
    ("имя: نام\n", #"{"имя":"نام"}"#),
  ]

  @Test(arguments: texts)
  func `a document is written as JSON`(_ text: String, _ expected: String) {
    #expect(json(text) ?? "" == expected)
  }

  @Test(arguments: texts)
  func `what is written is JSON that reads back alike`(_ text: String, _ expected: String) throws {
    guard let first = document(text)?.json(named: "g.json") else { return }
    let again = try #require(DocumentReader.read(first).document)
    #expect(again.json(named: "g.json").bytes == first.bytes)
  }

  private func patched(
    set values: [(String, String)] = [], remove: [String] = []
  ) -> String {
    guard let start = document("{a: {b: 1, c: [x, y]}, 'k/~': 2}") else { return "unread" }
    let nodes = values.compactMap { pointer, text in
      document(text).map { (pointer: pointer, value: $0.root) }
    }
    switch start.patched(set: nodes, remove: remove) {
    case .success(let document):
      return String(decoding: document.json(named: "g").bytes, as: UTF8.self)
    case .failure(let error): return error.message
    }
  }

  @Test func `values are set and removed by pointer`() {
    #expect(patched() == #"{"a":{"b":1,"c":["x","y"]},"k/~":2}"#)
    #expect(patched(set: [("/a/b", "[7]")]) == #"{"a":{"b":[7],"c":["x","y"]},"k/~":2}"#)
    #expect(patched(set: [("/a/c/1", "z")]) == #"{"a":{"b":1,"c":["x","z"]},"k/~":2}"#)
    #expect(patched(set: [("/a/c/-", "z")]) == #"{"a":{"b":1,"c":["x","y","z"]},"k/~":2}"#)
    #expect(patched(set: [("/new", "'3'")]) == #"{"a":{"b":1,"c":["x","y"]},"k/~":2,"new":"3"}"#)
    #expect(patched(set: [("/k~1~0", "3")]) == #"{"a":{"b":1,"c":["x","y"]},"k/~":3}"#)
    #expect(patched(remove: ["/a/c/0", "/k~1~0"]) == #"{"a":{"b":1,"c":["y"]}}"#)
    #expect(patched(remove: ["/a"]) == #"{"k/~":2}"#)
  }

  @Test func `a patch that does not fit is refused`() {
    #expect(patched(set: [("a", "1")]) == "\"a\" is no JSON Pointer; it starts with \"/\"")
    #expect(patched(set: [("/x/y", "1")]) == "There is no \"x\" on the way of \"/x/y\"")
    #expect(patched(set: [("/a/c/9", "1")]) == "There is no \"9\" on the way of \"/a/c/9\"")
    #expect(patched(set: [("/a/b/c", "1")]) == "There is no \"c\" on the way of \"/a/b/c\"")
    #expect(patched(remove: ["/a/c/-"]) == "There is no \"-\" on the way of \"/a/c/-\"")
    #expect(patched(remove: ["/q"]) == "There is no \"q\" on the way of \"/q\"")
  }

  @Test func `what is kept keeps its place, and what is new is placed where it was put in`() throws
  {
    let start = try #require(document("{a: {b: 1}, c: [x, y]}"))
    let value = try #require(document("{d: [8, 'z']}")).root
    let patched = try start.patched(set: [("/a/n", value)], remove: ["/c/0"]).get()
    #expect(patched.root.node(at: "/c/0")?.range == 19..<20)
    #expect(patched.root.node(at: "/a/n/d/1")?.text == "z")
    #expect(patched.root.node(at: "/a/n/d/1")?.pointer == "/a/n/d/1")
    #expect(patched.root.node(at: "/a/n/d/1")?.range == start.root.node(at: "/a")?.range)
    #expect(patched.root.node(at: "/a/n/d/0")?.kind == .plainScalar)
  }
}
