/// What any bytes may be given to, and what must hold whatever they are.
///
/// `Tests/Fuzz/fuzz.sh` looks for bytes that break one; the tests run all that was ever found.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// An expression of CEL: written anew and parsed again, it is the same tree.
  case expression
  /// An expression of CEL: checked, evaluated within its limits and explained.
  case evaluation
  /// A pattern and, behind a line end, a text.
  case pattern
  /// A document in YAML; written as JSON and read again, it is the same tree.
  case yaml
  /// A document in JSON; read as YAML, it is the same tree.
  case json
  /// A line of a registry: read by the schema, it is what the long way makes of it.
  case record
  /// A file of rules among others: read, compiled, and run on a thing.
  case rules
  /// The text of an identifier, for all formats.
  case identifier
  /// A marking code, for all systems.
  case marking

  /// Returns what does not hold, nil if all does.
  public func problem(with bytes: [UInt8]) -> String? {
    switch self {
    case .expression: ExpressionProperty.problem(with: String(decoding: bytes, as: UTF8.self))
    case .evaluation: EvaluationProperty.problem(with: String(decoding: bytes, as: UTF8.self))
    case .pattern: PatternProperty.problem(with: String(decoding: bytes, as: UTF8.self))
    case .yaml: DocumentProperty.problem(withYAML: bytes)
    case .json: DocumentProperty.problem(withJSON: bytes)
    case .record: RecordProperty.problem(with: bytes)
    case .rules: RulesProperty.problem(with: bytes)
    case .marking: MarkingProperty.problem(with: String(decoding: bytes, as: UTF8.self))
    case .identifier: IdentifierProperty.problem(with: String(decoding: bytes, as: UTF8.self))
    }
  }
}
