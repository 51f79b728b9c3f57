public import CEL

extension Schema {
  /// Declares the schema's record types and one variable for each top-level field, and returns the
  /// names of the variables in the order of their slots.
  ///
  /// `Submission.variables` has the values in the same order.
  @discardableResult
  public func declare(in environment: inout Environment) -> [String] {
    declareRecords(in: &environment)
    for field in root.fields {
      environment.declare(variable: field.name, type: type(of: field))
    }
    return root.fields.map(\.name)
  }

  /// Declares the record types alone, for a host that passes whole records: the outermost has the
  /// schema's name.
  public func declareRecords(in environment: inout Environment) {
    for record in records {
      let fields = record.fields.map { RecordType.Field(name: $0.name, type: type(of: $0)) }
      environment.declare(record: RecordType(name: record.name, fields: fields))
    }
  }

  /// Returns the type that an expression sees a field with.
  public func type(of field: Field) -> CEL.`Type` {
    let element = elementType(of: field.type)
    return field.isList ? .list(element) : element
  }

  private func elementType(of type: Field.ValueType) -> CEL.`Type` {
    switch type {
    case .text, .code: .string
    case .integer: .int
    case .number: .double
    case .boolean: .bool
    case .date: .timestamp
    case .record(let index): .record(records[index].name)
    }
  }
}

extension Submission {
  /// The values of the top-level fields, in the order of their slots: an absent list is empty, an
  /// absent scalar is null.
  public var variables: [Value] {
    schema.root.fields.indices.map { slot in
      value(of: 0, slot: slot) ?? (schema.root.fields[slot].isList ? .list([]) : .null)
    }
  }
}
