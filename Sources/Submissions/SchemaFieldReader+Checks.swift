internal import CEL
internal import Diagnostics
internal import Documents

extension SchemaFieldReader {
  /// The words that no field can have as its name, since an expression reads them otherwise.
  private static let keywords = ["true", "false", "null", "in"]

  /// The words that no top-level field can have as its name, since CEL reserves them.
  private static let reserved = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  mutating func checkName(_ key: Node, isTopLevel: Bool) {
    let name = key.text
    let isReserved = Self.keywords.contains(name) || isTopLevel && Self.reserved.contains(name)
    if !name.isFieldName {
      report(
        "A field's name wants letters, digits and underscores, found \(name.quotedForMessage)", key)
    } else if isReserved {
      report(
        "\(name.quotedForMessage) is a word of the expression language; name the field otherwise",
        key)
    }
  }

  mutating func format(
    _ definition: SchemaDefinition, _ type: Schema.Field.ValueType
  ) -> Schema.Format? {
    guard let node = definition[.format] else { return nil }
    if type != .text { report("Only a field of type \"text\" has a \"format\"", node) }
    if node.text.hasPrefix("^") { return pattern(node) }
    if IdentifierFormat.named(node.text) == nil {
      let suggestion = Spelling.suggestion(for: node.text, in: IdentifierFormat.all.map(\.name))
      report("Unknown format \(node.text.quotedForMessage)\(suggestion)", node)
    }
    return .identifier(node.text)
  }

  private mutating func pattern(_ node: Node) -> Schema.Format? {
    let expression = "''.matches(\(node.text.expressionLiteral))"
    switch Environment().compile(expression, expecting: .bool) {
    case .success: return .pattern(node.text)
    case .failure:
      report("\(node.text.quotedForMessage) is no regular expression", node)
      return nil
    }
  }

  mutating func unit(
    _ definition: SchemaDefinition, _ type: Schema.Field.ValueType
  ) -> String? {
    guard let node = definition[.unit] else { return nil }
    if type != .number, type != .integer { report("Only a number has a \"unit\"", node) }
    return node.text
  }

  func example(_ definition: SchemaDefinition) -> [String] {
    guard let node = definition[.example] else { return [] }
    return node.kind == .sequence ? node.elements.map(\.text) : [node.text]
  }

  /// An example must be readable as a value of the field.
  mutating func checkExample(_ field: Schema.Field, _ definition: SchemaDefinition) {
    guard let node = definition[.example], !node.document.isProven else { return }
    let elements = node.kind == .sequence && field.isList ? Array(node.elements) : [node]
    for element in elements {
      if !element.isScalar {
        report("\"example\" wants \(field.wantedElement)", element)
      } else if case .failure(let complaint) = ScalarReader(field: field).value(of: element) {
        report("\"example\" wants \(field.wantedElement), \(complaint.message)", element)
      }
    }
  }

  /// What the program fills in must be a record with known fields, beside a path.
  mutating func checkDerived(_ field: Schema.Field, _ key: Node, in record: Schema.Record) {
    guard let source = field.derivedFrom else { return }
    if record.fields[source].format != .identifier("path") || record.fields[source].isList {
      report("\"derived-from\" wants a field whose format is \"path\"", key)
    }
    guard let index = field.type.recordIndex, !field.isList else {
      return report("A derived field wants the type \"record\"", key)
    }
    for part in recordType(index).fields where !FileFact.describes(part) {
      let facts = FileFact.all.map { "\($0.name) (\($0.type.name))" }.joined(separator: ", ")
      report("A derived record cannot have \(part.name.quotedForMessage); it knows \(facts)", key)
    }
  }
}

extension String {
  /// Whether the text is an identifier of the expression language.
  fileprivate var isFieldName: Bool {
    guard let first = utf8.first, !first.isASCIIDigit else { return false }
    return utf8.allSatisfy { byte in
      byte.isASCIIDigit || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }

  /// The text as a string literal of the expression language.
  fileprivate var expressionLiteral: String {
    let escaped = unicodeScalars.map { scalar in
      scalar == "\\" || scalar == "\"" ? "\\\(scalar)" : String(scalar)
    }
    return "\"\(escaped.joined())\""
  }
}
