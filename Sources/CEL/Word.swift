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
    return tokens.compactMap { Word($0, in: text) }
  }

  private static let keywords: Set<String> = ["true", "false", "null", "in"]

  private init?(_ token: Token, in text: String) {
    self.range = token.range.lower..<token.range.upper
    let written = String(
      decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    switch token.kind {
    case .identifier(let name):
      self.kind = Self.keywords.contains(name) ? .keyword : .name
      self.content = name
    case .quotedIdentifier(let name):
      self.kind = .name
      self.content = name
    case .integer, .unsigned, .leastInteger, .double:
      self.kind = .number
      self.content = written
    case .string(let content):
      self.kind = .text
      self.content = content
    case .bytes:
      self.kind = .text
      self.content = written
    case .symbol(let symbol):
      self.kind = .symbol
      self.content = symbol.text
    case .end: return nil
    }
  }
}
