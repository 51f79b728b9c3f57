public import Diagnostics

/// A document as a flat, located tree: one array of nodes in the order of the text, each of them a
/// kind and a few offsets.
///
/// No node is an object; scalars are slices of the input, and only those
/// whose text differs from what is written (escapes, folded lines) have a copy.
///
/// A mapping's children are its keys and values in turn. Nodes that an alias stands for are copied
/// in at the alias, with the places they were written at.
public final class Document: Sendable {
  /// How the bytes were written.
  public enum Format: Sendable {
    /// YAML 1.1 as libyaml reads it.
    case yaml
    /// JSON by RFC 8259.
    case json
  }

  /// The text that was read.
  public let source: SourceText
  /// How it was written.
  public let format: Format
  /// Whether it was made of an image: its keys and texts were seen to when the program was tested.
  public let isProven: Bool
  let nodes: [NodeRecord]
  let decoded: [UInt8]

  /// Creates a document from what a reader has built; node 0 is the root.
  init(
    source: SourceText, format: Format, nodes: [NodeRecord], decoded: [UInt8],
    isProven: Bool = false
  ) {
    self.source = source
    self.format = format
    self.isProven = isProven
    self.nodes = nodes
    self.decoded = decoded
  }

  /// The outermost node.
  public var root: Node { Node(document: self, index: 0) }

  /// The number of nodes, expanded aliases counted.
  public var nodeCount: Int { nodes.count }

  /// Returns the node with an index from 0 to `nodeCount` - 1, in the order of the text.
  public func node(_ index: Int) -> Node { Node(document: self, index: Int32(index)) }

  /// Whether a scalar has a text.
  func hasText(_ index: Int, _ text: String) -> Bool { has(text.utf8.span, nodes[index]) }

  /// Whether a node's text is of some bytes; most that are not are of another length.
  @inline(__always)
  private func has(_ wanted: Span<UInt8>, _ node: NodeRecord) -> Bool {
    guard node.text.count == wanted.count else { return false }
    let start = Int(node.text.lowerBound)
    let bytes = (node.isDecoded ? decoded : source.bytes).span
    for offset in 0..<wanted.count where bytes[start + offset] != wanted[offset] { return false }
    return true
  }

  /// The index of the value under a key of a mapping, or nil if there is none.
  func indexOfValue(under key: String, of mapping: Int) -> Int? {
    let nodes = nodes
    let wanted = key.utf8.span
    let end = Int(nodes[mapping].end)
    var index = mapping + 1
    while index < end {
      let key = nodes[index]
      let value = Int(key.end)
      if has(wanted, key), key.kind != .mapping, key.kind != .sequence { return value }
      index = Int(nodes[value].end)
    }
    return nil
  }
}

/// One node of a flat tree.
struct NodeRecord: Sendable {
  var kind: Node.Kind
  /// Whether the text stands in `Document.decoded` instead of the input.
  var isDecoded = false
  /// The index of the parent, or -1 for the root.
  var parent: Int32
  /// The index after the last node of the subtree: the next sibling, if there is one.
  var end: Int32
  /// The number of elements or of key-value pairs.
  var count: Int32 = 0
  /// The bytes of the input that the node was written with, quotes included.
  var source: Range<UInt32>
  /// The bytes of a scalar's text.
  var text: Range<UInt32> = 0..<0
}
