public import Diagnostics
public import Documents

/// The files of a rules folder, by their path in it; where they came from does not matter any more.
public struct RuleFiles: Sendable {
  /// The texts by path, such as `ir/medicines/pack.yaml`.
  public let texts: [String: SourceText]
  /// Whether tests have shown that all of them hold, as for those inside the program.
  public let areProven: Bool
  /// The paths of the YAML files, in order.
  private let paths: [String]
  /// The trees of files that have been read before, without the examples of rules.
  private let images: DocumentImages

  /// Creates a folder from texts whose names are their paths in messages.
  public init(
    _ texts: [String: SourceText], areProven: Bool = false, images: DocumentImages = .init()
  ) {
    self.texts = texts
    self.paths = texts.keys.filter { $0.hasSuffix(".yaml") }.sorted()
    self.areProven = areProven
    self.images = images
  }

  /// Reads a file, or takes the tree that was made of it before.
  ///
  /// Such a tree lacks the examples of rules, so whoever wants them says so.
  func read(_ path: String, _ text: SourceText, withExamples: Bool = false) -> ReadResult {
    if !withExamples, let document = images[path]?.document(text) {
      return ReadResult(document: document, diagnostics: [])
    }
    return DocumentReader.read(text, as: .yaml)
  }

  /// Returns the YAML files right inside a folder in the order of their names.
  public func files(in folder: String) -> [(path: String, text: SourceText)] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    return paths.filter { $0.hasPrefix(prefix) }
      .filter { !$0.dropFirst(prefix.count).contains("/") }
      .compactMap { path in texts[path].map { (path, $0) } }
  }

  /// The folders that hold YAML files, in the order of their paths; the outermost has none.
  public var folders: [String] {
    let folders = paths.map { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
    return Set(folders).sorted()
  }

  /// The folders that hold a `pack.yaml`, in order.
  var packFolders: [String] {
    let manifest = "pack.yaml"
    return texts.keys
      .filter { $0 == manifest || $0.hasSuffix("/" + manifest) }
      .map { String($0.dropLast(manifest.count).dropLast(while: { $0 == "/" })) }
      .sorted()
  }
}

extension StringProtocol {
  fileprivate func dropLast(while predicate: (Character) -> Bool) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, predicate(last) { rest = rest.dropLast() }
    return rest
  }
}
