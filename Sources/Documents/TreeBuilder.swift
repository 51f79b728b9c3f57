internal import Diagnostics

/// Builds the flat tree of a document from what a reader meets, in the order of the text.
struct TreeBuilder {
  private(set) var nodes: [NodeRecord] = []
  private(set) var decoded: [UInt8] = []
  private var open: [Int32] = []

  /// How many sequences and mappings are open.
  var depth: Int { open.count }

  /// The index that the next node gets.
  var nextIndex: Int32 { Int32(nodes.count) }

  /// The innermost open node's kind, or nil at the outermost level.
  var openKind: Node.Kind? { open.last.map { nodes[Int($0)].kind } }

  /// Whether the next node of an open mapping is a key.
  var wantsKey: Bool {
    guard let parent = open.last, nodes[Int(parent)].kind == .mapping else { return false }
    return nodes[Int(parent)].count % 2 == 0
  }

  /// Adds a scalar whose text is a slice of the input.
  mutating func addScalar(_ kind: Node.Kind, source: Range<Int>, text: Range<Int>) {
    add(
      NodeRecord(
        kind: kind, parent: open.last ?? -1, end: nextIndex + 1, source: source.narrowed,
        text: text.narrowed))
  }

  /// Adds a scalar whose text differs from what is written.
  mutating func addScalar(
    _ kind: Node.Kind, source: Range<Int>, decoded text: some Collection<UInt8>
  ) {
    let start = decoded.count
    decoded.append(contentsOf: text)
    add(
      NodeRecord(
        kind: kind, isDecoded: true, parent: open.last ?? -1, end: nextIndex + 1,
        source: source.narrowed, text: (start..<decoded.count).narrowed))
  }

  /// Opens a sequence or a mapping.
  mutating func begin(_ kind: Node.Kind, at offset: Int) {
    let index = nextIndex
    add(
      NodeRecord(
        kind: kind, parent: open.last ?? -1, end: index + 1, source: (offset..<offset).narrowed))
    open.append(index)
  }

  /// Closes the innermost open node.
  mutating func end(at offset: Int) {
    guard let index = open.popLast().map(Int.init) else { return }
    nodes[index].end = nextIndex
    nodes[index].source =
      nodes[index].source
      .lowerBound..<max(
        UInt32(offset), nodes[index].source.lowerBound)
    if nodes[index].kind == .mapping { nodes[index].count /= 2 }
  }

  /// Adds a copy of an earlier subtree, at the places it was written at.
  mutating func addCopy(of index: Int32) {
    let start = Int(index)
    let shift = nextIndex - index
    let subtree = nodes[start..<Int(nodes[start].end)]
    countChild()
    for (offset, node) in subtree.enumerated() {
      var copy = node
      copy.end += shift
      copy.parent = offset == 0 ? open.last ?? -1 : node.parent + shift
      nodes.append(copy)
    }
  }

  /// Whether a sequence or a mapping has not been closed yet.
  func isOpen(_ index: Int32) -> Bool { open.contains(index) }

  /// The kind of a node.
  func kind(of index: Int32) -> Node.Kind { nodes[Int(index)].kind }

  /// The number of nodes of a subtree.
  func size(of index: Int32) -> Int { Int(nodes[Int(index)].end - index) }

  private mutating func add(_ node: NodeRecord) {
    countChild()
    nodes.append(node)
  }

  private mutating func countChild() {
    if let parent = open.last { nodes[Int(parent)].count += 1 }
  }
}

extension Range<Int> {
  fileprivate var narrowed: Range<UInt32> { UInt32(lowerBound)..<UInt32(upperBound) }
}
