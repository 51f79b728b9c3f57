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

  private let segments: [Language: [Segment]]

  /// Returns the parts of the text in a language.
  public func segments(_ language: Language) -> [Segment] { segments[language] ?? [] }
}

extension MessageTemplate {
  /// Reads `{ en: …, ru: …, fa: … }`, all three of them wanted.
  init?(_ node: Node?, _ thing: String, _ diagnostics: inout [Diagnostic]) {
    guard let node else { return nil }
    let known = Language.allCases.map(\.rawValue)
    let reader = FieldReader(node, thing, known: known, &diagnostics)
    var segments: [Language: [Segment]] = [:]
    for language in Language.allCases {
      guard let text = reader.required(language.rawValue, &diagnostics),
        text.scalarText(&diagnostics) != nil
      else { continue }
      segments[language] = Self.segments(of: text, &diagnostics)
    }
    guard segments.count == Language.allCases.count else { return nil }
    self.init(segments: segments)
  }

  /// Cuts a text at its braces; `{{` and `}}` stand for a brace.
  private static func segments(of node: Node, _ diagnostics: inout [Diagnostic]) -> [Segment] {
    var cutter = BraceCutter(node)
    let segments = cutter.segments()
    if let offset = cutter.unmatchedBrace {
      diagnostics.append(
        Diagnostic(
          "A brace has no partner; write \"{{\" or \"}}\" for a brace itself",
          at: node.place(ofText: offset..<offset + 1)))
    }
    return segments
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
