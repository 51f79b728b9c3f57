public import CEL

extension Submission {
  /// Returns the same submission with another value in a field of its records; nil for a value that
  /// the field cannot hold, and for what the program fills in itself.
  ///
  /// Places stay what they are: the new value is shown where the old one is written.
  public func changing(_ read: FieldRead, to value: Value) -> Submission? {
    let field = type(of: read.record.index).fields[read.slot]
    guard holds(read.record), !field.isDerived, !field.isList, field.accepts(value) else {
      return nil
    }
    var table = table
    table.cells[Int(table.rows[Int(read.record.index)]) + read.slot] = table.cell(of: value)
    return Submission(
      schema: schema, source: source, table: table, records: records, places: places)
  }

  /// Returns what the schema says of a field that was read.
  public func field(of read: FieldRead) -> Schema.Field {
    type(of: read.record.index).fields[read.slot]
  }
}

extension Schema.Field {
  fileprivate func accepts(_ value: Value) -> Bool {
    switch (type, value) {
    case (.text, .string), (.integer, .int), (.number, .double), (.boolean, .bool),
      (.date, .timestamp):
      true
    case (.code, .string(let text)): codes.isEmpty || codes.contains(text)
    case (.text, _), (.code, _), (.integer, _), (.number, _), (.boolean, _), (.date, _),
      (.record, _):
      false
    }
  }
}
