internal import Diagnostics

extension Document {
  /// Why a patch does not fit a document.
  public struct PatchError: Error, Sendable, Hashable {
    /// What is wrong, and what is there instead.
    public let message: String
  }

  /// Returns the document with values set and removed, each by its JSON Pointer; the last step `-`
  /// appends to a list.
  ///
  /// What is set has no place of its own in the text: it is told of where it was put in.
  public func patched(
    set values: [(pointer: String, value: Node)], remove pointers: [String]
  ) -> Result<Document, PatchError> {
    var root = PatchedNode.kept(self.root)
    do throws(PatchError) {
      for (pointer, value) in values {
        try root.set(.kept(value), at: try Self.steps(pointer)[...], pointer)
      }
      for pointer in pointers { try root.remove(at: try Self.steps(pointer)[...], pointer) }
    } catch {
      return .failure(error)
    }
    var tree = PatchedTree(self)
    tree.add(root, to: -1, at: self.root.sourceSpan)
    return .success(tree.document)
  }

  private static func steps(_ pointer: String) throws(PatchError) -> [String] {
    guard pointer.hasPrefix("/") else {
      throw PatchError(message: "\"\(pointer)\" is no JSON Pointer; it starts with \"/\"")
    }
    return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      .map { String($0).unescapedPointerStep }
  }
}

/// A tree that is being changed: nodes are taken apart only on the way to a change.
private indirect enum PatchedNode {
  /// A node as it was written, with all below it.
  case kept(Node)
  case list([PatchedNode], of: Node)
  case mapping([(key: Key, value: PatchedNode)], of: Node)

  enum Key {
    case kept(Node)
    case new(String)

    var text: String {
      switch self {
      case .kept(let node): node.text
      case .new(let text): text
      }
    }
  }

  /// The node with its children laid open.
  private var opened: PatchedNode {
    guard case .kept(let node) = self else { return self }
    switch node.kind {
    case .sequence: return .list(node.elements.map(PatchedNode.kept), of: node)
    case .mapping:
      return .mapping(
        node.entries.map { (key: Key.kept($0.key), value: PatchedNode.kept($0.value)) }, of: node)
    case .plainScalar, .quotedScalar, .literalScalar, .foldedScalar: return self
    }
  }

  mutating func set(
    _ value: PatchedNode, at steps: ArraySlice<String>, _ pointer: String
  ) throws(Document.PatchError) {
    guard let step = steps.first else {
      self = value
      return
    }
    switch opened {
    case .list(var elements, let node):
      if step == "-", steps.count == 1 {
        elements.append(value)
      } else {
        let index = try Self.index(step, in: elements, pointer)
        try elements[index].set(value, at: steps.dropFirst(), pointer)
      }
      self = .list(elements, of: node)
    case .mapping(var entries, let node):
      if let index = entries.firstIndex(where: { $0.key.text == step }) {
        try entries[index].value.set(value, at: steps.dropFirst(), pointer)
      } else if steps.count == 1 {
        entries.append((.new(step), value))
      } else {
        throw Self.missing(step, pointer)
      }
      self = .mapping(entries, of: node)
    case .kept: throw Self.missing(step, pointer)
    }
  }

  mutating func remove(
    at steps: ArraySlice<String>, _ pointer: String
  ) throws(Document.PatchError) {
    guard let step = steps.first else { throw Self.missing("", pointer) }
    switch opened {
    case .list(var elements, let node):
      let index = try Self.index(step, in: elements, pointer)
      if steps.count == 1 {
        elements.remove(at: index)
      } else {
        try elements[index].remove(at: steps.dropFirst(), pointer)
      }
      self = .list(elements, of: node)
    case .mapping(var entries, let node):
      guard let index = entries.firstIndex(where: { $0.key.text == step }) else {
        throw Self.missing(step, pointer)
      }
      if steps.count == 1 {
        entries.remove(at: index)
      } else {
        try entries[index].value.remove(at: steps.dropFirst(), pointer)
      }
      self = .mapping(entries, of: node)
    case .kept: throw Self.missing(step, pointer)
    }
  }

  private static func index(
    _ step: String, in elements: [PatchedNode], _ pointer: String
  ) throws(Document.PatchError) -> Int {
    guard let index = Int(step), elements.indices.contains(index) else {
      throw missing(step, pointer)
    }
    return index
  }

  private static func missing(_ step: String, _ pointer: String) -> Document.PatchError {
    Document.PatchError(message: "There is no \"\(step)\" on the way of \"\(pointer)\"")
  }
}

