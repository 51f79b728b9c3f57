internal import Diagnostics
public import Documents

/// What an example shows.
public enum ExampleOutcome: String, Sendable, Hashable, CaseIterable {
  /// At least one verdict passes; every other passes or does not apply.
  case passes
  /// At least one verdict fails.
  case fails
  /// At least one verdict is undecided, and none fails.
  case undecided
  /// The rule does not apply.
  case doesNotApply = "does-not-apply"
}

/// A patch on a sample, and what the rule says of the patched sample.
public struct RuleExample: Sendable {
  /// What the rule says.
  public let outcome: ExampleOutcome
  /// The sample, if it is not the pack's.
  public let sample: String?
  /// The market judged, if it is not the pack's.
  public let market: String?
  /// The day whose law is applied, if it is not the sample's own date.
  public let asOf: Day?
  /// Values that are set, by JSON Pointer.
  public let set: [(pointer: String, value: Node)]
  /// JSON Pointers that are removed.
  public let remove: [String]
  /// Where a finding is shown.
  public let at: String?
  /// Where the example is written.
  public let node: Node
}

extension RuleExample {
  /// Reads the examples of a rule, those of each outcome in turn.
  static func examples(_ node: Node, _ diagnostics: inout [Diagnostic]) -> [RuleExample] {
    let known = FileDeclaration.examples.names
    let reader = FieldReader(node, "set of examples", known: known, &diagnostics)
    return ExampleOutcome.allCases.flatMap { outcome in
      reader.list(outcome.rawValue, &diagnostics).map {
        RuleExample($0, outcome, &diagnostics)
      }
    }
  }

  private init(_ node: Node, _ outcome: ExampleOutcome, _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(node, "example", known: FileDeclaration.example.names, &diagnostics)
    self.outcome = outcome
    self.sample = reader.optionalText("sample", &diagnostics)
    self.market = reader.optionalText("market", &diagnostics)
    self.asOf = reader.day("as-of", &diagnostics)
    self.set = reader.optional("set")?.entries.map { ($0.key.text, $0.value) } ?? []
    self.remove = reader.texts("remove", &diagnostics)
    self.at = reader.optionalText("at", &diagnostics)
    self.node = node
    if outcome == .fails, at == nil {
      diagnostics.append(
        Diagnostic("A failing example needs the key \"at\"", at: node.headPlace))
    }
  }
}
