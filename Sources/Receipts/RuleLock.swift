public import Diagnostics
public import Documents
public import RulePacks

/// What a rules folder held when somebody vouched for it: the digest of every folder and file.
///
/// As a file it is YAML, so that a difference between two of them can be read; a signature is made
/// of its bytes.
public struct RuleLock: Sendable {
  /// The name of the file in a rules folder.
  public static let fileName = "parvaneh.lock"
  /// The name of the file with the signature, beside it.
  public static let signatureName = "parvaneh.lock.sig"
  private static let schema = "parvaneh-lock/1"

  /// The folders in the order of their names.
  private let folders: [FolderDigest]
  /// Where the digest of a file is written in the lock, by folder and name.
  private let places: [[String]: Place]
  /// The file that it was read from.
  private let name: String

  /// Takes down what a rules folder holds.
  public init(of files: RuleFiles) {
    folders = FolderDigest.digests(of: files)
    places = [:]
    name = Self.fileName
  }

  /// The lock as a file.
  public var text: String {
    """
    # The digests (SHA-256) of the files of a rules folder; that of a folder is of what sha256sum
    # writes of its files in the order of their names. Made by: parvaneh rules lock
    schema: \(Self.schema)
    folders:

    """ + folders.map(Self.text).joined()
  }

  private static func text(of folder: FolderDigest) -> String {
    """
    - folder: \(folder.folder.quotedYAML)
    \(folder.version.map { "  version: \($0.quotedYAML)\n" } ?? "")\
      sha256: \(folder.sha256)
      files:

    """ + folder.files.map { "    \($0.name.quotedYAML): \($0.digest)\n" }.joined()
  }
}

// MARK: Reading

extension RuleLock {
  /// Reads a lock, or tells what is wrong with it.
  public static func read(
    _ document: Document
  ) -> (lock: RuleLock?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let lock = RuleLock(document, &diagnostics)
    return (diagnostics.hasErrors ? nil : lock, diagnostics)
  }

  private init(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(document.root, "lock", known: ["schema", "folders"], &diagnostics)
    if let text = reader.text("schema", &diagnostics), text != Self.schema,
      let node = reader.optional("schema")
    {
      diagnostics.append(Diagnostic("Wanted \"\(Self.schema)\"", at: node.place))
    }
    var folders: [FolderDigest] = []
    var places: [[String]: Place] = [:]
    for node in reader.list("folders", &diagnostics) {
      let folder = FolderDigest(locked: node, &diagnostics)
      for (key, _) in node[key: "files"]?.entries ?? node.entries {
        places[[folder.folder, key.text]] = key.place
      }
      folders.append(folder)
    }
    self.folders = folders
    self.places = places
    self.name = document.source.name
  }
}

extension FolderDigest {
  fileprivate init(locked node: Node, _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(
      node, "lock's folder", known: ["folder", "version", "sha256", "files"], &diagnostics)
    let entries = reader.required("files", &diagnostics)?.entries.map { ($0.key, $0.value) } ?? []
    let files = entries.map { name, digest in
      File(name: name.text, digest: digest.scalarText(&diagnostics) ?? "")
    }
    let stated = reader.text("sha256", &diagnostics) ?? ""
    if stated != Self.sum(of: files), let place = reader.optional("sha256")?.place {
      diagnostics.append(
        Diagnostic("The digest of the folder is not that of the files listed", at: place))
    }
    self.init(
      folder: reader.text("folder", &diagnostics) ?? "",
      version: reader.optionalText("version", &diagnostics), sha256: stated, files: files)
  }
}

// MARK: Checking

extension RuleLock {
  /// Returns what a rules folder does not share with the lock, file by file.
  public func problems(in files: RuleFiles) -> [Diagnostic] {
    let now = FolderDigest.digests(of: files)
    let names = Set(folders.map(\.folder) + now.map(\.folder)).sorted()
    return names.flatMap { name in
      let (locked, found) = (
        folders.first { $0.folder == name }, now.first { $0.folder == name }
      )
      let isPack = (locked ?? found)?.version != nil || found?.version != nil
      return problems(isPack ? "Pack \(name)" : "Folder \(name)", name, locked, found)
    }
  }

  private func problems(
    _ thing: String, _ folder: String, _ locked: FolderDigest?, _ found: FolderDigest?
  ) -> [Diagnostic] {
    let (locked, found) = (locked?.digests ?? [:], found?.digests ?? [:])
    return Set(locked.keys).union(found.keys).sorted().compactMap { file in
      let place = places[[folder, file]]
      switch (locked[file], found[file]) {
      case (let wanted?, let digest?) where wanted != digest:
        return Diagnostic("\(thing): \(file) is not the file that was locked", at: place)
      case (.some, .none):
        return Diagnostic("\(thing): \(file) was locked and is not there", at: place)
      case (.none, .some):
        return Diagnostic("\(thing): \(file) is not in \"\(name)\"")
      case (.some, .some), (.none, .none): return nil
      }
    }
  }
}

extension FolderDigest {
  fileprivate var digests: [String: String] {
    Dictionary(files.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
  }
}

extension String {
  /// The text as a scalar of YAML on one line.
  fileprivate var quotedYAML: String {
    let inner = unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
      default: "\(scalar)"
      }
    }
    return "\"\(inner.joined())\""
  }
}
