public import Diagnostics

/// The tree of a document as printable text, without the text it was read from: what a program can carry
/// beside a text, so that it need not be read again.
///
/// Grammar: a node is its shape, the distance of its start from the one before and its length; a
/// sequence or a mapping also has its count, a scalar that is not as written its text. Then come
/// the nodes below it. Numbers are digits of 32, all but the last marked (`ImageNumber`).
public struct DocumentImage: Sendable {
  /// The image.
  public let bytes: ArraySlice<UInt8>

  /// Creates the image that some bytes are.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// Makes the image of a document, mappings without what they have under some key.
  public init(of document: Document, leavingOut key: String) {
    var writer = ImageWriter(document: document, omitted: key)
    writer.write(document.root.index)
    self.bytes = writer.bytes[...]
  }

  /// The document whose image this is, with the text it was read from; nil if it is none of it.
  public func document(_ source: SourceText) -> Document? {
    var reader = ImageReader(expecting: bytes.count / 4, limit: source.bytes.count)
    guard reader.readNodes(bytes.span) else { return nil }
    return Document(
      source: source, format: .yaml, nodes: reader.nodes, decoded: reader.decoded, isProven: true)
  }
}

/// How a scalar's text relates to what is written.
private enum TextShape: UInt8 {
  /// They are the same.
  case same = 0
  /// It stands between quotes.
  case quoted = 1
  /// It differs, and the image has its bytes as numbers.
  case decoded = 2
  /// It differs, and the image has it as it is, but for line feeds.
  case plain = 3
}

/// A non-negative number as printable characters.
enum ImageNumber {
  private static let base: UInt8 = 0x30

  /// Writes a number, its last digit first without a mark, those before it marked.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(number)
    while rest >= 32 {
      bytes.append(base + 32 + UInt8(rest & 31))
      rest >>= 5
    }
    bytes.append(base + UInt8(rest))
  }

  /// Reads a number and moves on behind it; nil if none stands there.
  @inline(__always)
  static func read(_ bytes: Span<UInt8>, _ position: inout Int) -> Int? {
    guard position < bytes.count else { return nil }
    let first = bytes[position] &- base
    // Most numbers have one digit.
    if first < 32 {
      position += 1
      return Int(first)
    }
    return readLong(bytes, &position)
  }

  private static func readLong(_ bytes: Span<UInt8>, _ position: inout Int) -> Int? {
    var number = 0
    var shift = 0
    while position < bytes.count, shift < 60 {
      let digit = bytes[position] &- base
      position += 1
      if digit < 32 { return number | Int(digit) << shift }
      guard digit < 64 else { return nil }
      number |= Int(digit - 32) << shift
      shift += 5
    }
    return nil
  }
}

/// Writes the image of a tree.
private struct ImageWriter {
  let document: Document
  let omitted: String
  private(set) var bytes: [UInt8] = []
  private var start = 0

  init(document: Document, omitted: String) {
    self.document = document
    self.omitted = omitted
  }

  mutating func write(_ index: Int32) {
    let node = Node(document: document, index: index)
    switch node.kind {
    case .plainScalar, .quotedScalar, .literalScalar, .foldedScalar: writeScalar(node)
    case .sequence:
      let elements = Array(node.elements)
      writeHead(node, shape: 0)
      ImageNumber.append(elements.count, to: &bytes)
      for element in elements { write(element.index) }
    case .mapping:
      let entries = node.entries.filter { !$0.key.hasText(omitted) }
      writeHead(node, shape: 0)
      ImageNumber.append(entries.count, to: &bytes)
      for (key, value) in entries {
        write(key.index)
        write(value.index)
      }
    }
  }

  private mutating func writeScalar(_ node: Node) {
    let written = document.source.bytes[node.range]
    let text = node.utf8
    if written.elementsEqual(text) {
      writeHead(node, shape: TextShape.same.rawValue)
    } else if node.kind == .quotedScalar, written.dropFirst().dropLast().elementsEqual(text) {
      writeHead(node, shape: TextShape.quoted.rawValue)
    } else if text.allSatisfy({ $0.isPrintedAsItIs || $0 == .lineFeed }) {
      writeHead(node, shape: TextShape.plain.rawValue)
      ImageNumber.append(text.count, to: &bytes)
      bytes += text.map { $0 == .lineFeed ? .lineFeedMark : $0 }
    } else {
      writeHead(node, shape: TextShape.decoded.rawValue)
      ImageNumber.append(text.count, to: &bytes)
      for byte in text { ImageNumber.append(Int(byte), to: &bytes) }
    }
  }

