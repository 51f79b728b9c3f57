internal import ArgumentParser
internal import Evaluation

/// How many findings a report shows, and what it tells of each besides.
struct FindingOptions: ParsableArguments {
  @Flag(
    help: """
      Look for the smallest change with which each failing rule would pass, by running the rule. It \
      says what the rule accepts, never what is true of the product.
      """)
  var wouldPass = false

  @Option(
    help: ArgumentHelp(
      """
      The most findings of a rule that are shown of a market; the others are counted. The exit \
      status counts all of them.
      """, valueName: "n"))
  var maxFindingsPerRule: Int?

  func validate() throws {
    if let maxFindingsPerRule, maxFindingsPerRule < 1 {
      throw ValidationError("--max-findings-per-rule wants 1 or more")
    }
  }

  /// Tells what cannot be asked for of files of records.
  func validateForRecords() throws {
    if wouldPass { throw ValidationError("Files of records take no --would-pass") }
    if maxFindingsPerRule != nil {
      throw ValidationError("Files of records take no --max-findings-per-rule")
    }
  }

  /// Returns results with the findings that are shown, and what was asked of them.
  func applied(to results: [SubmissionResult]) -> [SubmissionResult] {
    let shown = maxFindingsPerRule.map { most in results.map { $0.limited(toFindingsPerRule: most) }
    }
    let results = shown ?? results
    return wouldPass ? results.map(\.withSmallestChanges) : results
  }
}
