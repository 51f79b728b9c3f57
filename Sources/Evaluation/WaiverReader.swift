public import Diagnostics
public import Documents
internal import RulePacks

/// Reads files of waivers.
public enum WaiverReader {
  private static let keys = ["rule", "subject", "reason", "approved-by", "ticket", "expires"]

  /// Reads a file's document: the waivers that hold, and everything that is wrong with the others.
  ///
  /// A waiver that names no subject would hide what nobody has looked at, and one without a reason
  /// cannot be answered for: such a waiver is refused.
  public static func read(_ document: Document) -> (waivers: [Waiver], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let file = FieldReader(document.root, "file of waivers", known: ["waivers"], &diagnostics)
    _ = file.required("waivers", &diagnostics)
    let waivers = file.list("waivers", &diagnostics).compactMap { Waiver($0, keys, &diagnostics) }
    return (waivers, diagnostics)
  }
}

extension Waiver {
  fileprivate init?(_ node: Node, _ keys: [String], _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(node, "waiver", known: keys, &diagnostics)
    let rule = reader.text("rule", &diagnostics)
    let subject = Self.subject(reader, rule, &diagnostics)
    let reason = Self.words("reason", reader, &diagnostics)
    let approvedBy = Self.words("approved-by", reader, &diagnostics)
    let expires = Self.expiry(reader, &diagnostics)
    guard let rule, let subject, let reason, let approvedBy, let expires else { return nil }
    self.init(
      rule: rule, subject: subject, reason: reason, approvedBy: approvedBy,
      ticket: reader.optionalText("ticket", &diagnostics), expires: expires,
      place: node.headPlace)
  }

  private static func subject(
    _ reader: FieldReader, _ rule: String?, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    if let subject = reader.optionalText("subject", &diagnostics), !subject.isEmpty {
      return subject
    }
    guard reader.node.kind == .mapping else { return nil }
    diagnostics.append(
      Diagnostic(
        "The waiver of \(rule ?? "a rule") is too wide: without a \"subject\" it would cover every "
          + "finding; give the fingerprint of one, as JSON reports have it",
        at: reader.node.headPlace))
    return nil
  }

  /// A text that may not be empty.
  private static func words(
    _ name: String, _ reader: FieldReader, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let text = reader.text(name, &diagnostics) else { return nil }
    if !text.allSatisfy(\.isWhitespace) { return text }
    diagnostics.append(
      Diagnostic("A waiver wants words as its \"\(name)\"", at: reader.node.headPlace))
    return nil
  }

  private static func expiry(
    _ reader: FieldReader, _ diagnostics: inout [Diagnostic]
  ) -> Day? {
    guard let field = reader.required("expires", &diagnostics),
      let text = field.scalarText(&diagnostics)
    else { return nil }
    let day = Day(text)
    if day == nil { diagnostics.append(.wanted("a day as YYYY-MM-DD", field)) }
    return day
  }
}
