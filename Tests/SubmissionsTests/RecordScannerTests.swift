import Diagnostics
import Submissions
import TestSupport
import Testing

/// Lines read straight into a table give what the long way gives.
@Suite struct RecordScannerTests {
  static let lines: [(line: String, isShort: Bool)] = [
    (#"{"name":"a","weight":1.5,"count":3,"whole":true,"made":"2024-02-29","market":"IR"}"#, true),
    (#"{ "name" : "b" , "kind":"small", "tags":["x","ж",""], "weight":-0 }"#, true),
    (#"{"main":{"code":"کد"},"parts":[{"code":"1"},{"code":"2","made":"2026-12-31"}]}"#, true),
    (#"{"parts":[{"inner":{"size":1}},{"inner":{"size":2e0}}]}"#, false),
    (#"{"parts":[{"inner":{"size":1}},{"code":"x","inner":{"size":0.25}}],"count":0}"#, true),
    (#"{"a_rather_long_field_name":"tab\tquote\"slash\/\u0436","name":"😀"}"#, true),
    (#"{"name":null,"parts":[],"tags":[],"main":{}}"#, true), (#"{}"#, true),
    (#"{"weight":123456789012345678901234567890}"#, false), (#"{"name":"\ud83d\ude00"}"#, false),
    (#"{"name":"a","name":"b"}"#, false), (#"{"nome":"a"}"#, false), (#"{"name":5}"#, false),
    (#"{"kind":"huge"}"#, false), (#"{"made":"2026-02-30"}"#, false), (#"{"count":1.5}"#, false),
    (#"{"count":01}"#, false), (#"{"weight":"1"}"#, false), (#"{"whole":1}"#, false),
    (#"{"name":"a"} x"#, false), (#"{"name":"a""#, false), (#"{"name":"a",}"#, false),
    ("{\"name\":\"a\u{1}\"}", false), (#"{"tags":["a",null]}"#, false), (#"[1]"#, false),
    (#"{"parts":[{"code":"1"},]}"#, false), (#"{"name":"a\x"}"#, false), (#"{"main":[]}"#, false),
  ]

  @Test(arguments: lines)
  func `a line is read as the long way reads it, or left to it`(
    line: String, isShort: Bool
  ) throws {
    let schema = try TestRecords.schema()
    let short = TestRecords.shortWay(line, schema)
    #expect((short != nil) == isShort)
    guard let short else { return }
    let long = try #require(TestRecords.longWay(line, schema))
    #expect(short.content == long.content)
  }

  @Test func `no change of a line makes the two ways differ`() throws {
    let seed: UInt64 = 11
    print("seed \(seed)")
    var state = seed
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let schema = try TestRecords.schema()
    let alphabet = Array("{}[]\",:\\ab01.-e \tжک".unicodeScalars)
    var accepted = 0
    for _ in 0..<4000 {
      var scalars = Array(Self.lines[random(8)].line.unicodeScalars)
      for _ in 0...random(2) {
        let index = random(scalars.count)
        switch random(3) {
        case 0: scalars.remove(at: index)
        case 1: scalars.insert(alphabet[random(alphabet.count)], at: index)
        default: scalars[index] = alphabet[random(alphabet.count)]
        }
        if scalars.isEmpty { scalars = ["{"] }
      }
      let line = String(String.UnicodeScalarView(scalars))
      guard let short = TestRecords.shortWay(line, schema) else { continue }
      accepted += 1
      let long = TestRecords.longWay(line, schema)
      #expect(long != nil, "\(line)")
      if let long { #expect(short.content == long.content, "\(line)") }
    }
    #expect(accepted > 100)
  }

  @Test func `lines of a chunk have their own numbers`() throws {
    let schema = try TestRecords.schema()
    let text = "{\"name\":\"a\"}\n\n{\"name\":\"ж\"}\n"
    var scanner = RecordScanner(schema)
    scanner.begin(RecordLines(Array(text.utf8)))
    let first = scanner.read(from: 0)
    let second = try #require(first)
    let blank = scanner.read(from: second)
    #expect(blank == nil)
    #expect(scanner.lineEnd(from: second) == second + 1)
    let last = scanner.read(from: second + 1)
    let third = try #require(last)
    #expect(third == text.utf8.count)
    let submission = scanner.submission(line: second + 1..<third, number: 9, of: "f")
    #expect(submission.place(of: 0).description == "f:9:1")
    #expect(submission.place(of: 0).excerpt == "{\"name\":\"ж\"}")
  }
}
