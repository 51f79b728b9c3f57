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
    case symbol(String)
    case end
  }

  let kind: Kind
  let range: SourceRange
}
