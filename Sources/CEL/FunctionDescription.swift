/// What the manual says of a function or a macro: a sentence, and an example that is run when the
/// manual is written.
public struct FunctionDescription: Sendable, Hashable {
  /// The name, as `size`, `math.greatest` or, for an operator, `_+_`.
  public let name: String
  /// What it gives.
  public let sentence: String
  /// An expression that shows it.
  public let example: String

  /// Creates a description.
  public init(_ name: String, _ sentence: String, example: String) {
    self.name = name
    self.sentence = sentence
    self.example = example
  }
}

/// A function with its types, or a macro with its forms, as the manual lists it.
public struct ManualEntry: Sendable, Hashable {
  /// What it is and does.
  public let description: FunctionDescription
  /// The ways in which it is called, each with the type of its result.
  public let forms: [String]

  /// The name as it is written: the symbol of an operator.
  public var name: String { Operators.symbol(of: description.name) ?? description.name }
}

extension Environment {
  /// Everything that can be called, as the manual lists it: macros, then the standard library, then
  /// what the host describes.
  public var manual: [ManualEntry] {
    MacroManual.entries
      + entries(LibraryManual.descriptions) { StandardLibrary.functions[$0] ?? [] }
      + entries(descriptions) { functions(named: $0) }
  }

  private func entries(
    _ descriptions: [FunctionDescription], _ functions: (String) -> [Function]
  ) -> [ManualEntry] {
    descriptions.map { description in
      let forms = functions(description.name).map(\.form)
      // What is no function is a call that the checker replaces by a constant.
      return ManualEntry(
        description: description, forms: forms.isEmpty ? ["\(description.name)(\"id\")"] : forms)
    }
  }
}

extension Function {
  /// How the function is written in the manual, as `string.size() -> int` or `int + int -> int`.
  fileprivate var form: String { "\(call) -> \(result)" }

  private var call: String {
    guard let symbol = Operators.symbol(of: name) else { return signature }
    let operands = parameters.map(\.description)
    switch (symbol, operands.count) {
    case ("[]", 2): return "\(operands[0])[\(operands[1])]"
    case ("[?]", 2): return "\(operands[0])[?\(operands[1])]"
    case ("?:", 3): return "\(operands[0]) ? \(operands[1]) : \(operands[2])"
    case (_, 1): return symbol + operands[0]
    default: return operands.joined(separator: " \(symbol) ")
    }
  }
}
