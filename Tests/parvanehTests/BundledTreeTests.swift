import BundledTrees
import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

/// The trees that were made when the program was built are those of the files.
@Suite struct BundledTreeTests {
  @Test func `every rule file has the tree that reading it gives`() throws {
    let rules = PackageRoot.folder.appendingPathComponent("Rules")
    let paths = try #require(FileManager.default.subpaths(atPath: rules.path))
      .filter { $0.hasSuffix(".yaml") }
    let images = DocumentImages(BundledTrees.bytes)
    for path in paths {
      let bytes = try Data(contentsOf: rules.appendingPathComponent(path))
      let result = DocumentReader.read(SourceText(name: path, bytes: Array(bytes)))
      let document = try #require(result.document)
      let wanted = DocumentImage(of: document, leavingOut: "examples").bytes
      #expect(images[path]?.bytes.elementsEqual(wanted) == true, "\(path)")
      let copy = images[path]?.document(document.source)
      #expect(copy.map { DocumentImage(of: $0, leavingOut: "examples").bytes } == wanted, "\(path)")
    }
    #expect(paths.count > 100)
  }
}
