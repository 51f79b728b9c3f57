public import Diagnostics
public import Documents
internal import RulePacks

/// Reads files of waivers.
public enum WaiverReader {
  private static let keys = ["rule", "subject", "reason", "approved-by", "ticket", "expires"]

  /// Reads a file's document: the waivers that hold, what is wrong with others, and what cannot be
  /// read.
  ///
  /// A waiver that names no subject would hide what nobody has looked at, and one without a reason
  /// or without who gave it cannot be answered for: such a waiver waives nothing and is a finding.
  public static func read(
    _ document: Document
  ) -> (waivers: [Waiver], findings: [WaiverFinding], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let file = FieldReader(document.root, "file of waivers", known: ["waivers"], &diagnostics)
    _ = file.required("waivers", &diagnostics)
    var waivers: [Waiver] = []
    var findings: [WaiverFinding] = []
    for (index, node) in file.list("waivers", &diagnostics).enumerated() {
      let fields = FieldReader(node, "waiver", known: keys, &diagnostics)
      guard let reading = WaiverReading(fields, at: "/waivers/\(index)", &diagnostics) else {
        continue
      }
      findings += reading.findings
      if let waiver = reading.waiver { waivers.append(waiver) }
    }
    return (waivers, findings, diagnostics)
  }
}

/// What stands in a file of one waiver.
private struct WaiverReading {
  private let fields: FieldReader
  private let pointer: String
  private let rule: String
  private let expires: Day
  private let expiry: Node
  private let ticket: String?
  private let subject: String?
  private let reason: String?
  private let approvedBy: String?

  /// Reads what every waiver has; nil if it does not, the diagnostics tell.
  init?(_ fields: FieldReader, at pointer: String, _ diagnostics: inout [Diagnostic]) {
    let rule = fields.text("rule", &diagnostics)
    let expiry = fields.required("expires", &diagnostics)
    let expires = expiry.flatMap { Self.day($0, &diagnostics) }
    self.fields = fields
    self.pointer = pointer
    self.ticket = fields.optionalText("ticket", &diagnostics)
    self.subject = Self.words("subject", fields, &diagnostics)
    self.reason = Self.words("reason", fields, &diagnostics)
    self.approvedBy = Self.words("approved-by", fields, &diagnostics)
    guard let rule, let expiry, let expires else { return nil }
    self.rule = rule
    self.expiry = expiry
    self.expires = expires
  }

  /// A text that is not empty.
  private static func words(
    _ name: String, _ fields: FieldReader, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    fields.optionalText(name, &diagnostics).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  private static func day(_ field: Node, _ diagnostics: inout [Diagnostic]) -> Day? {
    guard let text = field.scalarText(&diagnostics) else { return nil }
    let day = Day(text)
    if day == nil { diagnostics.append(.wanted("a day as YYYY-MM-DD", field)) }
    return day
  }

  var waiver: Waiver? {
    guard let subject, let reason, let approvedBy else { return nil }
    return Waiver(
      rule: rule, subject: subject, reason: reason, approvedBy: approvedBy, ticket: ticket,
      expires: expires, place: fields.node.headPlace, pointer: pointer, expiryPlace: expiry.place,
      subjectPlace: place(of: "subject"))
  }

  var findings: [WaiverFinding] {
    let missing: [(kind: WaiverFinding.Kind, key: String, text: String?)] = [
      (.tooWide, "subject", subject), (.unreasoned, "reason", reason),
      (.unapproved, "approved-by", approvedBy),
    ]
    return missing.filter { $0.text == nil }.map { kind, key, _ in
      WaiverFinding(
        kind, rule: rule, subject: subject, expires: expires, place: place(of: key),
        pointer: "\(pointer)/\(key)")
    }
  }

  private func place(of key: String) -> Place {
    fields.optional(key)?.place ?? fields.node.headPlace
  }
}
