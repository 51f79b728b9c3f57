import Diagnostics
import Documents

/// Reads a text and returns what was told of it, a line each as compilers write it.
func told(_ text: String, as format: Document.Format = .yaml, limits: ReadLimits = .standard)
  -> [String]
{
  told(Array(text.utf8), as: format, limits: limits)
}

/// Reads bytes and returns what was told of them.
func told(_ bytes: [UInt8], as format: Document.Format = .yaml, limits: ReadLimits = .standard)
  -> [String]
{
  DocumentReader.read(SourceText(name: "f", bytes: bytes), as: format, limits: limits)
    .diagnostics.map(\.description)
}

/// Reads a text that nothing is wrong with.
func document(_ text: String, as format: Document.Format = .yaml) -> Document? {
  let result = DocumentReader.read(SourceText(name: "f", text: text), as: format)
  return result.diagnostics.isEmpty ? result.document : nil
}

extension ReadLimits {
  /// The standard limits with some of them changed.
  static func small(bytes: Int = 64 << 20, depth: Int = 128, nodes: Int = 4_000_000) -> ReadLimits {
    ReadLimits(bytes: bytes, depth: depth, nodes: nodes)
  }
}
