/// A word of an expression with what it is, for those who show expressions or look for names in them.
public struct Word: Sendable, Hashable {
  /// What a word is.
  public enum Kind: Sendable, Hashable {
    /// A variable, a field, a function or a macro.
    case name
    /// A word of the language: `true`, `false`, `null`, `in`.
    case keyword
    /// A number.
    case number
    /// A text, or bytes, in quotation marks.
    case text
    /// An operator, a bracket or a comma.
    case symbol
  }

  /// What it is.
  public let kind: Kind
  /// The bytes of the expression that it is.
  public let range: Range<Int>
  /// What it says: of a text in quotation marks what is between them.
  public let content: String

  /// Returns the words of an expression in the order written; none if it cannot be cut into words.
  public static func words(of text: String) -> [Word] {
    guard let tokens = try? Lexer.tokens(of: text) else { return [] }
    return tokens.list.compactMap { Word($0, of: tokens) }
  }

  private init?(_ token: Token, of tokens: Tokens) {
    self.range = token.range.lower..<token.range.upper
    switch token.kind {
    case .identifier, .quotedIdentifier: self.kind = .name
    case .keyword: self.kind = .keyword
    case .leastInteger: self.kind = .number
    case .symbol: self.kind = .symbol
    case .end: return nil
    case .literal(let index):
      switch tokens.literals[index] {
      case .string(let content):
        self.kind = .text
        self.content = content
        return
      case .bytes: self.kind = .text
      default: self.kind = .number
      }
    }
    self.content = tokens.name(of: token)
  }
}
