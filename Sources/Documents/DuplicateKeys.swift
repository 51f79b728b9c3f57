internal import Diagnostics

/// Keys that stand twice in a mapping: which of the two was meant nobody can tell.
enum DuplicateKeys {
  /// Returns a diagnostic for every second key, with a note on the first.
  static func diagnostics(in document: Document) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var reached = -1
    for index in 0..<document.nodeCount {
      let node = document.node(index)
      // What an alias repeats was written earlier, and has been told there.
      guard node.kind == .mapping, node.range.lowerBound > reached else { continue }
      reached = node.range.lowerBound
      for (key, first) in repeatedKeys(of: node) {
        diagnostics.append(
          Diagnostic(
            "The key \"\(key.text.escapingHiddenCharacters)\" stands here a second time",
            at: key.place, notes: [Diagnostic.Note("It stands first here", at: first.place)]))
      }
    }
    return diagnostics
  }

  /// The keys that stand behind an equal one, each with the first of those.
  ///
  /// A few keys are compared with each other, which is quicker than hashing them.
  private static func repeatedKeys(of mapping: Node) -> [(key: Node, first: Node)] {
    guard mapping.count > 1 else { return [] }
    var repeated: [(key: Node, first: Node)] = []
    if mapping.count <= 16 {
      var earlier: [Node] = []
      earlier.reserveCapacity(mapping.count)
      for (key, _) in mapping.entries where key.isScalar {
        if let first = earlier.first(where: { $0.hasEqualText(key) }) {
          repeated.append((key, first))
        } else {
          earlier.append(key)
        }
      }
    } else {
      var seen: [ArraySlice<UInt8>: Node] = [:]
      for (key, _) in mapping.entries where key.isScalar {
        if let first = seen[key.utf8] {
          repeated.append((key, first))
        } else {
          seen[key.utf8] = key
        }
      }
    }
    return repeated
  }
}
