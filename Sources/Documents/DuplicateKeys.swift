internal import Diagnostics

/// Keys that stand twice in a mapping: which of the two was meant nobody can tell.
enum DuplicateKeys {
  /// Returns a diagnostic for every second key, with a note on the first.
  static func diagnostics(in document: Document) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var signatures: [UInt64] = []
    var reached = -1
    for index in 0..<document.nodeCount {
      let node = document.node(index)
      // What an alias repeats was written earlier, and has been told there.
      guard node.kind == .mapping, node.range.lowerBound > reached else { continue }
      reached = node.range.lowerBound
      guard document.mayRepeatKeys(of: index, &signatures) else { continue }
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
  private static func repeatedKeys(of mapping: Node) -> [(key: Node, first: Node)] {
    var repeated: [(key: Node, first: Node)] = []
    var seen: [ArraySlice<UInt8>: Node] = [:]
    for (key, _) in mapping.entries where key.isScalar {
      if let first = seen[key.utf8] {
        repeated.append((key, first))
      } else {
        seen[key.utf8] = key
      }
    }
    return repeated
  }
}

extension Document {
  /// Whether keys of a mapping may be equal: of a few keys the signatures are compared with each
  /// other, which is quicker than hashing texts, and mostly decides it.
  fileprivate func mayRepeatKeys(of mapping: Int, _ signatures: inout [UInt64]) -> Bool {
    guard nodes[mapping].count <= 24 else { return true }
    signatures.removeAll(keepingCapacity: true)
    let end = Int(nodes[mapping].end)
    var index = mapping + 1
    while index < end {
      let signature = signature(of: nodes[index])
      if signatures.contains(signature) { return true }
      signatures.append(signature)
      index = Int(nodes[Int(nodes[index].end)].end)
    }
    return false
  }

  /// The length of a text with some of its bytes: the same for equal texts.
  private func signature(of scalar: NodeRecord) -> UInt64 {
    let count = scalar.text.count
    guard count > 0 else { return 0 }
    let bytes = (scalar.isDecoded ? decoded : source.bytes).span
    let first = Int(scalar.text.lowerBound)
    func byte(_ offset: Int) -> UInt64 { UInt64(bytes[first + offset]) }
    return UInt64(count) << 32 | byte(0) << 24 | byte(count / 3) << 16 | byte(count / 2) << 8
      | byte(count - 1)
  }
}
