internal import Diagnostics
internal import Documents

/// Where the law demands something: an act, and a provision of it if one is known.
public struct Citation: Sendable, Hashable {
  /// The id of the act.
  public let act: String
  /// The article or point, as its own text counts them.
  public let provision: String?
}

extension Citation {
  /// Reads `{ act: …, provision: … }`.
  init?(_ node: Node?, _ diagnostics: inout [Diagnostic]) {
    guard let node else { return nil }
    let reader = FieldReader(node, "citation", known: FileDeclaration.citation.names, &diagnostics)
    guard let act = reader.text("act", &diagnostics) else { return nil }
    self.init(act: act, provision: reader.optionalText("provision", &diagnostics))
  }
}
