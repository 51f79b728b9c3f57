/// How much an expression may ask for.
enum Limits {
  /// The deepest nesting of an expression.
  static let depth = 250
  /// The most bytes of an expression.
  static let text = 100_000
  /// The most steps of one evaluation: elements gone through and pieces of text made.
  static let steps = 1_000_000
  /// The most instructions of a compiled pattern.
  static let patternSize = 20_000
  /// The most times that a pattern may ask for a repetition.
  static let patternRepetitions = 1_000
}
