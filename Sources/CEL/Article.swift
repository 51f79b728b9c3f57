extension CustomStringConvertible {
  /// The name of a type with its article: `an int`.
  var withArticle: String { (startsWithVowel ? "an " : "a ") + description }

  /// The name of a type with its article, as a sentence starts: `An int`.
  var withCapitalArticle: String { (startsWithVowel ? "An " : "A ") + description }

  /// Whether the name is spoken with a vowel first, as `uint` is not.
  private var startsWithVowel: Bool {
    description.first.map { "aeioAEIO".contains($0) } ?? false
  }
}
