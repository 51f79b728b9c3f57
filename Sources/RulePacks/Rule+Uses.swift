internal import CEL

extension Rule {
  /// The expressions that decide: when it applies, what it goes through, what it requires.
  public var decidingExpressions: [WrittenExpression] {
    [applies].compactMap(\.self) + iterations.map(\.list) + [requires].compactMap(\.self)
  }

  /// The ids of the parameters that its expressions and texts name, each once, in their order.
  public var parameterNames: [String] { constants("parameter") }

  /// The ids of the code lists that its expressions and texts name, each once, in their order.
  public var codeListNames: [String] { constants("codes") }

  /// What stands in calls of a function that takes an id, `function("id")`.
  private func constants(_ function: String) -> [String] {
    let texts = message.expressions + remedy.expressions
    var seen: Set<String> = []
    return (decidingExpressions + texts)
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
