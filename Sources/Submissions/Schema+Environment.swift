public import CEL

extension Schema {
  /// Declares the schema's record types; the outermost has the schema's name.
  public func declareRecords(in environment: inout Environment) {
    for record in records { environment.declare(record: recordType(of: record)) }
  }

  /// Returns the type that an expression sees a record with.
  public func recordType(of record: Record) -> RecordType {
    let fields = record.fields.map { field in
      RecordType.Field(
        name: field.name, type: type(of: field), mayBeAbsent: mayBeAbsent(field, in: record))
    }
    return RecordType(name: record.name, fields: fields)
  }

  /// Whether a complete dossier need not give a field.
  ///
  /// A list that is not given is empty, records that are top-level fields are always there, and
  /// what the program fills in is there if the file is named.
  private func mayBeAbsent(_ field: Field, in record: Record) -> Bool {
    let isTopLevelRecord = record.name == root.name && field.type.recordIndex != nil
    return field.cardinality.least == 0 && !field.isList && !field.isDerived && !isTopLevelRecord
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
