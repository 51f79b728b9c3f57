public import Diagnostics
public import Evaluation

/// What the examples of a pack notice of small changes to its rules.
public struct MutationReport: Sendable {
  /// The name of the pack.
  public let pack: String
  /// What came of each rule.
  public let outcomes: [MutationOutcome]

  /// Creates the report of a pack.
  public init(pack: String, outcomes: [MutationOutcome]) {
    self.pack = pack
    self.outcomes = outcomes
  }

  /// The changes that no example notices, in the order of the rules.
  public var survivors: [Diagnostic] { outcomes.flatMap(\.survivors) }
  /// The examples that do not hold for the rules as they are.
  public var failures: [Diagnostic] { outcomes.flatMap(\.failures) }

  private var mutants: Int { outcomes.reduce(0) { $0 + $1.mutants } }
  private var caught: Int { outcomes.reduce(0) { $0 + $1.caught } }
  private var refused: Int { outcomes.reduce(0) { $0 + $1.refused } }

  /// Whether at least a share of the changed rules is noticed, in percent.
  public func reaches(percent: Int) -> Bool { caught * 100 >= mutants * percent }

  /// The share of changed rules that is noticed, rounded down to a tenth of a percent.
  private var share: String {
    let tenths = mutants == 0 ? 1000 : caught * 1000 / mutants
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The counts of the pack on a line.
  public var summary: String {
    "\(pack): \(outcomes.count) rules, \(mutants) mutants, \(caught) caught (\(share) %), "
      + "\(refused) that would not load left out\n"
  }

  /// The reports of packs as JSON.
  public static func json(_ reports: [MutationReport]) -> String {
    JSON.object([("packs", .array(reports.map(\.json)))]).text
  }

  private var json: JSON {
    .object([
      ("pack", .string(pack)), ("rules", .integer(Int64(outcomes.count))),
      ("mutants", .integer(Int64(mutants))), ("caught", .integer(Int64(caught))),
      ("leftOut", .integer(Int64(refused))),
      (
        "survivors",
        .array(
          outcomes.flatMap { outcome in
            outcome.survivors.map { Self.json($0, of: outcome.rule) }
          })
      ),
    ])
  }

  private static func json(_ survivor: Diagnostic, of rule: String) -> JSON {
    let start = survivor.place?.start
    return .object([
      ("rule", .string(rule)), ("message", .string(survivor.message)),
      ("file", JSON(survivor.place?.file)),
      ("line", start.map { JSON.integer(Int64($0.line)) } ?? .null),
      ("column", start.map { JSON.integer(Int64($0.column)) } ?? .null),
    ])
  }
}
