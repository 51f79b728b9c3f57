/// The names under which operators are called.
enum Operators {
  /// The symbol of an operator's name, nil for a function.
  static func symbol(of name: String) -> String? { symbols[name] }

  private static let symbols = [
    "_+_": "+", "_-_": "-", "_*_": "*", "_/_": "/", "_%_": "%", "-_": "-", "!_": "!",
    "_==_": "==", "_!=_": "!=", "_<_": "<", "_<=_": "<=", "_>_": ">", "_>=_": ">=",
    "@in": "in", "_&&_": "&&", "_||_": "||", "_?_:_": "?:", "_[_]": "[]", "_[?_]": "[?]",
  ]
}