/// Lays a changed tree out flat: what was kept is copied as it is, what came from elsewhere brings
/// its text with it.
private struct PatchedTree {
  private let original: Document
  private var nodes: [NodeRecord] = []
  private var decoded: [UInt8]

  init(_ original: Document) {
    self.original = original
    self.decoded = original.decoded
    nodes.reserveCapacity(original.nodes.count + 16)
  }

  var document: Document {
    Document(source: original.source, format: original.format, nodes: nodes, decoded: decoded)
  }

  /// Adds a node to the one with an index; what is new is placed at a part of the text.
  mutating func add(_ node: PatchedNode, to parent: Int32, at span: Range<UInt32>) {
    switch node {
    case .kept(let node): add(node, to: parent, at: span)
    case .list(let elements, let node):
      let index = open(node, count: elements.count, to: parent, at: span)
      for element in elements { add(element, to: index, at: nodes[Int(index)].source) }
      close(index)
    case .mapping(let entries, let node):
      let index = open(node, count: entries.count, to: parent, at: span)
      let span = nodes[Int(index)].source
      for entry in entries {
        switch entry.key {
        case .kept(let key): add(key, to: index, at: span)
        case .new(let text): add(text, to: index, at: span)
        }
        add(entry.value, to: index, at: span)
      }
      close(index)
    }
  }

  private mutating func open(
    _ node: Node, count: Int, to parent: Int32, at span: Range<UInt32>
  ) -> Int32 {
    let index = Int32(nodes.count)
    let source = node.document === original ? node.sourceSpan : span
    nodes.append(
      NodeRecord(
        kind: node.kind, parent: parent, end: index + 1, count: Int32(count), source: source))
    return index
  }

  private mutating func close(_ index: Int32) {
    nodes[Int(index)].end = Int32(nodes.count)
  }

  /// Adds a node with all below it.
  private mutating func add(_ node: Node, to parent: Int32, at span: Range<UInt32>) {
    let isOwn = node.document === original
    let subtree = node.document.nodes[
      Int(node.index)..<Int(node.document.nodes[Int(node.index)].end)]
    let shift = Int32(nodes.count) - node.index
    for record in subtree {
      var copy = record
      copy.end += shift
      copy.parent += shift
      if !isOwn { take(record, of: node.document, into: &copy, at: span) }
      nodes.append(copy)
    }
    nodes[Int(node.index + shift)].parent = parent
  }

  private mutating func take(
    _ record: NodeRecord, of document: Document, into copy: inout NodeRecord, at span: Range<UInt32>
  ) {
    let range = Int(record.text.lowerBound)..<Int(record.text.upperBound)
    let text = record.isDecoded ? document.decoded[range] : document.source.bytes[range]
    copy.source = span
    copy.isDecoded = true
    copy.text = take(text)
  }

  private mutating func add(_ key: String, to parent: Int32, at span: Range<UInt32>) {
    let index = Int32(nodes.count)
    nodes.append(
      NodeRecord(
        kind: .quotedScalar, isDecoded: true, parent: parent, end: index + 1, source: span,
        text: take(key.utf8)))
  }

  private mutating func take(_ text: some Collection<UInt8>) -> Range<UInt32> {
    let start = UInt32(decoded.count)
    decoded.append(contentsOf: text)
    return start..<UInt32(decoded.count)
  }
}

extension Node {
  fileprivate var sourceSpan: Range<UInt32> { document.nodes[Int(index)].source }
}
