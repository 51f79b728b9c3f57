extension StandardLibrary {
  /// Tests and parts of strings; positions count Unicode scalars.
  static let strings: [Function] = tests + parts + changes + formats

  private static let tests: [Function] = [
    test("contains") { text, part in part.isEmpty || text.find(part, from: 0) != nil },
    test("startsWith") { text, part in text.starts(with: part) },
    test("endsWith") { text, part in text.reversed().starts(with: part.reversed()) },
    Function("matches", method: [.string, .string], .bool, implementation: planned),
    Function("matches", [.string, .string], .bool, implementation: planned),
  ]

  private static func test(
    _ name: String, _ holds: @escaping @Sendable ([UInt8], [UInt8]) -> Bool
  ) -> Function {
    Function(name, method: [.string, .string], .bool) { arguments throws(EvaluationError) in
      .bool(holds(Array(try arguments[0].text.utf8), Array(try arguments[1].text.utf8)))
    }
  }

  private static let parts: [Function] = [
    Function("charAt", method: [.string, .int], .string) { arguments throws(EvaluationError) in
      let scalars = try arguments[0].scalars
      let index = try position(arguments[1], in: 0...scalars.count)
      return .string(index == scalars.count ? "" : String(Character(scalars[index])))
    },
    Function("substring", method: [.string, .int], .string) { arguments throws(EvaluationError) in
      let scalars = try arguments[0].scalars
      return .string(String(scalars[try position(arguments[1], in: 0...scalars.count)...]))
    },
    Function("substring", method: [.string, .int, .int], .string) {
      arguments throws(EvaluationError) in
      let scalars = try arguments[0].scalars
      let start = try position(arguments[1], in: 0...scalars.count)
      return .string(
        String(scalars[start..<(try position(arguments[2], in: start...scalars.count))]))
    },
    index("indexOf", isLast: false), indexFrom("indexOf", isLast: false),
    index("lastIndexOf", isLast: true), indexFrom("lastIndexOf", isLast: true),
  ]

  private static func index(_ name: String, isLast: Bool) -> Function {
    Function(name, method: [.string, .string], .int) { arguments throws(EvaluationError) in
      let (text, part) = (try arguments[0].scalars, try arguments[1].scalars)
      let found = isLast ? text.findLast(part, from: text.count) : text.find(part, from: 0)
      return .int(Int64(found ?? -1))
    }
  }

  private static func indexFrom(_ name: String, isLast: Bool) -> Function {
    Function(name, method: [.string, .string, .int], .int) { arguments throws(EvaluationError) in
      let (text, part) = (try arguments[0].scalars, try arguments[1].scalars)
      let start = try position(arguments[2], in: 0...text.count)
      let found = isLast ? text.findLast(part, from: start) : text.find(part, from: start)
      return .int(Int64(found ?? -1))
    }
  }

  private static func position(
    _ value: Value, in range: ClosedRange<Int>
  ) throws(EvaluationError) -> Int {
    let position = try value.integer
    guard let index = Int(exactly: position), range.contains(index) else {
      throw .failed("Index out of range: \(position)")
    }
    return index
  }

  private static let changes: [Function] = [
    change("lowerAscii") { $0.asciiMapped { (0x41...0x5A).contains($0) ? $0 + 32 : $0 } },
    change("upperAscii") { $0.asciiMapped { (0x61...0x7A).contains($0) ? $0 - 32 : $0 } },
    change("trim") { text in
      let scalars = Array(text.unicodeScalars)
      let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
      let end = scalars.lastIndex { !$0.properties.isWhitespace } ?? start - 1
      return String(scalars[start..<end + 1])
    },
    change("reverse") { String(Array($0.unicodeScalars.reversed())[...]) },
    Function("replace", method: [.string, .string, .string], .string) {
      arguments throws(EvaluationError) in
      .string(try replaced(arguments, limit: .max))
    },
    Function("replace", method: [.string, .string, .string, .int], .string) {
      arguments throws(EvaluationError) in
      let limit = try arguments[3].integer
      return .string(try replaced(arguments, limit: limit < 0 ? .max : Int(limit)))
    },
    Function("split", method: [.string, .string], .list(.string)) {
      arguments throws(EvaluationError) in
      .list(try split(arguments, limit: .max))
    },
    Function("split", method: [.string, .string, .int], .list(.string)) {
      arguments throws(EvaluationError) in
      let limit = try arguments[2].integer
      return .list(try split(arguments, limit: limit < 0 ? .max : Int(limit)))
    },
    Function("join", method: [.list(.string)], .string) { arguments throws(EvaluationError) in
      .string(try joined(arguments[0], by: ""))
    },
    Function("join", method: [.list(.string), .string], .string) {
      arguments throws(EvaluationError) in
      .string(try joined(arguments[0], by: try arguments[1].text))
    },
  ]

  private static let formats: [Function] = [
    Function("format", method: [.string, .list(.dyn)], .string) {
      arguments throws(EvaluationError) in
      .string(try FormatText.text(try arguments[0].text, try arguments[1].elements))
    },
    Function("strings.quote", [.string], .string) { arguments throws(EvaluationError) in
      .string(try arguments[0].text.quoted)
    },
  ]

  private static func change(
    _ name: String, _ change: @escaping @Sendable (String) -> String
  ) -> Function {
    Function(name, method: [.string], .string) { arguments throws(EvaluationError) in
      .string(change(try arguments[0].text))
    }
  }

  private static func replaced(_ arguments: [Value], limit: Int) throws(EvaluationError) -> String {
    let part = try arguments[1].scalars
    let pieces =
      part.isEmpty
      ? [] : pieces(try arguments[0].scalars, at: part, limit: limit == .max ? .max : limit + 1)
    guard !part.isEmpty else { return try arguments[0].text }
    let separator = try arguments[2].text
    try checkSize(of: pieces, separator)
    return pieces.joined(separator: separator)
  }

  private static func split(_ arguments: [Value], limit: Int) throws(EvaluationError) -> [Value] {
    if limit == 0 { return [] }
    let (text, part) = (try arguments[0].scalars, try arguments[1].scalars)
    guard part.isEmpty else { return pieces(text, at: part, limit: limit).map(Value.string) }
    let singles = text.prefix(min(limit, text.count)).map { Value.string(String(Character($0))) }
    guard limit < text.count else { return singles }
    return singles.dropLast() + [.string(String(text[(limit - 1)...]))]
  }

  /// Cuts a text at every part, into so many pieces at most.
  private static func pieces(
    _ text: [Unicode.Scalar], at part: [Unicode.Scalar], limit: Int
  ) -> [String] {
    var pieces: [String] = []
    var start = 0
    while pieces.count + 1 < limit, let next = text.find(part, from: start) {
      pieces.append(String(text[start..<next]))
      start = next + part.count
    }
    return pieces + [String(text[start...])]
  }

  private static func joined(_ list: Value, by separator: String) throws(EvaluationError) -> String
  {
    var texts: [String] = []
    for element in try list.elements { texts.append(try element.text) }
    try checkSize(of: texts, separator)
    return texts.joined(separator: separator)
  }

  /// Refuses to join texts that are too long together.
  private static func checkSize(of texts: [String], _ separator: String) throws(EvaluationError) {
    let own = texts.reduce(0) { $0 + $1.utf8.count }
    let (between, overflows) = separator.utf8.count.multipliedReportingOverflow(by: texts.count)
    try Limits.checkText(overflows ? .max : own + between)
  }
}