  /// Writes what every node has; a node that an alias repeats starts before the one it follows.
  private mutating func writeHead(_ node: Node, shape: UInt8) {
    ImageNumber.append(Int(node.kind.rawValue * 4 + shape), to: &bytes)
    let distance = node.range.lowerBound - start
    ImageNumber.append(distance < 0 ? -distance * 2 - 1 : distance * 2, to: &bytes)
    ImageNumber.append(node.range.count, to: &bytes)
    start = node.range.lowerBound
  }
}

/// Reads an image; whatever it is given, it makes a tree inside the text or none.
private struct ImageReader {
  /// How many bytes the text has.
  private let limit: Int
  private(set) var nodes: [NodeRecord] = []
  private(set) var decoded: [UInt8] = []
  private var position = 0
  private var start = 0
  /// The sequences and mappings that are open, with the nodes that they still want.
  private var open: [(index: Int32, wanted: Int)] = []

  init(expecting nodeCount: Int, limit: Int) {
    self.limit = limit
    nodes.reserveCapacity(nodeCount)
  }

  /// Reads all nodes of an image; false if it is none.
  mutating func readNodes(_ bytes: Span<UInt8>) -> Bool {
    repeat {
      guard readNode(bytes) else { return false }
      close()
    } while !open.isEmpty
    return position == bytes.count
  }

  /// Closes all that has all its nodes.
  private mutating func close() {
    while let last = open.last, last.wanted == 0 {
      nodes[Int(last.index)].end = Int32(nodes.count)
      open.removeLast()
    }
  }

  private mutating func readNode(_ bytes: Span<UInt8>) -> Bool {
    guard let head = number(bytes),
      let kind = Node.Kind(rawValue: UInt8(truncatingIfNeeded: head / 4)),
      let distance = number(bytes), let length = number(bytes)
    else { return false }
    start += distance & 1 == 0 ? distance / 2 : -(distance + 1) / 2
    guard start >= 0, length <= limit, start + length <= limit else { return false }
    let index = Int32(nodes.count)
    if !open.isEmpty { open[open.count - 1].wanted -= 1 }
    var node = NodeRecord(
      kind: kind, parent: open.last?.index ?? -1, end: index + 1,
      source: UInt32(start)..<UInt32(start + length))
    switch kind {
    case .sequence, .mapping:
      guard let count = number(bytes), count <= limit else { return false }
      node.count = Int32(count)
      open.append((index, kind == .mapping ? count * 2 : count))
    case .plainScalar, .quotedScalar, .literalScalar, .foldedScalar:
      guard readText(of: &node, shape: UInt8(head & 3), bytes) else { return false }
    }
    nodes.append(node)
    return true
  }

  private mutating func readText(
    of node: inout NodeRecord, shape: UInt8, _ bytes: Span<UInt8>
  ) -> Bool {
    switch TextShape(rawValue: shape) {
    case .same: node.text = node.source
    case .quoted:
      guard node.source.count >= 2 else { return false }
      node.text = node.source.lowerBound + 1..<node.source.upperBound - 1
    case .decoded, .plain:
      let first = decoded.count
      guard shape == TextShape.plain.rawValue ? readPlainText(bytes) : readNumbers(bytes) else {
        return false
      }
      node.isDecoded = true
      node.text = UInt32(first)..<UInt32(decoded.count)
    case nil: return false
    }
    return true
  }

  private mutating func readPlainText(_ bytes: Span<UInt8>) -> Bool {
    guard let count = number(bytes), count <= bytes.count - position else { return false }
    for offset in position..<position + count {
      decoded.append(bytes[offset] == .lineFeedMark ? .lineFeed : bytes[offset])
    }
    position += count
    return true
  }

  private mutating func readNumbers(_ bytes: Span<UInt8>) -> Bool {
    guard let count = number(bytes), count <= bytes.count - position else { return false }
    for _ in 0..<count {
      guard let byte = number(bytes), let byte = UInt8(exactly: byte) else { return false }
      decoded.append(byte)
    }
    return true
  }

  @inline(__always)
  private mutating func number(_ bytes: Span<UInt8>) -> Int? { ImageNumber.read(bytes, &position) }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  /// What stands for a line feed in an image.
  fileprivate static let lineFeedMark = UInt8(ascii: "~")

  /// Whether the byte is printed as it is, and stands for itself.
  fileprivate var isPrintedAsItIs: Bool { self >= 0x20 && self != 0x7F && self != .lineFeedMark }
}
