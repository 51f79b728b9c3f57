internal import CEL
internal import Documents

extension Rule {
  /// The expressions that decide: when it applies, what it goes through, what it requires.
  public var decidingExpressions: [WrittenExpression] {
    [applies].compactMap(\.self) + iterations.map(\.list) + [requires].compactMap(\.self)
  }

  /// The ids of the parameters that its expressions and texts name, each once, in their order.
  public var parameterNames: [String] { constants("parameter", in: allExpressions) }

  /// The ids of the code lists that its expressions and texts name, each once, in their order.
  public var codeListNames: [String] { constants("codes", in: allExpressions) }

  /// The ids of the parameters that decide, each once, in their order.
  var decidingParameterNames: [String] { constants("parameter", in: decidingExpressions) }

  /// The ids of the code lists that decide, each once, in their order.
  var decidingCodeListNames: [String] { constants("codes", in: decidingExpressions) }

  private var allExpressions: [WrittenExpression] {
    decidingExpressions + message.expressions + remedy.expressions
  }

  /// What stands in calls of a function that takes an id, `function("id")`.
  private func constants(_ function: String, in expressions: [WrittenExpression]) -> [String] {
    var seen: Set<String> = []
    return expressions.filter { $0.holds(function) }
      .flatMap { Self.constants(function, in: Word.words(of: $0.text)) }
      .filter { seen.insert($0).inserted }
  }

  private static func constants(_ function: String, in words: [Word]) -> [String] {
    words.indices.dropLast(2).compactMap { index in
      let isCall =
        words[index].kind == .name && words[index].content == function
        && words[index + 1].content == "(" && words[index + 2].kind == .text
      return isCall ? words[index + 2].content : nil
    }
  }
}

extension MessageTemplate {
  /// The expressions in the text of every language.
  fileprivate var expressions: [WrittenExpression] {
    Language.allCases.flatMap(segments).compactMap { segment in
      switch segment {
      case .expression(let expression): expression
      case .words: nil
      }
    }
  }
}

extension WrittenExpression {
  /// Whether some text stands in the expression: most name no parameter, and need not be cut into
  /// words to know it.
  fileprivate func holds(_ text: String) -> Bool {
    let (written, wanted) = (node.utf8.span, text.utf8.span)
    guard range.upperBound <= written.count, range.count >= wanted.count else { return false }
    for start in range.lowerBound...range.upperBound - wanted.count
    where written[start] == wanted[0] {
      let rest = 1..<wanted.count
      if rest.allSatisfy({ written[start + $0] == wanted[$0] }) { return true }
    }
    return false
  }
}
