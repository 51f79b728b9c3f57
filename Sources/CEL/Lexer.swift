/// Cuts the text of an expression into tokens; the grammar is in Grammar.txt.
struct Lexer {
  private let bytes: [UInt8]
  private var offset = 0
  private var tokens: Tokens

  /// Returns the tokens of a text, or what is wrong with it.
  static func tokens(of text: String) throws(Issue) -> Tokens {
    var lexer = Lexer(bytes: Array(text.utf8))
    while true {
      lexer.skipBlanks()
      guard lexer.offset < lexer.bytes.count else { break }
      try lexer.token()
    }
    lexer.append(.end, from: lexer.offset)
    return lexer.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    self.tokens = Tokens(bytes: bytes)
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  private mutating func token() throws(Issue) {
    switch byte() {
    case Self.letters, Self.capitals, UInt8(ascii: "_"):
      if let prefix = stringPrefix { try string(prefix) } else { identifier() }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try string(StringPrefix())
    case Self.digits: try number()
    case UInt8(ascii: ".") where Self.digits.contains(byte(1)): try number()
    case UInt8(ascii: "`"): try quotedIdentifier()
    default: try symbol()
    }
  }

  private static let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C:
        offset += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      default: return
      }
    }
  }

  private mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(kind, SourceRange(lower: start, upper: offset))
  }

  private mutating func append(literal: Value, from start: Int) {
    tokens.append(literal: literal, SourceRange(lower: start, upper: offset))
  }

  private func issue(_ message: String, from start: Int) -> Issue {
    Issue(.error, message, at: SourceRange(lower: start, upper: max(offset, start + 1)))
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  // MARK: Names and symbols

  private mutating func identifier() {
    let start = offset
    while byte().isIdentifierPart { offset += 1 }
    append(keyword(from: start).map(Token.Kind.keyword) ?? .identifier, from: start)
  }

  /// The keyword that has been read, nil for any other name.
  private func keyword(from start: Int) -> Keyword? {
    let keyword: Keyword
    switch (offset - start, bytes[start]) {
    case (2, UInt8(ascii: "i")): keyword = .in
    case (4, UInt8(ascii: "t")): keyword = .true
    case (4, UInt8(ascii: "n")): keyword = .null
    case (5, UInt8(ascii: "f")): keyword = .false
    default: return nil
    }
    return bytes[start..<offset].elementsEqual(keyword.rawValue.utf8) ? keyword : nil
  }

  private mutating func quotedIdentifier() throws(Issue) {
    let start = offset
    offset += 1
    while offset < bytes.count, byte() != UInt8(ascii: "`"), byte() != UInt8(ascii: "\n") {
      offset += 1
    }
    guard byte() == UInt8(ascii: "`"), offset > start + 1 else {
      throw issue("The quoted name has no closing \"`\"", from: start)
    }
    offset += 1
    append(.quotedIdentifier, from: start)
  }

  private mutating func symbol() throws(Issue) {
    let start = offset
    if let symbol = longSymbol {
      offset += 2
      append(.symbol(symbol), from: start)
    } else if let symbol = shortSymbol {
      offset += 1
      append(.symbol(symbol), from: start)
    } else {
      repeat { offset += 1 } while offset < bytes.count && bytes[offset] & 0xC0 == 0x80
      throw issue("The character \"\(text(from: start))\" has no meaning here", from: start)
    }
  }

  /// The sign of two characters that stands here.
  private var longSymbol: Symbol? {
    switch (byte(), byte(1)) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .unequal
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .atMost
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .atLeast
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): .and
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): .or
    default: nil
    }
  }

  /// The sign of one character that stands here.
  private var shortSymbol: Symbol? {
    switch byte() {
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: ")"): .closeParenthesis
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "{"): .openBrace
    case UInt8(ascii: "}"): .closeBrace
    case UInt8(ascii: "."): .point
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .times
    case UInt8(ascii: "/"): .divided
    case UInt8(ascii: "%"): .remainder
    case UInt8(ascii: "!"): .not
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    default: nil
    }
  }

  // MARK: Numbers

  private mutating func number() throws(Issue) {
    let start = offset
    if byte() == UInt8(ascii: "0"), byte(1) | 0x20 == UInt8(ascii: "x") { return try hexadecimal() }
    while Self.digits.contains(byte()) { offset += 1 }
    let isDouble = skipFraction() || skipExponent()
    _ = skipExponent()
    let digits = text(from: start)
    if isDouble {
      guard let value = Double(digits), value.isFinite else {
        throw issue("The number does not fit into a double", from: start)
      }
      return append(literal: .double(value), from: start)
    }
    try integer(digits, radix: 10, from: start)
  }

  private mutating func skipFraction() -> Bool {
    guard byte() == UInt8(ascii: "."), Self.digits.contains(byte(1)) else { return false }
    offset += 1
    while Self.digits.contains(byte()) { offset += 1 }
    return true
  }

  private mutating func skipExponent() -> Bool {
    guard byte() | 0x20 == UInt8(ascii: "e") else { return false }
    let hasSign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
    guard Self.digits.contains(byte(hasSign ? 2 : 1)) else { return false }
    offset += hasSign ? 2 : 1
    while Self.digits.contains(byte()) { offset += 1 }
    return true
  }

  private mutating func hexadecimal() throws(Issue) {
    let start = offset
    offset += 2
    let digitsStart = offset
    while byte().hexValue != nil { offset += 1 }
    try integer(text(from: digitsStart), radix: 16, from: start)
  }

  private mutating func integer(_ digits: String, radix: Int, from start: Int) throws(Issue) {
    if byte() | 0x20 == UInt8(ascii: "u") {
      offset += 1
      guard let value = UInt64(digits, radix: radix) else {
        throw issue("The number does not fit into a uint", from: start)
      }
      append(literal: .uint(value), from: start)
    } else if let value = Int64(digits, radix: radix) {
      append(literal: .int(value), from: start)
    } else if UInt64(digits, radix: radix) == 1 << 63 {
      append(.leastInteger, from: start)
    } else {
      throw issue("The number does not fit into an int", from: start)
    }
  }

  // MARK: Strings

  private struct StringPrefix {
    var length = 0
    var isRaw = false
    var isBytes = false
  }

  /// The letters before a quote, nil if no string starts here.
  private var stringPrefix: StringPrefix? {
    var prefix = StringPrefix()
    while prefix.length < 2 {
      switch byte(prefix.length) | 0x20 {
      case UInt8(ascii: "r") where !prefix.isRaw: prefix.isRaw = true
      case UInt8(ascii: "b") where !prefix.isBytes: prefix.isBytes = true
      default: return byte(prefix.length).isQuote ? prefix : nil
      }
      prefix.length += 1
    }
    return byte(prefix.length).isQuote ? prefix : nil
  }

  private mutating func string(_ prefix: StringPrefix) throws(Issue) {
    let start = offset
    offset += prefix.length
    let quote = byte()
    let isTriple = byte(1) == quote && byte(2) == quote
    offset += isTriple ? 3 : 1
    var content: [UInt8] = []
    var plainStart = offset
    while true {
      guard offset < bytes.count, isTriple || !byte().isLineEnd else {
        throw issue("The string has no closing quote", from: start)
      }
      if byte() == quote, !isTriple || byte(1) == quote && byte(2) == quote { break }
      if byte() == UInt8(ascii: "\\"), !prefix.isRaw {
        content += bytes[plainStart..<offset]
        content += try escape(inBytes: prefix.isBytes)
        plainStart = offset
      } else {
        offset += 1
      }
    }
    content += bytes[plainStart..<offset]
    offset += isTriple ? 3 : 1
    append(
      literal: prefix.isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self)),
      from: start)
  }

  private static let simpleEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F,
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
  ]

  private mutating func escape(inBytes: Bool) throws(Issue) -> [UInt8] {
    let start = offset
    offset += 1
    let letter = byte()
    offset += 1
    if let simple = Self.simpleEscapes[letter] { return [simple] }
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return try code(2, 16, inBytes: inBytes, from: start)
    case UInt8(ascii: "u") where !inBytes: return try code(4, 16, inBytes: false, from: start)
    case UInt8(ascii: "U") where !inBytes: return try code(8, 16, inBytes: false, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      offset -= 1
      return try code(3, 8, inBytes: inBytes, from: start)
    default: throw issue("Unknown escape; write \"\\\\\" for a backslash", from: start)
    }
  }

  private mutating func code(
    _ count: Int, _ radix: Int, inBytes: Bool, from start: Int
  ) throws(Issue) -> [UInt8] {
    let digits = bytes[offset..<min(offset + count, bytes.count)]
    guard digits.count == count, digits.allSatisfy({ $0.hexValue != nil }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
    else { throw issue("The escape needs \(count) digits", from: start) }
    offset += count
    if inBytes {
      guard let byte = UInt8(exactly: value) else {
        throw issue("The escape is no byte", from: start)
      }
      return [byte]
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw issue("The escape names no Unicode character", from: start)
    }
    return Array(String(Character(scalar)).utf8)
  }
}

extension UInt8 {
  fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

  var isIdentifierPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The value of a hexadecimal digit, nil for another character.
  var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
