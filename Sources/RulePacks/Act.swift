internal import Diagnostics
internal import Documents

/// How the text of a provision was established.
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// Read in an excerpt of the source.
  case verified
  /// General professional knowledge, no source read.
  case recalled
}

/// A legal text: a law, a decision, an order, or a standard that these refer to.
public struct Act: Sendable, Hashable {
  /// The id that rules cite it by.
  public let id: String
  /// The key of the material that it was taken from.
  public let key: String?
  /// Who adopted it.
  public let body: KnownName
  /// Its number, as its body writes it.
  public let number: String?
  /// The day it was adopted.
  public let date: Day?
  /// The day it was adopted in the Solar Hijri calendar, as `YYYY-MM-DD`.
  public let solarHijriDate: String?
  /// What it is called.
  public let title: KnownName
  /// When it is in force, as far as that was established.
  public let period: EffectivePeriod
  /// What amended it.
  public let amendedBy: [String]
  /// The id or name of what replaced it.
  public let replacedBy: String?
  /// How this was established.
  public let basis: Basis
  /// What is not certain about it.
  public let note: String?
}

extension Act {
  /// The days on which a rule of the act can be in force: where its first day was not established,
  /// none before it was adopted.
  public var possiblePeriod: EffectivePeriod {
    EffectivePeriod(from: period.from ?? date, until: period.until)
  }

  /// Reads one act of an acts file.
  init?(_ node: Node, _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(node, "act", known: FileDeclaration.act.names, &diagnostics)
    let id = reader.text("id", &diagnostics)
    let body = KnownName(reader.required("body", &diagnostics), "body", &diagnostics)
    let title = KnownName(reader.required("title", &diagnostics), "title", &diagnostics)
    let basis = reader.code("basis", Basis.self, &diagnostics)
    guard let id, let body, let title, let basis else { return nil }
    self.init(
      id: id, key: reader.optionalText("key", &diagnostics), body: body,
      number: reader.optionalText("number", &diagnostics),
      date: reader.day("date", &diagnostics),
      solarHijriDate: reader.solarHijriDay("date-sh", &diagnostics), title: title,
      period: EffectivePeriod(reader.optional("in-force"), &diagnostics),
      amendedBy: reader.texts("amended-by", &diagnostics),
      replacedBy: reader.optionalText("replaced-by", &diagnostics), basis: basis,
      note: reader.optionalText("note", &diagnostics))
  }
}

extension FieldReader {
  /// Returns a Solar Hijri day that may be left out; the months are 1 to 12, the days 1 to 31.
  fileprivate func solarHijriDay(_ name: String, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let field = optional(name), let text = field.scalarText(&diagnostics) else { return nil }
    let parts = text.split(separator: "-").map { Int($0) ?? 0 }
    let isDay =
      text.utf8.count == 10 && parts.count == 3 && (1200...1500).contains(parts[0])
      && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
    if !isDay { diagnostics.append(.wanted("a Solar Hijri day as YYYY-MM-DD", field)) }
    return isDay ? text : nil
  }
}
