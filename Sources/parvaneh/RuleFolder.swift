internal import BundledRules
internal import BundledTrees
internal import Diagnostics
internal import Documents
internal import RulePacks

/// The rules inside the program, or those of a folder.
enum RuleFolder {
  /// The most bytes a rule file may have.
  private static let limit = 16 << 20
  /// The most folders a rules folder may be nested.
  private static let depth = 8

  /// The rules inside the program.
  static var bundled: RuleFiles {
    var texts: [String: SourceText] = [:]
    for index in 0..<Int(bundled_rules_count) {
      let file = unsafe bundled_rule(Int32(index))
      let path = unsafe String(cString: file.path)
      let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      texts[path] = SourceText(name: "Rules/\(path)", bytes: bytes)
    }
    return RuleFiles(texts, areProven: true, images: DocumentImages(BundledTrees.bytes))
  }

  /// The YAML files in a folder and in those inside it.
  static func files(in folder: String) throws(Diagnostic) -> RuleFiles {
    guard Disk.kind(of: folder) == .folder else {
      throw Diagnostic("\"\(folder)\" is no folder of rules")
    }
    var texts: [String: SourceText] = [:]
    for path in try paths(in: folder) {
      texts[path] = try Disk.read("\(folder)/\(path)", limit: limit)
    }
    return RuleFiles(texts)
  }

  /// The paths of these files inside the folder, in order.
  static func paths(in folder: String) throws(Diagnostic) -> [String] {
    var paths: [String] = []
    try collect(folder, as: "", depth: depth, into: &paths)
    return paths
  }

  private static func collect(
    _ folder: String, as prefix: String, depth: Int, into paths: inout [String]
  ) throws(Diagnostic) {
    guard depth > 0 else {
      throw Diagnostic("\"\(folder)\" is nested deeper than \(Self.depth) folders")
    }
    for name in try Disk.names(in: folder) {
      let path = "\(folder)/\(name)"
      switch Disk.kind(of: path) {
      case .folder: try collect(path, as: "\(prefix)\(name)/", depth: depth - 1, into: &paths)
      case .file where name.hasSuffix(".yaml") || name == RuleFiles.uncheckedPath:
        paths.append(prefix + name)
      case .file, .nothing: break
      }
    }
  }
}
