/// What one evaluation works on.
struct Frame {
  /// The variables, then the variables of comprehensions.
  var slots: [Value]
  /// How many steps are left.
  var steps = Limits.steps
  /// Whether field reads are noted.
  let isNoting: Bool
  /// The reads that decided what has been evaluated so far.
  var reads: [FieldRead] = []

  /// Counts steps; throws when they are used up.
  mutating func count(_ steps: Int = 1) throws(EvaluationError) {
    self.steps -= steps
    if self.steps < 0 { throw Limits.stepsUsedUp }
  }

  /// Forgets the reads noted since a mark, which turned out not to decide.
  mutating func forget(since mark: Int) {
    if isNoting, reads.count > mark { reads.removeSubrange(mark...) }
  }
}

/// A part of a program: what an expression is compiled to.
typealias Step = @Sendable (inout Frame) throws(EvaluationError) -> Value
