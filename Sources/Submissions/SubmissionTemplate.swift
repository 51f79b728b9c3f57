/// The text of a submission to start from: every field that the schema knows, with what it is and
/// an example.
///
/// What a new submission needs stands there as it is; everything else is commented out, each line
/// with `# ` before it, so that a field is taken in by deleting those two characters.
public struct SubmissionTemplate: Sendable {
  /// The schema that the submission follows.
  public let schema: Schema

  /// Creates the template of a schema.
  public init(_ schema: Schema) {
    self.schema = schema
  }

  /// The text in YAML.
  public var text: String {
    (introduction + schema.root.fields.flatMap(topLevelLines)).map { "\($0)\n" }.joined()
  }

  private var introduction: [String] {
    [
      "# \(schema.title).",
      "# Every value is an example. Delete \"# \" in front of the lines of a field to use it.",
    ]
  }

  private func topLevelLines(_ field: Schema.Field) -> [String] {
    if let identification = schema.identification.first(where: { $0.field == field.name }) {
      return ["\(field.name): \(identification.value.asScalar)"]
    }
    let lines = lines(of: field, indent: 0)
    if lines.isEmpty { return [] }
    let isNeeded = schema.startingFields.contains(field.name)
    return [""] + (isNeeded ? lines : lines.map { "# \($0)" })
  }

  /// Returns the lines of a field: its documentation, its key, and what it holds.
  private func lines(of field: Schema.Field, indent: Int) -> [String] {
    guard !field.isDerived else { return [] }
    let margin = String(repeating: " ", count: indent)
    let comment = wrapped(documentation(of: field), after: "\(margin)# ")
    guard let index = field.type.recordIndex else {
      return comment + ["\(margin)\(field.name): \(example(of: field))"]
    }
    let inner = recordLines(schema.records[index], indent: indent, isElement: field.isList)
    return comment + ["\(margin)\(field.name):"] + inner
  }

  private func recordLines(
    _ record: Schema.Record, indent: Int, isElement: Bool
  ) -> [String] {
    guard isElement else {
      return record.fields.flatMap { lines(of: $0, indent: indent + 2) }
    }
    var element = record.fields.flatMap { lines(of: $0, indent: indent + 4) }
    // The dash of the element goes before its first key.
    if let first = element.firstIndex(where: { !$0.isComment }) {
      let margin = String(repeating: " ", count: indent + 2)
      element[first] = "\(margin)- \(element[first].dropFirst(indent + 4))"
    }
    return element
  }

  private func documentation(of field: Schema.Field) -> String {
    let unit = field.unit.map { " (in \($0))" } ?? ""
    let codes = field.codes.isEmpty ? "" : ": \(field.codes.joined(separator: ", "))"
    return field.documentation + unit + codes
  }

  private func example(of field: Schema.Field) -> String {
    let texts = field.example.isEmpty ? [field.standIn] : field.example
    let values = texts.map { field.isPlain ? $0 : $0.asScalar }
    return field.isList ? "[\(values.joined(separator: ", "))]" : values[0]
  }

  private func wrapped(_ text: String, after prefix: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < SubmissionTemplate.width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append("\(prefix)\(word)")
      }
    }
    return lines
  }

  private static let width = 96
}

extension Schema.Field {
  /// Whether the value is written without quotes, since quoted it would be text.
  fileprivate var isPlain: Bool {
    switch type {
    case .integer, .number, .boolean: true
    case .text, .code, .date, .record: false
    }
  }

  /// A value for a field without an example.
  fileprivate var standIn: String {
    switch type {
    case .text, .record: ""
    case .code: codes.first ?? ""
    case .integer, .number: "1"
    case .boolean: "false"
    case .date: "2026-01-01"
    }
  }
}

extension String {
  fileprivate var isComment: Bool {
    drop { $0 == " " }.hasPrefix("#")
  }

  /// The text as a YAML scalar that stays text, also between brackets.
  fileprivate var asScalar: String {
    guard !isPlainScalar else { return self }
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}": "\\x\(scalar.twoHexadecimalDigits)"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// Whether every reader of YAML takes the unquoted text for this text.
  private var isPlainScalar: Bool {
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    guard let first = unicodeScalars.first, first.properties.isAlphabetic,
      unicodeScalars.last != " ", !words.contains(lowercased())
    else { return false }
    return unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789 ._/+-()".contains($0)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var twoHexadecimalDigits: String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.count < 2 ? "0\(digits)" : digits
  }
}
