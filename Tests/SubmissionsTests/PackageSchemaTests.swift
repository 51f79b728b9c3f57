import Diagnostics
import Documents
import Submissions
import Testing

/// The schemas that the package comes with.
@Suite struct PackageSchemaTests {
  @Test func `every field has documentation, origin and example`() throws {
    for schema in try TestFiles.schemas() {
      for record in schema.records {
        for field in record.fields {
          let path = "\(record.name).\(field.name)"
          #expect(field.documentation.count > 5, "\(path)")
          #expect(!field.documentation.hasSuffix("."), "\(path)")
          #expect(field.origin != nil, "\(path)")
          #expect(field.type.recordIndex != nil || !field.example.isEmpty, "\(path)")
        }
      }
    }
  }

  @Test func `an example of an identifier is valid`() throws {
    for schema in try TestFiles.schemas() {
      for field in schema.records.flatMap(\.fields) {
        guard case .identifier(let name) = field.format else { continue }
        let format = try #require(IdentifierFormat.named(name))
        for example in field.example {
          #expect(format.verdict(on: example) == .valid, "\(field.name): \(example)")
        }
      }
    }
  }

  @Test(
    .enabled(
      if: TestFiles.exists("../shared/standards/schema-medicine.tsv"),
      "the tables are not beside the package"),
    arguments: ["medicine", "device"])
  func `every field of the study can be written`(kind: String) throws {
    let schema = try #require(try TestFiles.schemas().first { $0.name == kind })
    let table = try TestFiles.text("../shared/standards/schema-\(kind).tsv")
    let rows = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    for row in rows {
      let path = row.prefix { $0 != "\t" }
      let steps = path.split(separator: ".").map { $0.prefix { $0 != "[" } }
      #expect(schema.slots(of: steps) != nil, "\(path)")
      checkLists(String(path), schema)
    }
    #expect(rows.count == ["medicine": 176, "device": 166][kind])
  }

  /// What the table marks as a list is a list, and nothing else.
  private func checkLists(_ path: String, _ schema: Schema) {
    var record = schema.root
    for step in path.split(separator: ".") {
      let name = step.prefix { $0 != "[" }
      guard let field = record.fields.first(where: { $0.name == name }) else { return }
      #expect(field.isList == step.hasSuffix("[]"), "\(path)")
      if let index = field.type.recordIndex { record = schema.records[index] }
    }
  }

  @Test(
    .enabled(
      if: TestFiles.exists("../shared/examples/medicine.yaml"),
      "the worked examples are not beside the package"),
    arguments: ["medicine", "device"])
  func `the worked examples are accepted as they are`(kind: String) throws {
    let document = try TestFiles.document(TestFiles.text("../shared/examples/\(kind).yaml"))
    let (read, diagnostics) = SubmissionReader(schemas: try TestFiles.schemas()).read(document)
    #expect(diagnostics.map(\.brief) == [])
    let submission = try #require(read)
    #expect(submission.kind == kind)
    #expect(submission.text(at: "submission.sequence") == "0000")
    #expect(submission.text(at: "submission.date") == "1795132800")
    #expect(submission.value(at: "documents.0.on_disk") == nil)
  }

  @Test func `a template reads without diagnostics, as it is and all of it`() throws {
    let schemas = try TestFiles.schemas()
    for schema in schemas {
      let text = SubmissionTemplate(schema).text
      let whole = text.uncommented
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
      for yaml in [text, whole] {
        let reader = SubmissionReader(schemas: schemas)
        let (submission, diagnostics) = reader.read(try TestFiles.document(yaml))
        #expect(diagnostics.map(\.brief) == [])
        #expect(submission?.kind == schema.name)
        #expect(submission?.text(at: "submission.date") != nil)
      }
      try checkFields(ofTemplate: whole, schema)
    }
  }

  /// Every field that can be written is in the template, with the value of its example.
  private func checkFields(ofTemplate yaml: String, _ schema: Schema) throws {
    let reader = SubmissionReader(schemas: [schema])
    let submission = try #require(reader.read(try TestFiles.document(yaml)).submission)
    for record in schema.records.dropFirst() {
      let path = record.name.split(separator: ".").map(String.init)
      guard !path.contains("on_disk") else { continue }
      for field in record.fields where !field.isDerived {
        let steps = (path + [field.name]).indices.flatMap { index -> [String] in
          let step = (path + [field.name])[index]
          let isListOnTheWay =
            index < path.count && schema.isList(Array(path[...index]))
          return isListOnTheWay ? [step, "0"] : [step]
        }
        let address = steps.joined(separator: ".")
        #expect(submission.value(at: address) != nil, "\(address)")
      }
    }
  }
}

extension String {
  /// A template whose fields are all taken in: every paragraph that is commented out starts with a
  /// comment in a comment.
  fileprivate var uncommented: String {
    var isOut = false
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.isEmpty { isOut = false }
      if line.hasPrefix("# # ") { isOut = true }
      return isOut ? String(line.dropFirst(2)) : String(line)
    }
    return lines.joined(separator: "\n")
  }
}

extension Schema {
  /// Whether the field at a path holds a list.
  fileprivate func isList(_ path: [String]) -> Bool {
    var record = root
    var isList = false
    for name in path {
      guard let field = record.fields.first(where: { $0.name == name }) else { return false }
      isList = field.isList
      if let index = field.type.recordIndex { record = records[index] }
    }
    return isList
  }
}
