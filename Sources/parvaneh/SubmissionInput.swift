internal import Diagnostics
internal import Documents
internal import Submissions

/// A submission as it stands on the disk: its document, and the folder that its documents are in.
struct SubmissionInput {
  /// The names under which a folder's submission is looked for.
  private static let names = ["submission.yaml", "submission.yml", "submission.json"]

  /// The file.
  let path: String
  /// The folder that the files of the dossier are in.
  let folder: String
  /// The document, if the file could be read.
  let document: Document?
  /// Problems of the file.
  let diagnostics: [Diagnostic]
  /// The file's text, if it could be read.
  var source: SourceText?
  /// The files of the dossier that were looked at, by the paths that the submission has for them.
  var dossierFiles: [(path: String, file: DossierFile)] = []

  /// The kind of product that the file names, before anything is checked.
  var kind: String? { document?.root[key: "kind"]?.text }

  /// Reads the submission at a path: a file, or a folder that holds one; reports may call it by
  /// another name.
  static func read(_ path: String, as name: String? = nil) -> SubmissionInput {
    do {
      let file = try file(at: path).withoutCurrentFolder
      let text = try Disk.read(file, limit: ReadLimits.standard.bytes)
      let named = name.map { SourceText(name: $0, bytes: text.bytes) } ?? text
      let result = DocumentReader.read(named)
      return SubmissionInput(
        path: named.name, folder: Self.folder(of: file), document: result.document,
        diagnostics: result.diagnostics, source: named)
    } catch {
      return SubmissionInput(path: path, folder: path, document: nil, diagnostics: [error])
    }
  }

  /// Reads the document as a submission, with the files of its dossier; tells what is wrong with
  /// either.
  func submission(_ schemas: [Schema]) -> (submission: Submission?, diagnostics: [Diagnostic]) {
    guard let document else { return (nil, diagnostics) }
    let reader = SubmissionReader(schemas: schemas, folder: DossierFolder(path: folder))
    let (submission, problems) = reader.read(document)
    return (submission, (diagnostics + problems).inReadingOrder)
  }

  /// The files of the dossier's documents, as far as the submission can be read.
  var documentFiles: [String] {
    guard let documents = document?.root[key: "documents"] else { return [] }
    return documents.elements.compactMap { $0[key: "file"]?.text }.map { "\(folder)/\($0)" }
  }

  /// The files that a path can stand for: itself, or for a folder the submission inside it.
  static func candidates(at path: String) -> [String] {
    guard Disk.kind(of: path) == .folder else { return [path] }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    return names.map { "\(folder)/\($0)" }
  }

  private static func file(at path: String) throws(Diagnostic) -> String {
    guard Disk.kind(of: path) == .folder else { return path }
    guard let file = candidates(at: path).first(where: { Disk.kind(of: $0) == .file }) else {
      throw Diagnostic(
        "The folder \"\(path)\" holds no \(names.joined(separator: ", no "))")
    }
    return file
  }

  private static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}

extension String {
  /// The path without a leading `./`, as those who show findings at the lines of a repository's files
  /// want it.
  fileprivate var withoutCurrentFolder: String {
    guard hasPrefix("./") else { return self }
    return String(dropFirst(2).drop { $0 == "/" }).withoutCurrentFolder
  }
}
