internal import Diagnostics
internal import Documents

/// A text for people in every language, with expressions in braces.
public struct MessageTemplate: Sendable {
  /// A part of a text.
  public enum Segment: Sendable {
    /// Words as they are.
    case words(String)
    /// An expression whose value is put in.
    case expression(WrittenExpression)
  }

  private let node: Node

  /// Returns the parts of the text in a language, cut at its braces; `{{` and `}}` stand for a
  /// brace.
  public func segments(_ language: Language) -> [Segment] {
    guard let node = node[key: language.rawValue] else { return [] }
    var cutter = BraceCutter(node)
    return cutter.segments()
  }
}

extension MessageTemplate {
  /// Reads `{ en: …, ru: …, fa: … }`, all three of them wanted.
  init?(_ node: Node?, _ thing: String, _ diagnostics: inout [Diagnostic]) {
    guard let node, node.hasAllLanguages(thing, &diagnostics) else { return nil }
    self.init(node: node)
  }

  /// What is wrong with the braces.
  var diagnostics: [Diagnostic] {
    Language.codes.compactMap { node[key: $0] }.compactMap { node in
      var cutter = BraceCutter(node)
      _ = cutter.segments()
      return cutter.unmatchedBrace.map { offset in
        Diagnostic(
          "A brace has no partner; write \"{{\" or \"}}\" for a brace itself",
          at: node.place(ofText: offset..<offset + 1))
      }
    }
  }
}

/// Cuts the text of a scalar into words and expressions in braces.
private struct BraceCutter {
  private let node: Node
  private let bytes: [UInt8]
  private var offset = 0
  private(set) var unmatchedBrace: Int?

  init(_ node: Node) {
    self.node = node
    self.bytes = Array(node.utf8)
  }

  mutating func segments() -> [MessageTemplate.Segment] {
    var segments: [MessageTemplate.Segment] = []
    var words: [UInt8] = []
    while offset < bytes.count, unmatchedBrace == nil {
      let byte = bytes[offset]
      let isBrace = byte == .openingBrace || byte == .closingBrace
      if isBrace, offset + 1 < bytes.count, bytes[offset + 1] == byte {
        words.append(byte)
        offset += 2
      } else if byte == .openingBrace {
        segments.append(.words(String(decoding: words, as: UTF8.self)))
        words = []
        segments += expression()
      } else if byte == .closingBrace {
        unmatchedBrace = offset
      } else {
        words.append(byte)
        offset += 1
      }
    }
    segments.append(.words(String(decoding: words, as: UTF8.self)))
    return segments
  }

  /// The opening brace has been seen; reads to the closing one, braces in between in pairs.
  private mutating func expression() -> [MessageTemplate.Segment] {
    let start = offset
    var depth = 0
    while offset < bytes.count {
      if bytes[offset] == .openingBrace { depth += 1 }
      if bytes[offset] == .closingBrace { depth -= 1 }
      offset += 1
      if depth == 0 {
        return [.expression(WrittenExpression(node, range: start + 1..<offset - 1))]
      }
    }
    unmatchedBrace = start
    return []
  }
}

extension UInt8 {
  fileprivate static let openingBrace = UInt8(ascii: "{")
  fileprivate static let closingBrace = UInt8(ascii: "}")
}
