internal import Diagnostics
internal import Documents

/// The name of a body, an act or a code: in English, and in its own language where that is known.
public struct KnownName: Sendable, Hashable {
  private let names: [Language: String]

  /// Returns the name in a language, or else in English, or else in its own language.
  public subscript(language: Language) -> String {
    names[language] ?? names[.en] ?? names[.ru] ?? names[.fa] ?? ""
  }

  /// Returns the name only if it is known in the language.
  public func own(_ language: Language) -> String? { names[language] }

  init(_ names: [Language: String]) {
    self.names = names
  }
}

extension KnownName {
  init?(_ node: Node?, _ thing: String, _ diagnostics: inout [Diagnostic]) {
    guard let node else { return nil }
    let reader = FieldReader(node, thing, known: Language.allCases.map(\.rawValue), &diagnostics)
    var names: [Language: String] = [:]
    for language in Language.allCases {
      names[language] = reader.optionalText(language.rawValue, &diagnostics)
    }
    guard !names.isEmpty else { return nil }
    self.init(names)
  }
}
