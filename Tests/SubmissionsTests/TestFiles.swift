import Diagnostics
import Documents
import Foundation
import Submissions
import Testing

/// The files that tests read: those of the package, and those that may lie beside it.
enum TestFiles {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> SourceText {
    let bytes = try Data(contentsOf: root.appending(path: path))
    return SourceText(name: path, bytes: Array(bytes))
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  static func document(_ source: SourceText) throws -> Document {
    let result = DocumentReader.read(source)
    #expect(result.diagnostics == [])
    return try #require(result.document)
  }

  static func document(_ yaml: String) throws -> Document {
    try document(SourceText(name: "test.yaml", text: yaml))
  }

  /// The schemas of the package.
  static func schemas() throws -> [Schema] {
    let names = ["common", "device", "medicine"]
    let documents = try names.map { try document(text("Rules/schema/\($0).yaml")) }
    let (schemas, diagnostics) = SchemaReader.read(documents)
    #expect(diagnostics == [])
    return schemas
  }

  static func schema(_ yaml: String) throws -> Schema {
    let (schemas, diagnostics) = SchemaReader.read([try document(yaml)])
    #expect(diagnostics == [])
    return try #require(schemas.first)
  }
}

extension Diagnostic {
  /// Line, column and message, for tables.
  var brief: String {
    "\(place.map { "\($0.start.line):\($0.start.column) " } ?? "")\(message)"
  }
}
