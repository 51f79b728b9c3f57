/// Cuts the text of an expression into tokens; the grammar is in Grammar.txt.
struct Lexer {
  private let bytes: [UInt8]
  private var offset = 0

  /// Returns the tokens of a text, `end` last, or what is wrong with it.
  static func tokens(of text: String) throws(Issue) -> [Token] {
    var lexer = Lexer(bytes: Array(text.utf8))
    var tokens: [Token] = []
    tokens.reserveCapacity(lexer.bytes.count / 3 + 2)
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if case .end = token.kind { return tokens }
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  private mutating func next() throws(Issue) -> Token {
    skipBlanks()
    let start = offset
    guard offset < bytes.count else { return token(.end, from: start) }
    if let prefix = stringPrefix { return try string(prefix) }
    switch byte() {
    case Self.letters, Self.capitals, UInt8(ascii: "_"): return identifier()
    case Self.digits: return try number()
    case UInt8(ascii: ".") where Self.digits.contains(byte(1)): return try number()
    case UInt8(ascii: "`"): return try quotedIdentifier()
    default: return try symbol()
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

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, range: SourceRange(lower: start, upper: offset))
  }

  private func issue(_ message: String, from start: Int) -> Issue {
    Issue(.error, message, at: SourceRange(lower: start, upper: max(offset, start + 1)))
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  // MARK: Names and symbols

  private mutating func identifier() -> Token {
    let start = offset
    while byte().isIdentifierPart { offset += 1 }
    return token(.identifier(text(from: start)), from: start)
  }

  private mutating func quotedIdentifier() throws(Issue) -> Token {
    let start = offset
    offset += 1
    while offset < bytes.count, byte() != UInt8(ascii: "`"), byte() != UInt8(ascii: "\n") {
      offset += 1
    }
    guard byte() == UInt8(ascii: "`"), offset > start + 1 else {
      throw issue("The quoted name has no closing \"`\"", from: start)
    }
    let name = String(decoding: bytes[start + 1..<offset], as: UTF8.self)
    offset += 1
    return token(.quotedIdentifier(name), from: start)
  }

  private mutating func symbol() throws(Issue) -> Token {
    let start = offset
    guard let symbol = longSymbol ?? shortSymbol else {
      repeat { offset += 1 } while offset < bytes.count && bytes[offset] & 0xC0 == 0x80
      throw issue("The character \"\(text(from: start))\" has no meaning here", from: start)
    }
    offset += symbol.text.utf8.count
    return token(.symbol(symbol), from: start)
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

  private mutating func number() throws(Issue) -> Token {
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
      return token(.double(value), from: start)
    }
    return try integer(digits, radix: 10, from: start)
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

  private mutating func hexadecimal() throws(Issue) -> Token {
    let start = offset
    offset += 2
    let digitsStart = offset
    while byte().hexValue != nil { offset += 1 }
    return try integer(text(from: digitsStart), radix: 16, from: start)
  }

  private mutating func integer(
    _ digits: String, radix: Int, from start: Int
  ) throws(Issue) -> Token {
    if byte() | 0x20 == UInt8(ascii: "u") {
      offset += 1
      guard let value = UInt64(digits, radix: radix) else {
        throw issue("The number does not fit into a uint", from: start)
      }
      return token(.unsigned(value), from: start)
    }
    if let value = Int64(digits, radix: radix) { return token(.integer(value), from: start) }
    if UInt64(digits, radix: radix) == 1 << 63 { return token(.leastInteger, from: start) }
    throw issue("The number does not fit into an int", from: start)
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

  private mutating func string(_ prefix: StringPrefix) throws(Issue) -> Token {
    let start = offset
    offset += prefix.length
    let quote = byte()
    let isTriple = byte(1) == quote && byte(2) == quote
    offset += isTriple ? 3 : 1
    var content: [UInt8] = []
    while true {
      guard offset < bytes.count, isTriple || !byte().isLineEnd else {
        throw issue("The string has no closing quote", from: start)
      }
      if byte() == quote, !isTriple || byte(1) == quote && byte(2) == quote { break }
      if byte() == UInt8(ascii: "\\"), !prefix.isRaw {
        content += try escape(inBytes: prefix.isBytes)
      } else {
        content.append(byte())
        offset += 1
      }
    }
    offset += isTriple ? 3 : 1
    if prefix.isBytes { return token(.bytes(content), from: start) }
    return token(.string(String(decoding: content, as: UTF8.self)), from: start)
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
