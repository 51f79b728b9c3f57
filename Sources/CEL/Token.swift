/// A word of an expression.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case identifier(String)
    case quotedIdentifier(String)
    case integer(Int64)
    case unsigned(UInt64)
    /// The digits of 2^63, which only `-` makes an integer.
    case leastInteger
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  let range: SourceRange
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
