internal import Submissions

/// Writes the schema of the submissions of a kind.
///
/// It says what can be written, as the reader does; what must be written is for rules.
struct SubmissionSchemaWriter {
  private let schema: Schema

  init(_ schema: Schema) { self.schema = schema }

  /// The schema.
  var json: JSON {
    let definitions = schema.records.dropFirst().map { record in
      (key: record.name, value: JSON.object(members(record)))
    }
    return .object(
      JSON.schemaHead(schema.name, schema.title) + members(schema.root)
        + [("$defs", .object(Self.scalars + definitions))])
  }

  /// A field that the program fills in is not written.
  private func members(_ record: Schema.Record) -> [(key: String, value: JSON)] {
    let properties = record.fields.filter { !$0.isDerived }.map { field in
      (key: field.name, value: property(field))
    }
    return [
      ("type", .array([.string("object"), .string("null")])), ("properties", .object(properties)),
      ("additionalProperties", .boolean(false)),
    ]
  }

  private func property(_ field: Schema.Field) -> JSON {
    let element = content(field)
    let content: [(key: String, value: JSON)] =
      field.isList
      ? [
        ("type", .array([.string("array"), .string("null")])), ("items", .object(element)),
      ] : element
    return .object([("description", .string(description(field)))] + comment(field) + content)
  }

  private func description(_ field: Schema.Field) -> String {
    var description = field.documentation
    if let unit = field.unit { description += " (\(unit))" }
    if case .identifier(let format)? = field.format { description += "; format \(format)" }
    if let reference = field.reference { description += "; refers to \(reference)" }
    return description
  }

  private func comment(_ field: Schema.Field) -> [(key: String, value: JSON)] {
    field.origin.map { [("$comment", .string($0))] } ?? []
  }

  /// What the field holds, or an element of its list; nothing is as good as left out.
  private func content(_ field: Schema.Field) -> [(key: String, value: JSON)] {
    switch field.type {
    case .text: Self.scalar(.text) + examples(field) { .string($0) }
    case .code: [("enum", .array(field.codes.flatMap(Self.alternatives) + [.null]))]
    case .integer: Self.scalar(.integer) + examples(field) { Int64($0).map(JSON.integer) }
    case .number: Self.scalar(.number) + examples(field) { Double($0).map(JSON.number) }
    case .boolean: Self.scalar(.boolean)
    case .date: Self.scalar(.date) + examples(field) { .string($0) }
    case .record(let index):
      [("$ref", .string("#/$defs/\(schema.records[index].name)"))]
    }
  }

  // MARK: Scalars

  /// What fields without fields of their own hold.
  private enum Scalar: String, CaseIterable {
    case text, integer, number, boolean, date

    /// No record type is called so.
    var name: String { "scalar:\(rawValue)" }

    /// The types that YAML and JSON may see in it; without quotes a text may look like a number.
    var types: [String] {
      switch self {
      case .text: ["string", "number", "boolean"]
      case .integer: ["integer"]
      case .number: ["number"]
      case .boolean: ["boolean"]
      case .date: ["string"]
      }
    }
  }

  private static var scalars: [(key: String, value: JSON)] {
    Scalar.allCases.map { scalar in
      let format: [(key: String, value: JSON)] =
        scalar == .date ? [("format", .string("date"))] : []
      let types = JSON.array((scalar.types + ["null"]).map(JSON.string))
      return (scalar.name, .object([("type", types)] + format))
    }
  }

  private static func scalar(_ scalar: Scalar) -> [(key: String, value: JSON)] {
    [("$ref", .string("#/$defs/\(scalar.name)"))]
  }

  private func examples(
    _ field: Schema.Field, _ value: (String) -> JSON?
  ) -> [(key: String, value: JSON)] {
    let examples = field.example.compactMap(value)
    return examples.isEmpty ? [] : [("examples", .array(examples))]
  }

  /// A code, and the number or truth value that YAML sees in it without quotes.
  private static func alternatives(_ code: String) -> [JSON] {
    switch code {
    case "true": [.string(code), .boolean(true)]
    case "false": [.string(code), .boolean(false)]
    default: [.string(code)] + (Int64(code).map { [.integer($0)] } ?? [])
    }
  }
}
