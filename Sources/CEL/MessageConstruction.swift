/// The values of a message's fields become a value of CEL's own.
struct MessageConstruction: Sendable {
  private struct Field: Sendable {
    let name: Expression.Name
    let step: Step
    let isOptional: Bool
  }

  let message: WellKnownMessage
  let range: SourceRange
  private var fields: [Field] = []

  init(message: WellKnownMessage, range: SourceRange) {
    self.message = message
    self.range = range
  }

  mutating func add(_ field: Expression.Field, _ step: @escaping Step) {
    fields.append(Field(name: field.name, step: step, isOptional: field.isOptional))
  }

  func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
    var given: [String: Value] = [:]
    for field in fields {
      guard let value = try value(of: field, &frame) else { continue }
      guard let type = message.fields[field.name.text], type.accepts(value) else {
        throw EvaluationError(
          .failed,
          "The field \"\(field.name.text)\" of \(message.rawValue) does not take "
            + value.typeName.withArticle, at: field.name.range)
      }
      try frame.count(1 + value.extent(atMost: frame.steps + 1))
      given[field.name.text] = value
    }
    do throws(EvaluationError) {
      return try message.value(given)
    } catch {
      throw error.located(at: range)
    }
  }

  /// The value of a field, nil for an optional field that is left out.
  private func value(
    of field: Field, _ frame: inout Frame
  ) throws(EvaluationError) -> Value? {
    let value = try field.step(&frame)
    guard field.isOptional, case .optional(let wrapped) = value else { return value }
    return wrapped
  }
}
