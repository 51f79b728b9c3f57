public import Diagnostics
public import Documents

/// Reads documents as submissions of the schemas that it knows.
public struct SubmissionReader: Sendable {
  /// The schemas, one of which a submission follows.
  public let schemas: [Schema]
  /// The folder in which the program looks at the documents that a submission names, if there is
  /// one; without it, what is derived from them is absent.
  public var folder: DossierFolder?
  /// Whether what the program fills in may be written, as examples of rules do.
  public var acceptsDerivedFields = false

  /// Creates a reader.
  public init(
    schemas: [Schema], folder: DossierFolder? = nil, acceptsDerivedFields: Bool = false
  ) {
    self.schemas = schemas
    self.folder = folder
    self.acceptsDerivedFields = acceptsDerivedFields
  }

  /// Reads a document, and all that is wrong with it.
  ///
  /// There is a submission as soon as it is known which schema it follows; values that are wrong
  /// are absent from it.
  public func read(
    _ document: Document
  ) -> (submission: Submission?, diagnostics: [Diagnostic]) {
    let root = document.root
    guard root.kind == .mapping else {
      let message = "A submission wants named fields, found \(root.found)"
      return (nil, [Diagnostic(.error, message, at: root.shownPlace)])
    }
    switch schema(for: root) {
    case .failure(let diagnostic): return (nil, [diagnostic])
    case .success(let schema): return read(document, as: schema)
    }
  }

  /// Reads a document as a submission of a schema that is known already.
  public func read(
    _ document: Document, as schema: Schema
  ) -> (submission: Submission?, diagnostics: [Diagnostic]) {
    var builder = SubmissionBuilder(
      schema: schema, document: document, acceptsDerivedFields: acceptsDerivedFields)
    builder.readRoot()
    if let folder { builder.fillDerivedFields(from: folder) }
    return (builder.submission, builder.diagnostics.inReadingOrder)
  }
}

extension SubmissionReader {
  /// Chooses the schema by the fields with which submissions identify themselves.
  private func schema(for root: Node) -> Result<Schema, Diagnostic> {
    var candidates = schemas
    for field in identifyingFields {
      let rest = candidates.filter { $0.accepts(root[key: field], as: field) }
      if rest.isEmpty { return .failure(complaint(field, root, candidates)) }
      candidates = rest
    }
    guard let schema = candidates.first else {
      return .failure(Diagnostic(.error, "There is no schema to read it with", at: root.shownPlace))
    }
    return .success(schema)
  }

  /// The fields by which any schema is identified, in the order of the schemas.
  private var identifyingFields: [String] {
    schemas.flatMap(\.identification).reduce(into: []) { fields, identification in
      if !fields.contains(identification.field) { fields.append(identification.field) }
    }
  }

  private func complaint(_ field: String, _ root: Node, _ candidates: [Schema]) -> Diagnostic {
    let values = candidates.flatMap(\.identification).filter { $0.field == field }.map(\.value)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard let node = root[key: field], !node.isNull else {
      return Diagnostic(
        .error, "Missing \(field.quotedForMessage); wanted \(values.alternatives)",
        at: root.shownPlace)
    }
    let suggestion = Spelling.suggestion(for: node.text, in: values)
    let advice = suggestion.isEmpty ? "; wanted \(values.alternatives)" : suggestion
    return Diagnostic(
      .error, "Unknown \(field) \(node.text.quotedForMessage)\(advice)", at: node.shownPlace)
  }
}

extension Schema {
  /// Whether a submission with this value of an identifying field can follow the schema.
  fileprivate func accepts(_ node: Node?, as field: String) -> Bool {
    guard let wanted = identification.first(where: { $0.field == field }) else { return true }
    return node?.isScalar == true && node?.text == wanted.value
  }
}
