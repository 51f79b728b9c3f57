internal import Diagnostics
internal import Foundation
public import RulePacks

/// The rules of the package, read once for all tests of a process.
public enum BundledLibrary {
  /// Everything in the folder of rules.
  public static let library: RuleLibrary = {
    let root = PackageRoot.folder.appendingPathComponent("Rules")
    let paths = FileManager.default.subpaths(atPath: root.path) ?? []
    let texts = paths.filter { $0.hasSuffix(".yaml") }.map { path in
      let bytes = (try? Data(contentsOf: root.appendingPathComponent(path))) ?? Data()
      return (path, SourceText(name: path, bytes: Array(bytes)))
    }
    let files = RuleFiles(Dictionary(uniqueKeysWithValues: texts), areProven: true)
    return RuleLibraryReader.read(files, readsExamples: false).library
  }()
}
