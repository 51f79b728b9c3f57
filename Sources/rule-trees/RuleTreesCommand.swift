import Diagnostics
import Documents
import Foundation

/// Writes the trees of all files of a rules folder, without the examples of rules, as a Swift file.
///
/// usage: rule-trees RULES OUTPUT
@main
enum RuleTreesCommand {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: rule-trees RULES OUTPUT\n".utf8))
      exit(2)
    }
    let images = try images(in: URL(fileURLWithPath: arguments[1]))
    let text = "let bundledTrees: StaticString = \(rawLiteral(images.bytes))\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: arguments[2]), options: .atomic)
  }

  /// A literal of one line of printed characters, which takes each as it is.
  private static func rawLiteral(_ line: [UInt8]) -> String {
    let runs = line.split { $0 != UInt8(ascii: "#") }
    let signs = String(repeating: "#", count: 1 + (runs.map(\.count).max() ?? 0))
    return "\(signs)\"\(String(decoding: line, as: UTF8.self))\"\(signs)"
  }

  private static func images(in rules: URL) throws -> DocumentImages {
    var images = DocumentImages()
    let paths = FileManager.default.subpaths(atPath: rules.path) ?? []
    for path in paths.sorted() where path.hasSuffix(".yaml") {
      let bytes = try Data(contentsOf: rules.appendingPathComponent(path))
      let result = DocumentReader.read(
        SourceText(name: "Rules/\(path)", bytes: Array(bytes)), as: .yaml)
      // A file that does not hold has no tree; the program tells of it when it reads the file.
      guard let document = result.document, !result.diagnostics.hasErrors else { continue }
      images[path] = DocumentImage(of: document, leavingOut: "examples")
    }
    return images
  }
}
