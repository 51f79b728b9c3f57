internal import Diagnostics
internal import Documents

/// A dated, closed list of codes.
public struct CodeList: Sendable, Hashable {
  /// One code with its names and the days on which it is in use.
  public struct Entry: Sendable, Hashable {
    /// The code.
    public let code: String
    /// What it stands for.
    public let name: KnownName?
    /// When it is in use.
    public let period: EffectivePeriod
  }

  /// The id that rules name it by.
  public let id: String
  /// What the codes are.
  public let title: String
  /// Where they were taken from.
  public let source: String
  /// The terms under which they may be passed on.
  public let licence: String?
  /// The formats of the schema that know these codes.
  public let formats: [String]
  /// The fields of a submission that hold these codes, such as `stability.zone`.
  public let fields: [String]
  /// All codes, past and future ones too.
  public let entries: [Entry]

  /// Returns the codes in use on a day, in the order of the list.
  public func codes(on day: Day) -> [String] {
    entries.filter { $0.period.contains(day) }.map(\.code)
  }
}

extension CodeList {
  /// Reads a code list file.
  init?(_ node: Node, _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(node, "code list", known: FileDeclaration.codeList.names, &diagnostics)
    let id = reader.text("codelist", &diagnostics)
    let title = reader.text("title", &diagnostics)
    let source = reader.text("source", &diagnostics)
    _ = reader.required("codes", &diagnostics)
    guard let id, let title, let source else { return nil }
    let nodes = reader.list("codes", &diagnostics)
    self.init(
      id: id, title: title, source: source, licence: reader.optionalText("licence", &diagnostics),
      formats: reader.texts("formats", &diagnostics), fields: reader.texts("fields", &diagnostics),
      entries: nodes.compactMap { Entry($0, &diagnostics) })
  }
}

extension CodeList.Entry {
  init?(_ node: Node, _ diagnostics: inout [Diagnostic]) {
    if node.isScalar {
      self.init(code: node.text, name: nil, period: EffectivePeriod())
      return
    }
    let reader = FieldReader(node, "code", known: FileDeclaration.code.names, &diagnostics)
    guard let code = reader.text("code", &diagnostics) else { return nil }
    self.init(
      code: code, name: KnownName(among: node, &diagnostics),
      period: EffectivePeriod(reader, &diagnostics))
  }
}
