public import CEL

extension Schema {
  /// Declares the schema's record types; the outermost has the schema's name.
  public func declareRecords(in environment: inout Environment) {
    for record in records { environment.declare(record: recordType(of: record)) }
  }

  /// Returns the type that an expression sees a record with.
  public func recordType(of record: Record) -> RecordType {
    let fields = record.fields.map { RecordType.Field(name: $0.name, type: type(of: $0)) }
    return RecordType(name: record.name, fields: fields)
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
