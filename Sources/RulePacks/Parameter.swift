public import CEL
internal import Diagnostics
internal import Documents

/// A value that the law changes from time to time.
public struct Parameter: Sendable {
  /// The id that rules name it by.
  public let id: String
  /// What it is.
  public let title: String
  /// Its unit in UCUM, if it has one.
  public let unit: String?
  /// Where the law sets it.
  public let citation: Citation?
  /// The type of all its values.
  let type: CEL.`Type`
  /// Its values with the days on which they hold.
  public let values: [(period: EffectivePeriod, value: Value)]

  /// The periods of its values.
  var periods: [EffectivePeriod] { values.map(\.period) }

  /// Returns the value on a day, or nil if none is known for it.
  public func value(on day: Day) -> Value? {
    values.first { $0.period.contains(day) }?.value
  }
}

extension Parameter {
  /// Reads one parameter of a pack's manifest.
  init?(_ node: Node, _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(
      node, "parameter", known: FileDeclaration.parameter.names, &diagnostics)
    let id = reader.text("id", &diagnostics)
    let title = reader.text("title", &diagnostics)
    _ = reader.required("values", &diagnostics)
    let values = reader.list("values", &diagnostics).compactMap {
      Self.value($0, &diagnostics)
    }
    guard let id, let title, let type = values.first?.type else { return nil }
    if !values.allSatisfy({ $0.type == type }) {
      diagnostics.append(
        Diagnostic(
          "The values of parameter \"\(id)\" are of different types", at: node.headPlace))
    }
    self.init(
      id: id, title: title, unit: reader.optionalText("unit", &diagnostics),
      citation: Citation(reader.optional("citation"), &diagnostics), type: type,
      values: values.map { ($0.period, $0.value) })
  }

  private static func value(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) -> (period: EffectivePeriod, value: Value, type: CEL.`Type`)? {
    let known = FileDeclaration.parameterValue.names
    let reader = FieldReader(node, "parameter value", known: known, &diagnostics)
    guard let field = reader.required("value", &diagnostics),
      let text = field.scalarText(&diagnostics)
    else { return nil }
    let period = EffectivePeriod(reader, &diagnostics)
    if field.kind == .plainScalar, let number = Double(text), number.isFinite {
      return (period, .double(number), .double)
    }
    if field.kind == .plainScalar, let day = Day(text) {
      return (period, .timestamp(day.timestamp), .timestamp)
    }
    return (period, .string(text), .string)
  }
}
