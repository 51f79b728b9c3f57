extension SubmissionResult {
  /// Returns the result with no more findings of a rule in a market than a number; the others are
  /// counted.
  public func limited(toFindingsPerRule most: Int) -> SubmissionResult {
    var result = self
    for market in result.markets.indices { result.markets[market].limitFindings(perRule: most) }
    return result
  }

  /// The result with the smallest change of every finding for which one was found.
  public var withSmallestChanges: SubmissionResult {
    var result = self
    for market in result.markets.indices {
      result.markets[market].changeFindings { $0.wouldPass = $0.smallestChange }
    }
    return result
  }
}
