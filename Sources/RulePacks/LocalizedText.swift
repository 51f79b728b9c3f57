internal import Diagnostics
internal import Documents

/// A language that reports are written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// English.
  case en
  /// Russian.
  case ru
  /// Persian, written from right to left.
  case fa

  /// The codes of all languages, which are keys in rule files.
  static let codes = allCases.map(\.rawValue)
}

/// A text in every language that reports are written in.
public struct LocalizedText: Sendable {
  /// Where the words are: most texts of rules are never shown, so they stay in their file.
  private enum Content: Sendable {
    case words(en: String, ru: String, fa: String)
    case written(Node)
  }

  private let content: Content

  /// Creates a text in all languages.
  public init(en: String, ru: String, fa: String) {
    self.content = .words(en: en, ru: ru, fa: fa)
  }

  /// The text in English.
  public var en: String { self[.en] }
  /// The text in Russian.
  public var ru: String { self[.ru] }
  /// The text in Persian.
  public var fa: String { self[.fa] }

  /// Returns the text in a language.
  public subscript(language: Language) -> String {
    switch content {
    case .written(let node): node[key: language.rawValue]?.text ?? ""
    case .words(let en, let ru, let fa):
      switch language {
      case .en: en
      case .ru: ru
      case .fa: fa
      }
    }
  }
}

extension LocalizedText: Hashable {
  /// Whether two texts are the same in all languages.
  public static func == (left: LocalizedText, right: LocalizedText) -> Bool {
    Language.allCases.allSatisfy { left[$0] == right[$0] }
  }

  /// Hashes the text in all languages.
  public func hash(into hasher: inout Hasher) {
    for language in Language.allCases { hasher.combine(self[language]) }
  }
}

extension LocalizedText {
  /// Reads `{ en: …, ru: …, fa: … }`, all three of them wanted.
  init?(_ node: Node?, _ thing: String, _ diagnostics: inout [Diagnostic]) {
    guard let node, node.hasAllLanguages(thing, &diagnostics) else { return nil }
    self.content = .written(node)
  }
}

extension Node {
  /// Whether a mapping has a text in every language and nothing else; tells what is wrong.
  func hasAllLanguages(_ thing: String, _ diagnostics: inout [Diagnostic]) -> Bool {
    if document.isProven { return true }
    let reader = FieldReader(self, thing, known: Language.codes, &diagnostics)
    var isWhole = true
    for language in Language.codes {
      guard let field = reader.required(language, &diagnostics) else {
        isWhole = false
        continue
      }
      if !field.isScalar {
        diagnostics.append(.wanted("a text", field))
        isWhole = false
      }
    }
    return isWhole
  }
}
