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
      var seen: [ArraySlice<UInt8>: Node] = [:]
      for (key, _) in node.entries where key.isScalar {
        guard let first = seen.updateValue(key, forKey: key.utf8) else { continue }
        diagnostics.append(
          Diagnostic(
            "The key \"\(key.text.escapingHiddenCharacters)\" stands here a second time",
            at: key.place, notes: [Diagnostic.Note("It stands first here", at: first.place)]))
      }
    }
    return diagnostics
  }
}