extension Value {
  fileprivate var scalars: [Unicode.Scalar] {
    get throws(EvaluationError) { Array(try text.unicodeScalars) }
  }
}

extension String {
  private static let escapes: [Unicode.Scalar: String] = [
    "\u{07}": #"\a"#, "\u{08}": #"\b"#, "\u{0C}": #"\f"#, "\n": #"\n"#, "\r": #"\r"#,
    "\t": #"\t"#, "\u{0B}": #"\v"#, "\\": #"\\"#, "\"": #"\""#,
  ]

  /// The text as a literal of CEL.
  fileprivate var quoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      if let escape = Self.escapes[scalar] {
        quoted += escape
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self = ""
    unicodeScalars.append(contentsOf: scalars)
  }

  fileprivate func asciiMapped(_ map: (UInt8) -> UInt8) -> String {
    String(decoding: utf8.map(map), as: UTF8.self)
  }
}

extension Array where Element: Equatable {
  /// The position of the first part that starts at or after a position, found in linear time.
  fileprivate func find(_ part: [Element], from start: Int) -> Int? {
    guard !part.isEmpty else { return start <= count ? start : nil }
    guard part.count <= count - start else { return nil }
    let fallbacks = part.borders
    var matched = 0
    for position in start..<count {
      while matched > 0, self[position] != part[matched] { matched = fallbacks[matched - 1] }
      if self[position] == part[matched] { matched += 1 }
      if matched == part.count { return position + 1 - matched }
    }
    return nil
  }

  /// The position of the last part that starts at or before a position.
  fileprivate func findLast(_ part: [Element], from start: Int) -> Int? {
    let end = Swift.min(count, start + part.count)
    let mirrored: [Element] = self[..<end].reversed()
    return mirrored.find(part.reversed(), from: 0).map { end - $0 - part.count }
  }

  /// For each start of the array, how long the longest shorter start is that it also ends with: how
  /// much of it still holds when the element behind it does not.
  private var borders: [Int] {
    var borders = [0]
    var length = 0
    for position in 1..<Swift.max(count, 1) {
      while length > 0, self[position] != self[length] { length = borders[length - 1] }
      if self[position] == self[length] { length += 1 }
      borders.append(length)
    }
    return borders
  }
}
