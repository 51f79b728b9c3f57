/// A word of an expression; what it says stands in the text, or in the literals beside it.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case identifier
    case quotedIdentifier
    case keyword(Keyword)
    /// A number, a string or bytes: the literal of this index.
    case literal(Int)
    /// The digits of 2^63, which only `-` makes an integer.
    case leastInteger
    case symbol(Symbol)
    case end

    /// Whether it can be the name of a field; keywords can.
    var isName: Bool {
      switch self {
      case .identifier, .keyword: true
      case .quotedIdentifier, .literal, .leastInteger, .symbol, .end: false
      }
    }
  }

  let kind: Kind
  let range: SourceRange
}

/// The words of an expression, `end` last.
struct Tokens: Sendable {
  /// The UTF-8 of the expression.
  let bytes: [UInt8]
  fileprivate(set) var list: [Token] = []
  /// What numbers, strings and bytes say, in the order written.
  fileprivate(set) var literals: [Value] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
    list.reserveCapacity(bytes.count / 3 + 2)
  }

  mutating func append(_ kind: Token.Kind, _ range: SourceRange) {
    list.append(Token(kind: kind, range: range))
  }

  mutating func append(literal: Value, _ range: SourceRange) {
    append(.literal(literals.count), range)
    literals.append(literal)
  }

  /// What is written.
  func text(of token: Token) -> String {
    String(decoding: bytes[token.range.lower..<token.range.upper], as: UTF8.self)
  }

  /// The name that a token is: what is written, without the signs around a quoted one.
  func name(of token: Token) -> String {
    guard token.kind == .quotedIdentifier else { return text(of: token) }
    return String(decoding: bytes[token.range.lower + 1..<token.range.upper - 1], as: UTF8.self)
  }
}

/// A word that stands for a value or an operator wherever no field is named.
enum Keyword: String, Sendable {
  case `true`
  case `false`
  case null
  case `in`
}

/// A sign of the grammar.
enum Symbol: Sendable {
  case equal, unequal, less, atMost, greater, atLeast
  case and, or, not
  case plus, minus, times, divided, remainder
  case openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
  case point, comma, colon, question

  /// The sign as it is written.
  var text: String {
    switch self {
    case .equal: "=="
    case .unequal: "!="
    case .less: "<"
    case .atMost: "<="
    case .greater: ">"
    case .atLeast: ">="
    case .and: "&&"
    case .or: "||"
    case .not: "!"
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .divided: "/"
    case .remainder: "%"
    case .openParenthesis: "("
    case .closeParenthesis: ")"
    case .openBracket: "["
    case .closeBracket: "]"
    case .openBrace: "{"
    case .closeBrace: "}"
    case .point: "."
    case .comma: ","
    case .colon: ":"
    case .question: "?"
    }
  }
}
