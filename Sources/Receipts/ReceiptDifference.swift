/// What two receipts do not share: an earlier one, and one of now.
public struct ReceiptDifference: Sendable, Hashable {
  /// How a thing stands to its earlier self.
  public enum Change: String, Sendable, Hashable {
    /// It is another one.
    case changed
    /// It was not there.
    case added
    /// It is not there any more.
    case removed
  }

  /// A thing that differs, by its name.
  public struct Entry: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// How it differs.
    public let change: Change
  }

  /// A file of rules that differs.
  public struct File: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// How it differs.
    public let change: Change
    /// Whether its rules or parameters are told apart.
    public let hasParts: Bool
    /// The rules or parameters in it that differ; none if it differs outside of them.
    public let parts: [Entry]
  }

  /// A folder of rules that differs.
  public struct Folder: Sendable, Hashable {
    /// Its path in the rules folder.
    public let name: String
    /// Whether it is a pack.
    public let isPack: Bool
    /// How it differs.
    public let change: Change
    /// The files that differ.
    public let files: [File]
  }

  /// The program's versions, if they differ.
  public let program: [String]
  /// The inputs that differ.
  public let inputs: [Entry]
  /// The folders of rules that differ.
  public let rules: [Folder]

  /// Whether nothing differs.
  public var isEmpty: Bool { program.isEmpty && inputs.isEmpty && rules.isEmpty }

  /// Compares an earlier receipt with one of now.
  public init(from before: Receipt, to now: Receipt) {
    program = before.program == now.program ? [] : [before.program, now.program]
    inputs = changes(
      before.inputs.map { ($0.path, $0.sha256 ?? "") },
      now.inputs.map { ($0.path, $0.sha256 ?? "") }
    ).map { name, change in
      let isGone = now.inputs.contains { $0.path == name && $0.sha256 == nil }
      let wasGone = before.inputs.contains { $0.path == name && $0.sha256 == nil }
      return Entry(name: name, change: isGone ? .removed : wasGone ? .added : change)
    }
    rules = Self.folders(before.rules, now.rules)
  }

  private static func folders(_ before: [FolderDigest], _ now: [FolderDigest]) -> [Folder] {
    changes(before.map { ($0.folder, $0.sha256) }, now.map { ($0.folder, $0.sha256) })
      .map { name, change in
        let old = before.first { $0.folder == name }
        let new = now.first { $0.folder == name }
        return Folder(
          name: name, isPack: (old ?? new)?.version != nil, change: change,
          files: change == .changed ? files(old?.files ?? [], new?.files ?? []) : [])
      }
  }

  private static func files(
    _ before: [FolderDigest.File], _ now: [FolderDigest.File]
  ) -> [File] {
    changes(before.map { ($0.name, $0.digest) }, now.map { ($0.name, $0.digest) })
      .map { name, change in
        let old = before.first { $0.name == name }?.parts ?? []
        let new = now.first { $0.name == name }?.parts ?? []
        // A file that has no parts any more could not be read; that is another matter.
        let isWhole = change != .changed || old.isEmpty || new.isEmpty
        return File(
          name: name, change: change, hasParts: !isWhole, parts: isWhole ? [] : parts(old, new))
      }
  }

  private static func parts(
    _ before: [FolderDigest.Part], _ now: [FolderDigest.Part]
  ) -> [Entry] {
    changes(before.map { ($0.id, $0.digest) }, now.map { ($0.id, $0.digest) })
      .map { Entry(name: $0.name, change: $0.change) }
  }
}

/// Returns the names whose digests differ, in the order in which they stand: those of before first.
private func changes(
  _ before: [(name: String, digest: String)], _ now: [(name: String, digest: String)]
) -> [(name: String, change: ReceiptDifference.Change)] {
  let old = Dictionary(before.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
  let new = Dictionary(now.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
  let kept = before.compactMap { name, digest -> (String, ReceiptDifference.Change)? in
    guard let other = new[name] else { return (name, .removed) }
    return other == digest ? nil : (name, .changed)
  }
  return kept + now.filter { old[$0.name] == nil }.map { ($0.name, .added) }
}
