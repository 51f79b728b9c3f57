internal import MarkingCodes

/// What a format says about a text.
public enum IdentifierVerdict: Sendable, Hashable {
  /// The text is a well-formed identifier, check digits included.
  case valid
  /// It is not, for a reason that a person can act on.
  case invalid(String)

  /// Whether the text is well-formed.
  public var isValid: Bool { self == .valid }
}

/// One kind of identifier: how it is written, and how a misspelt one is put right.
///
/// A format judges the spelling of a text, never whether a register knows it.
public struct IdentifierFormat: Sendable {
  /// The name by which schemas and rules mean the format, such as `gtin`.
  public let name: String
  /// What it is, in English.
  public let title: String
  /// A text that conforms to it.
  public let example: String
  /// What may be put right, in this order.
  let repairs: [IdentifierRepair]
  /// Whether a text that only needs repair is as good as one that does not.
  let forgives: Bool
  /// Returns what is wrong with a text, or nil.
  let complaint: @Sendable (String) -> String?

  init(
    _ name: String, _ title: String, example: String, repairs: [IdentifierRepair] = .always,
    forgives: Bool = false, complaint: @escaping @Sendable (String) -> String?
  ) {
    self.name = name
    self.title = title
    self.example = example
    self.repairs = repairs
    self.forgives = forgives
    self.complaint = complaint
  }

  /// Judges a text as it is written.
  ///
  /// Of a text that would be valid if it were written otherwise, the reason shows how.
  public func verdict(on text: String) -> IdentifierVerdict {
    guard let reason = complaint(text) else { return .valid }
    let (repaired, faults) = repair(text)
    guard repaired != text else { return .invalid(reason) }
    if let remaining = complaint(repaired) { return .invalid(forgives ? remaining : reason) }
    if forgives { return .valid }
    return .invalid(
      "it has \(faults.joined(separator: ", ")); written \(repaired.quotedForMessage) it is valid")
  }

  /// Returns the text as it should be written, as far as it can be told from the text.
  public func normalised(_ text: String) -> String { repair(text).text }

  /// What is dropped can leave what an earlier repair puts right, such as white space at an end: the
  /// repairs are gone through until nothing changes.
  private func repair(_ text: String) -> (text: String, faults: [String]) {
    var (text, faults) = (text, [String]())
    for _ in 0..<Self.mostRounds {
      var hasChanged = false
      for repair in repairs {
        let repaired = repair.apply(text)
        guard !repaired.unicodeScalars.elementsEqual(text.unicodeScalars) else { continue }
        let fault = repair.fault(in: text)
        if !faults.contains(fault) { faults.append(fault) }
        text = repaired
        hasChanged = true
      }
      if !hasChanged { break }
    }
    return (text, faults)
  }

  /// How often the repairs are gone through at most.
  private static let mostRounds = 8
}

extension IdentifierFormat {
  /// Every format, family by family.
  public static let all: [IdentifierFormat] =
    gs1 + marking + russia + registrations + iran + substances + devices + dossier + general

  /// Returns the format of a name, or nil if there is none.
  public static func named(_ name: String) -> IdentifierFormat? {
    byName[name]
  }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
