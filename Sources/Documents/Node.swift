public import Diagnostics

/// A view of one node of a document.
public struct Node: Sendable {
  /// What a node is.
  public enum Kind: UInt8, Sendable, Hashable {
    /// A scalar without quotes: its type is for the reader of the document to decide.
    case plainScalar
    /// A scalar in quotes or a block: always text.
    case quotedScalar
    /// A scalar in a `|` block.
    case literalScalar
    /// A scalar in a `>` block.
    case foldedScalar
    /// An ordered list.
    case sequence
    /// Keys with values, in the order written.
    case mapping
  }

  /// The document the node belongs to.
  public let document: Document
  /// The place of the node in the document's order; the root is 0.
  public let index: Int32

  private var record: NodeRecord { document.nodes[Int(index)] }

  /// What the node is.
  public var kind: Kind { record.kind }

  /// Whether the node is a scalar of any style.
  public var isScalar: Bool {
    switch kind {
    case .plainScalar, .quotedScalar, .literalScalar, .foldedScalar: true
    case .sequence, .mapping: false
    }
  }

  /// Whether the node stands for *nothing*: a plain scalar that is empty, `~` or `null`.
  public var isNull: Bool {
    let record = record
    guard record.kind == .plainScalar else { return false }
    switch record.text.count {
    case 0: return true
    case 1: return hasText("~")
    case 4: return hasText("null") || hasText("Null") || hasText("NULL")
    default: return false
    }
  }

  /// The bytes of the input the node was written with, quotes included.
  public var range: Range<Int> { Int(record.source.lowerBound)..<Int(record.source.upperBound) }

  /// Where the node was written.
  public var place: Place { document.source.place(range) }

  /// A scalar's text, unescaped; empty for sequences and mappings.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// A scalar's text as UTF-8, unescaped; empty for sequences and mappings.
  public var utf8: ArraySlice<UInt8> {
    let record = record
    let range = Int(record.text.lowerBound)..<Int(record.text.upperBound)
    return record.isDecoded ? document.decoded[range] : document.source.bytes[range]
  }

  /// How many bytes a scalar's text has in UTF-8; 0 for sequences and mappings.
  public var textLength: Int { record.text.count }

  /// The number of elements of a sequence or of pairs of a mapping; 0 for scalars.
  public var count: Int { Int(record.count) }

  /// The node that holds this one, or nil for the root.
  ///
  /// A value's parent is its mapping.
  public var parent: Node? {
    record.parent < 0 ? nil : Node(document: document, index: record.parent)
  }

  /// The elements of a sequence; empty for other nodes.
  public var elements: some Sequence<Node> {
    let children = kind == .sequence ? Children(of: self) : Children(none: self)
    return IteratorSequence(children)
  }

  /// The pairs of a mapping in the order written; empty for other nodes.
  public var entries: NodeEntries { NodeEntries(of: self) }

  /// Whether a scalar has a text.
  public func hasText(_ text: String) -> Bool { document.hasText(Int(index), text) }

  /// Returns the value under a key of a mapping, or nil if there is none.
  public subscript(key key: String) -> Node? {
    guard kind == .mapping else { return nil }
    return document.indexOfValue(under: key, of: Int(index)).map {
      Node(document: document, index: Int32($0))
    }
  }

  /// Returns an element of a sequence by its index from 0, or nil if there is none.
  public subscript(position: Int) -> Node? {
    guard position >= 0, position < count else { return nil }
    return elements.dropFirst(position).first { _ in true }
  }

  /// The index after the last node of the subtree.
  fileprivate var end: Int32 { record.end }
}

/// The pairs of a mapping in the order written.
public struct NodeEntries: Sequence, IteratorProtocol, Sendable {
  private var children: Children

  fileprivate init(of node: Node) {
    self.children = node.kind == .mapping ? Children(of: node) : Children(none: node)
  }

  /// Returns the next pair, or nil behind the last one.
  public mutating func next() -> (key: Node, value: Node)? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return (key, value)
  }
}

/// Walks the direct children of a node by skipping over their subtrees.
private struct Children: IteratorProtocol {
  private let document: Document
  private var upcoming: Int32
  private let end: Int32

  init(of node: Node) {
    self.document = node.document
    self.upcoming = node.index + 1
    self.end = node.end
  }

  init(none node: Node) {
    self.document = node.document
    self.upcoming = node.end
    self.end = node.end
  }

  mutating func next() -> Node? {
    guard upcoming < end else { return nil }
    let node = Node(document: document, index: upcoming)
    upcoming = document.nodes[Int(upcoming)].end
    return node
  }
}
