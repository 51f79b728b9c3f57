internal import RulePacks
public import Submissions

/// JSON Schemas (draft 2020-12), with which an editor completes and checks the files that people write.
public struct JSONSchemaText: Sendable {
  /// The name by which it is asked for, such as `rule` or `medicine`.
  public let name: String
  /// The schema.
  public let text: String

  /// The schemas of the files of a rules folder, and of the submissions that it has a schema for.
  public static func all(_ schemas: [Schema]) -> [JSONSchemaText] {
    FileDeclaration.files.map { file in
      var writer = FileSchemaWriter()
      return JSONSchemaText(
        name: file.name, text: writer.schema(file.declaration, file.name, file.title).text)
    }
      + schemas.map { schema in
        JSONSchemaText(
          name: schema.name, text: SubmissionSchemaWriter(schema).json.text)
      }
  }
}

extension JSON {
  /// The head of a schema, before what it says of the document.
  static func schemaHead(_ name: String, _ title: String) -> [(key: String, value: JSON)] {
    [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:parvaneh:schema:\(name)")), ("title", .string(title)),
    ]
  }

  /// The types that a text may have where YAML or JSON sees a number, a truth value or a day in it.
  static let plainText = JSON.array(["string", "number", "boolean"].map(JSON.string))
}

/// Writes the schema of a file of a rules folder.
private struct FileSchemaWriter {
  /// The mappings met, by what messages call them.
  private var definitions: [(key: String, value: JSON)] = []

  mutating func schema(_ declaration: FileDeclaration, _ name: String, _ title: String) -> JSON {
    let root = members(declaration)
    return .object(
      JSON.schemaHead(name, title) + root
        + (definitions.isEmpty ? [] : [("$defs", .object(definitions))]))
  }

  private mutating func members(_ declaration: FileDeclaration) -> [(key: String, value: JSON)] {
    let properties = declaration.keys.map { key in
      (key: key.name, value: described(content(key.content), key.meaning))
    }
    let required = declaration.keys.filter(\.isRequired).map { JSON.string($0.name) }
    return [("type", .string("object")), ("properties", .object(properties))]
      + (required.isEmpty ? [] : [("required", .array(required))])
      + [("additionalProperties", .boolean(false))] + conditions(declaration)
  }

  /// A description stands beside a reference, too: that is allowed since draft 2019-09.
  private func described(_ content: [(key: String, value: JSON)], _ meaning: String) -> JSON {
    .object([("description", .string(meaning))] + content)
  }

  private mutating func content(
    _ content: FileDeclaration.Content
  ) -> [(key: String, value: JSON)] {
    switch content {
    case .text, .scalar: [("type", .plainText)]
    case .expression: [("type", .array([.string("string"), .string("boolean")]))]
    case .any: []
    case .day: [("type", .string("string")), ("format", .string("date"))]
    case .code(let words): [("enum", .array(words.map(JSON.string)))]
    case .message, .everyLanguage: languages(required: Language.allCases)
    case .someLanguage: languages(required: []) + [("minProperties", .integer(1))]
    case .list(let element):
      [("type", .string("array")), ("items", .object(self.content(element)))]
    case .entries(let element):
      [("type", .string("object")), ("additionalProperties", .object(self.content(element)))]
    case .mapping(let declaration): reference(to: declaration)
    case .either(let first, let second):
      [("anyOf", .array([.object(self.content(first)), .object(self.content(second))]))]
    }
  }

  private func languages(required: [Language]) -> [(key: String, value: JSON)] {
    let properties = Language.allCases.map { language in
      (key: language.rawValue, value: JSON.object([("type", .plainText)]))
    }
    return [("type", .string("object")), ("properties", .object(properties))]
      + (required.isEmpty ? [] : [("required", .array(required.map { .string($0.rawValue) }))])
      + [("additionalProperties", .boolean(false))]
  }

  private mutating func reference(
    to declaration: FileDeclaration
  ) -> [(key: String, value: JSON)] {
    let name = declaration.thing.writing { $0 == " " ? "-" : nil }
    if !definitions.contains(where: { $0.key == name }) {
      let index = definitions.count
      definitions.append((name, .null))
      definitions[index].value = .object(members(declaration))
    }
    return [("$ref", .string("#/$defs/\(name)"))]
  }

  /// What a rule's keys have to do with each other.
  private func conditions(_ declaration: FileDeclaration) -> [(key: String, value: JSON)] {
    guard declaration.thing == FileDeclaration.ruleThing else { return [] }
    let isByHand = Self.condition("decidable", Decidability.byHand.rawValue)
    let hasRequires = JSON.object([("required", .array([.string("requires")]))])
    let isError = Self.condition("severity", Severity.error.rawValue)
    let isSure = Self.condition("confidence", Confidence.high.rawValue)
    return [
      (
        "allOf",
        .array([
          .object([
            ("if", isByHand), ("then", .object([("not", hasRequires)])), ("else", hasRequires),
          ]),
          .object([("if", isError), ("then", isSure)]),
        ])
      )
    ]
  }

  private static func condition(_ key: String, _ value: String) -> JSON {
    .object([("properties", .object([(key, .object([("const", .string(value))]))]))])
  }
}
