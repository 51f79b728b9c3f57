internal import Diagnostics
internal import Documents

/// The readers of YAML and JSON.
enum DocumentProperty {
  private static let limits = ReadLimits(bytes: 1 << 20, depth: 128, nodes: 100_000)

  static func problem(withYAML bytes: [UInt8]) -> String? {
    let source = SourceText(name: "f.yaml", bytes: bytes)
    let result = DocumentReader.read(source, as: .yaml, limits: limits)
    if let problem = problem(of: result, source) { return problem }
    guard let document = result.document, result.diagnostics.isEmpty else { return nil }
    let written = document.json(named: "f.json")
    let again = DocumentReader.read(written, as: .json, limits: limits)
    guard let other = again.document, again.diagnostics.isEmpty else {
      return "written as JSON it is refused: \(again.diagnostics.map(\.description))"
    }
    return document.root.hasSameText(other.root) ? nil : "written as JSON it is another tree"
  }

  static func problem(withJSON bytes: [UInt8]) -> String? {
    let source = SourceText(name: "f.json", bytes: bytes)
    let result = DocumentReader.read(source, as: .json, limits: limits)
    if let problem = problem(of: result, source) { return problem }
    guard let document = result.document, result.diagnostics.isEmpty, !bytes.breaksYAMLLines else {
      return nil
    }
    let other = DocumentReader.read(source, as: .yaml, limits: limits)
    // libyaml refuses some of what JSON allows, such as escaped surrogates and long keys.
    guard let tree = other.document, other.diagnostics.isEmpty else { return nil }
    return document.root.hasSameText(tree.root) ? nil : "read as YAML it is another tree"
  }

  /// Places must lie in the text, and every node in its parent.
  private static func problem(of result: ReadResult, _ source: SourceText) -> String? {
    for place in result.diagnostics.compactMap(\.place) {
      guard place.start <= place.end, place.start.line <= source.lineCount else {
        return "a diagnostic is told at \(place)"
      }
    }
    guard let document = result.document else {
      return result.diagnostics.isEmpty ? "it is refused without a reason" : nil
    }
    for index in 0..<document.nodeCount {
      if let problem = problem(of: document.node(index), source) { return problem }
    }
    return nil
  }

  private static func problem(of node: Node, _ source: SourceText) -> String? {
    guard node.range.upperBound <= source.bytes.count else { return "a node leaves the text" }
    guard node.isScalar, !node.utf8.isEmpty else { return nil }
    let middle = node.sourceOffset(ofText: node.utf8.count / 2)
    return node.range.contains(middle) ? nil : "a character of \(node.text) is placed outside of it"
  }
}

extension Node {
  /// Whether two trees have the same shape and texts; `~`, the empty scalar and `null` are one.
  fileprivate func hasSameText(_ other: Node) -> Bool {
    switch (kind, other.kind) {
    case (.sequence, .sequence):
      count == other.count
        && zip(elements, other.elements).allSatisfy { $0.hasSameText($1) }
    case (.mapping, .mapping):
      count == other.count
        && zip(entries, other.entries).allSatisfy { left, right in
          left.key.utf8.elementsEqual(right.key.utf8) && left.value.hasSameText(right.value)
        }
    case (.sequence, _), (.mapping, _), (_, .sequence), (_, .mapping): false
    default: isNull && other.isNull || utf8.elementsEqual(other.utf8)
    }
  }
}

extension [UInt8] {
  /// Whether there is a character that ends a line in YAML and is any other one in JSON, or a byte
  /// order mark inside.
  fileprivate var breaksYAMLLines: Bool {
    let text = String(decoding: self, as: UTF8.self)
    return text.unicodeScalars.contains {
      ["\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}"].contains($0)
    }
  }
}
