public import Diagnostics

extension Document {
  /// The document as JSON text: plain scalars that JSON knows as they are, all others as texts.
  public func json(named name: String) -> SourceText {
    var writer = JSONTextWriter()
    writer.write(DocumentValue(root))
    return SourceText(name: name, bytes: writer.bytes)
  }
}

/// A tree as JSON can write it.
private enum DocumentValue {
  /// A scalar as it is written in JSON.
  case plain([UInt8])
  case text([UInt8])
  case list([DocumentValue])
  case mapping([(key: String, value: DocumentValue)])

  init(_ node: Node) {
    switch node.kind {
    case .plainScalar:
      self =
        node.isJSONLiteral
        ? .plain(Array(node.utf8))
        : node.isNull ? .plain(Array("null".utf8)) : .text(Array(node.utf8))
    case .quotedScalar, .literalScalar, .foldedScalar: self = .text(Array(node.utf8))
    case .sequence: self = .list(node.elements.map(DocumentValue.init))
    case .mapping: self = .mapping(node.entries.map { ($0.key.text, DocumentValue($0.value)) })
    }
  }
}

extension Node {
  /// Whether a plain scalar means the same in JSON.
  fileprivate var isJSONLiteral: Bool {
    switch text {
    case "true", "false", "null": true
    default: JSONNumber.matches(utf8)
    }
  }
}

/// The numbers of JSON's grammar.
enum JSONNumber {
  /// Whether a text is a number as JSON writes it.
  static func matches(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = digits(&rest)
    guard whole > 0,
      whole == 1 || text.first(where: { $0 != UInt8(ascii: "-") }) != UInt8(ascii: "0")
    else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits(&rest) > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    rest = rest.dropFirst(digits)
    return digits
  }
}

/// Writes a tree as JSON.
private struct JSONTextWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: DocumentValue) {
    switch value {
    case .plain(let literal): bytes += literal
    case .text(let text): writeText(text)
    case .list(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let entries):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in entries.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        writeText(Array(entry.key.utf8))
        bytes.append(UInt8(ascii: ":"))
        write(entry.value)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func writeText(_ text: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x00..<0x20:
        let digits = String(byte, radix: 16)
        bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
