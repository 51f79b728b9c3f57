/// What the keys of a mapping in a rule file may be: the readers refuse other keys, and the JSON
/// Schemas for editors are written from the same declarations.
package struct FileDeclaration: Sendable {
  /// A key.
  package struct Key: Sendable {
    /// Its name.
    package let name: String
    /// What it holds.
    package let content: Content
    /// What it means, for who writes it.
    package let meaning: String
    /// Whether the reader insists on it.
    package let isRequired: Bool
  }

  /// What a key holds.
  package indirect enum Content: Sendable {
    /// Any text.
    case text
    /// An expression of the Common Expression Language.
    case expression
    /// A text with expressions in braces, in every language.
    case message
    /// A text in every language.
    case everyLanguage
    /// A name in at least one language.
    case someLanguage
    /// A number, a day or a text.
    case scalar
    /// Anything.
    case any
    /// A day as `YYYY-MM-DD`.
    case day
    /// One of some words.
    case code([String])
    /// A list.
    case list(Content)
    /// A mapping with keys of its own.
    case mapping(FileDeclaration)
    /// A mapping with any keys, all of which hold the same.
    case entries(Content)
    /// One of several.
    case either(Content, Content)
  }

  /// What the mapping is, as messages call it.
  package let thing: String
  /// The keys, in the order in which they are best written.
  package let keys: [Key]
  /// The names of the keys.
  package let names: [String]

  init(_ thing: String, _ keys: [Key]) {
    self.thing = thing
    self.keys = keys
    self.names = keys.map(\.name)
  }
}

extension FileDeclaration.Key {
  /// A key that the reader insists on.
  static func required(
    _ name: String, _ content: FileDeclaration.Content, _ meaning: String
  ) -> Self {
    Self(name: name, content: content, meaning: meaning, isRequired: true)
  }

  /// A key that may be left out.
  static func optional(
    _ name: String, _ content: FileDeclaration.Content, _ meaning: String
  ) -> Self {
    Self(name: name, content: content, meaning: meaning, isRequired: false)
  }
}

extension FileDeclaration.Content {
  /// The words of an enumeration.
  static func words<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> Self {
    .code(Word.allCases.map(\.rawValue))
  }
}
