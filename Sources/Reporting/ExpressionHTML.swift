internal import CEL
internal import Diagnostics
internal import Documents
internal import RulePacks

extension HTML {
  /// Returns an expression as its author broke it into lines, its words marked by what they are.
  static func expression(_ expression: WrittenExpression) -> HTML {
    let text = expression.linesAsWritten
    return HTML(.pre, .direction(.leftToRight)) {
      HTML(.code, .direction(.leftToRight)) { words(of: text) }
    }
  }

  /// Returns a short expression in running text.
  static func inlineExpression(_ text: String) -> HTML {
    HTML(.code, .direction(.leftToRight)) { words(of: text) }
  }

  private static func words(of text: String) -> [HTML] {
    let bytes = Array(text.utf8)
    var pieces: [HTML] = []
    var end = 0
    func piece(_ range: Range<Int>) -> HTML { .text(String(decoding: bytes[range], as: UTF8.self)) }
    for word in Word.words(of: text) {
      guard let name = word.kind.className else { continue }
      pieces.append(piece(end..<word.range.lowerBound))
      pieces.append(.element(.span, [.class(name)], [piece(word.range)]))
      end = word.range.upperBound
    }
    return pieces + [piece(end..<bytes.count)]
  }
}

extension Word.Kind {
  /// The class of the style sheet; nil for words that look as the text does.
  fileprivate var className: String? {
    switch self {
    case .keyword: "syntax-word"
    case .number: "syntax-number"
    case .text: "syntax-string"
    case .name, .symbol: nil
    }
  }
}

extension WrittenExpression {
  /// The expression in the lines of its block, indented as there; another scalar's text as it is.
  var linesAsWritten: String {
    switch node.kind {
    case .foldedScalar, .literalScalar: node.linesAsWritten.withoutFirstLine
    case .plainScalar, .quotedScalar, .sequence, .mapping: text
    }
  }
}

extension Node {
  /// The lines that the node was written in, the later ones moved left as far as all of them allow.
  var linesAsWritten: String {
    let lines = String(decoding: document.source.bytes[range], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.dropFirst()
    let indent =
      rest.filter { $0.contains { $0 != " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return (lines.prefix(1) + rest.map { $0.dropFirst(indent) }).joined(separator: "\n")
  }
}

extension String {
  /// The text behind its first line, without blanks and line ends around it.
  fileprivate var withoutFirstLine: String {
    let rest = drop { $0 != "\n" }.drop(while: \.isNewline)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}
