extension Node {
  /// Where the node stands in its document, as a JSON Pointer (RFC 6901); empty for the root.
  public var pointer: String {
    guard let parent else { return "" }
    return "\(parent.pointer)/\(step(in: parent))"
  }

  /// Returns the node at a JSON Pointer below this one, or nil if there is none.
  public func node(at pointer: String) -> Node? {
    let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return steps.reduce(self) { node, step in
      switch node?.kind {
      case .mapping: node?[key: String(step).unescapedPointerStep]
      case .sequence: Int(step).flatMap { node?[$0] }
      case .plainScalar, .quotedScalar, .literalScalar, .foldedScalar, nil: nil
      }
    }
  }

  private func step(in parent: Node) -> String {
    if parent.kind == .sequence {
      return String(
        parent.elements.prefix { $0.index != index }.reduce(0) { count, _ in count + 1 })
    }
    let entry = parent.entries.first { $0.key.index == index || $0.value.index == index }
    return entry?.key.text.escapedPointerStep ?? ""
  }
}

extension String {
  /// The text as one step of a JSON Pointer: `~` is written `~0` and `/` is written `~1`.
  public var escapedPointerStep: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return self
    }
    return reduce(into: "") { step, character in
      switch character {
      case "~": step += "~0"
      case "/": step += "~1"
      default: step.append(character)
      }
    }
  }

  /// The key that a step of a JSON Pointer stands for.
  var unescapedPointerStep: String {
    split(separator: "~1", omittingEmptySubsequences: false)
      .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
      .joined(separator: "/")
  }
}
