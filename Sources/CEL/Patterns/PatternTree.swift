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

extension PatternTree {
  /// What is left of a number of repetitions that the parts of a pattern may ask for together.
  ///
  /// Those inside a repetition count as often as it asks for; 0 if they are too many. RE2 counts in
  /// the same way.
  func repetitionsLeft(of limit: Int) -> Int {
    switch self {
    case .empty, .character, .assertion: return limit
    case .sequence(let parts), .alternatives(let parts):
      return parts.reduce(limit) { min($0, $1.repetitionsLeft(of: limit)) }
    case .repetition(let part, let least, let most):
      let times = most ?? least
      return part.repetitionsLeft(of: times > 1 ? limit / times : limit)
    }
  }
}
