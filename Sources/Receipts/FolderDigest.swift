internal import Diagnostics
internal import Digests
internal import Documents
public import RulePacks

/// The digests of a folder of rule files: of a pack, or of what packs share.
public struct FolderDigest: Sendable, Hashable {
  /// A file of the folder.
  public struct File: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The SHA-256 of its bytes, or the first digits of it.
    public let digest: String
    /// What is told apart in it: its rules; of a manifest the parameters.
    public let parts: [Part]

    /// Creates the digest of a file.
    public init(name: String, digest: String, parts: [Part] = []) {
      self.name = name
      self.digest = digest
      self.parts = parts
    }
  }

  /// A rule or a parameter.
  public struct Part: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// The first digits of the SHA-256 of its text.
    public let digest: String

    /// Creates the digest of a part.
    public init(id: String, digest: String) {
      self.id = id
      self.digest = digest
    }
  }

  /// The path of the folder in the rules folder, which for a pack is its name.
  public let folder: String
  /// The version that the pack's manifest tells; nil for what packs share.
  public let version: String?
  /// The SHA-256 of what `sha256sum` writes of the files in the order of their names.
  public let sha256: String
  /// The files in the order of their names.
  public let files: [File]

  /// Creates the digests of a folder as somebody else has told them.
  public init(folder: String, version: String?, sha256: String, files: [File]) {
    self.folder = folder
    self.version = version
    self.sha256 = sha256
    self.files = files
  }
}

extension FolderDigest {
  /// How many digits of a file's digest tell which file differs; the folder's whole digest vouches
  /// for all of them.
  private static let fileDigits = 16
  /// How many digits of a part's digest tell which part of a file differs.
  private static let partDigits = 8
  /// The folders that all packs share.
  private static let sharedFolders = ["schema", "acts", "codelists"]

  /// Returns the digests of packs and of what packs share, in the order of the folders.
  public static func digests(
    of packs: [RulePack], in files: RuleFiles
  ) -> [FolderDigest] {
    let shared = sharedFolders.map { FolderDigest(ofFolder: $0, in: files) }
    return (shared.filter { !$0.files.isEmpty } + packs.map { FolderDigest(of: $0, in: files) })
      .sorted { $0.folder < $1.folder }.map(\.brief)
  }

  /// Returns the whole digests of every folder that has rule files.
  static func digests(of files: RuleFiles) -> [FolderDigest] {
    files.folders.map { FolderDigest(ofFolder: $0, in: files) }
  }

  private init(of pack: RulePack, in files: RuleFiles) {
    let texts = Dictionary(grouping: pack.parts, by: \.file)
    self.init(pack.folder, version: pack.version, files) { name in
      (texts[name] ?? []).map { part in
        let digest = SHA256Sum.hexadecimal(of: part.text).prefix(Self.partDigits)
        return Part(id: part.id, digest: String(digest))
      }
    }
  }

  private init(ofFolder folder: String, in files: RuleFiles) {
    self.init(folder, version: files.packVersion(in: folder), files) { _ in [] }
  }

  private init(
    _ folder: String, version: String?, _ files: RuleFiles, parts: (String) -> [Part]
  ) {
    let digests = files.files(in: folder).map { path, text in
      File(
        name: path.split(separator: "/").last.map(String.init) ?? path,
        digest: SHA256Sum.hexadecimal(of: text.bytes[...]), parts: parts(text.name))
    }
    self.init(
      folder: folder, version: version, sha256: Self.sum(of: digests), files: digests)
  }

  /// Returns the digest of a folder whose files have these whole digests.
  static func sum(of files: [File]) -> String {
    SHA256Sum.hexadecimal(of: files.map { "\($0.digest)  \($0.name)\n" }.joined())
  }

  /// The digests with those of files cut to what tells them apart.
  private var brief: FolderDigest {
    FolderDigest(
      folder: folder, version: version, sha256: sha256,
      files: files.map {
        File(name: $0.name, digest: String($0.digest.prefix(Self.fileDigits)), parts: $0.parts)
      })
  }
}

extension RuleFiles {
  /// The version in the manifest of the pack in a folder, nil if there is none.
  fileprivate func packVersion(in folder: String) -> String? {
    guard let text = texts[folder.isEmpty ? "pack.yaml" : "\(folder)/pack.yaml"] else { return nil }
    return DocumentReader.read(text, as: .yaml).document?.root[key: "version"]?.text
  }
}

extension RulePack {
  /// A rule or a parameter as it is written.
  fileprivate struct WrittenPart {
    let id: String
    /// The name of the text it stands in.
    let file: String
    let text: ArraySlice<UInt8>
  }

  fileprivate var parts: [WrittenPart] {
    let parameters = node[key: "parameters"].map { Array($0.elements) } ?? []
    return rules.map { WrittenPart($0.id, $0.node) }
      + parameters.map { WrittenPart($0[key: "id"]?.text ?? "", $0) }
  }
}

extension RulePack.WrittenPart {
  /// A mapping ends where the next thing begins, so blank lines and comments behind it are cut off.
  fileprivate init(_ id: String, _ node: Node) {
    let source = node.document.source
    var text = source.bytes[node.range.clamped(to: 0..<source.bytes.count)]
    while let start = text.lastLineStart, text[start...].isBlankOrComment {
      text = text[..<max(text.startIndex, start - 1)]
    }
    self.init(id: id, file: source.name, text: text)
  }
}

extension ArraySlice<UInt8> {
  /// Where the last line begins; nil for no bytes.
  fileprivate var lastLineStart: Int? {
    isEmpty ? nil : (lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? startIndex)
  }

  fileprivate var isBlankOrComment: Bool {
    let rest = drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
    return rest.isEmpty || rest.first == UInt8(ascii: "#")
  }
}
