internal import CEL
internal import Diagnostics
internal import Documents

extension SubmissionBuilder {
  /// Fills in what the program finds in the dossier's folder.
  mutating func fillDerivedFields(from folder: DossierFolder) {
    for record in records.indices {
      let type = schema.records[Int(records[record].type)]
      for (slot, field) in type.fields.enumerated() where field.isDerived {
        fill(field, Int32(record), slot, from: folder)
      }
    }
  }

  private mutating func fill(
    _ field: Schema.Field, _ record: Int32, _ slot: Int, from folder: DossierFolder
  ) {
    guard let source = field.derivedFrom, let type = field.type.recordIndex,
      table.cell(record, slot).kind == .absent,
      case .string(let path)? = table.value(of: table.cell(record, source))
    else { return }
    let file = folder.file(at: path)
    dossierFiles.append((path, file))
    if case .refused(let reason) = file {
      warn("\(path.quotedForMessage) \(reason)", record, source)
    }
    let index = addRecord(entry(of: type, in: record, slot))
    set(record, slot, RecordTable.Cell(.record, Int64(index)))
    for (part, field) in schema.records[type].fields.enumerated() {
      guard let fact = FileFact(rawValue: field.name), let value = fact.value(of: file) else {
        continue
      }
      set(index, part, table.cell(of: value))
    }
  }

  private mutating func warn(_ message: String, _ record: Int32, _ slot: Int) {
    let range = place(record, slot).range ?? 0..<0
    diagnostics.append(Diagnostic(.warning, message, at: document.source.place(range)))
  }
}

/// One thing that the program finds out about a file, by the name of the field that holds it.
enum FileFact: String, CaseIterable {
  case present
  case md5
  case size
  case pdfVersion = "pdf_version"

  /// Names and types of all facts, for messages.
  static var all: [(name: String, type: Schema.Field.ValueType)] {
    allCases.map { ($0.rawValue, $0.type) }
  }

  /// Whether a field of a derived record holds a fact.
  static func describes(_ field: Schema.Field) -> Bool {
    FileFact(rawValue: field.name)?.type == field.type && !field.isList
  }

  private var type: Schema.Field.ValueType {
    switch self {
    case .present: .boolean
    case .md5, .pdfVersion: .text
    case .size: .integer
    }
  }

  /// Returns the fact about a file, or nil if there is none.
  func value(of file: DossierFile) -> Value? {
    guard case .present(let content) = file else { return self == .present ? .bool(false) : nil }
    return switch self {
    case .present: .bool(true)
    case .md5: .string(content.md5)
    case .size: .int(content.size)
    case .pdfVersion: content.pdfVersion.map(Value.string)
    }
  }
}
