/// What a pattern says.
indirect enum PatternTree: Sendable {
  case empty
  case character(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternTree])
  case alternatives([PatternTree])
  /// At least so many times, at most so many or any number.
  case repetition(PatternTree, least: Int, most: Int?)
}

/// What holds at a position between characters.
enum PatternAssertion: Sendable {
  case textStart
  case textEnd
  case lineStart
  case lineEnd
  case wordBoundary
  case noWordBoundary
}
