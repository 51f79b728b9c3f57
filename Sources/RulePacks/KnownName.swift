internal import Diagnostics
internal import Documents

/// The name of a body, an act or a code: in English, and in its own language where that is known.
public struct KnownName: Sendable {
  /// A mapping with some of the languages among its keys.
  private let node: Node

  /// Returns the name in a language, or else in English, or else in its own language.
  public subscript(language: Language) -> String {
    own(language) ?? own(.en) ?? own(.ru) ?? own(.fa) ?? ""
  }

  /// Returns the name only if it is known in the language.
  public func own(_ language: Language) -> String? {
    guard let name = node[key: language.rawValue], !name.isNull else { return nil }
    return name.text
  }
}

extension KnownName: Hashable {
  /// Whether two names are known in the same languages and the same in each.
  public static func == (left: KnownName, right: KnownName) -> Bool {
    Language.allCases.allSatisfy { left.own($0) == right.own($0) }
  }

  /// Hashes the name in all languages.
  public func hash(into hasher: inout Hasher) {
    for language in Language.allCases { hasher.combine(own(language)) }
  }
}

extension KnownName {
  init?(_ node: Node?, _ thing: String, _ diagnostics: inout [Diagnostic]) {
    guard let node else { return nil }
    _ = FieldReader(node, thing, known: Language.codes, &diagnostics)
    self.init(among: node, &diagnostics)
  }

  /// Takes the name out of a mapping that has other keys, too; nil if it has no language.
  init?(among node: Node, _ diagnostics: inout [Diagnostic]) {
    var isKnown = false
    for language in Language.codes {
      guard let name = node[key: language], !name.isNull else { continue }
      if name.isScalar { isKnown = true } else { diagnostics.append(.wanted("a text", name)) }
    }
    guard isKnown else { return nil }
    self.init(node: node)
  }
}
