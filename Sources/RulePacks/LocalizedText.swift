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
}

/// A text in every language that reports are written in.
public struct LocalizedText: Sendable, Hashable {
  /// The text in English.
  public var en: String
  /// The text in Russian.
  public var ru: String
  /// The text in Persian.
  public var fa: String

  /// Creates a text in all languages.
  public init(en: String, ru: String, fa: String) {
    self.en = en
    self.ru = ru
    self.fa = fa
  }

  /// Returns the text in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .ru: ru
    case .fa: fa
    }
  }
}

extension LocalizedText {
  /// Reads `{ en: …, ru: …, fa: … }`, all three of them wanted.
  init?(_ node: Node?, _ thing: String, _ diagnostics: inout [Diagnostic]) {
    guard let node else { return nil }
    let known = Language.allCases.map(\.rawValue)
    let reader = FieldReader(node, thing, known: known, &diagnostics)
    guard let en = reader.text("en", &diagnostics),
      let ru = reader.text("ru", &diagnostics),
      let fa = reader.text("fa", &diagnostics)
    else { return nil }
    self.init(en: en, ru: ru, fa: fa)
  }
}
