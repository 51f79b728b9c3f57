internal import MarkingCodes

/// How an identifier is written, character by character: `#` stands for a digit, `@` for a Latin
/// capital, `*` for either; any other character stands for itself.
struct IdentifierShape: Sendable {
  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) {
    self.pattern = Array(pattern.unicodeScalars)
  }

  /// Whether a text has the shape.
  func matches(_ text: String) -> Bool { complaint(about: text) == nil }

  /// Returns what is wrong with the shape of a text, or nil.
  func complaint(about text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    for (index, (scalar, wanted)) in zip(scalars, pattern).enumerated()
    where !Self.accepts(scalar, as: wanted) {
      let found = String(scalar).quotedForMessage
      return "character \(index + 1) is \(found), wanted \(Self.words(for: wanted))"
    }
    guard scalars.count != pattern.count else { return nil }
    return "it has \(scalars.count.counted("character")), wanted \(pattern.count)"
  }

  private static func accepts(_ scalar: Unicode.Scalar, as wanted: Unicode.Scalar) -> Bool {
    switch wanted {
    case "#": scalar.isDigit
    case "@": scalar.isCapital
    case "*": scalar.isDigit || scalar.isCapital
    default: scalar == wanted
    }
  }

  private static func words(for wanted: Unicode.Scalar) -> String {
    switch wanted {
    case "#": "a digit"
    case "@": "a Latin capital"
    case "*": "a digit or a Latin capital"
    default: "\"\(wanted)\""
    }
  }
}

extension IdentifierFormat {
  /// A format that is a shape and nothing else.
  init(
    _ name: String, _ title: String, shape: String, example: String,
    repairs: [IdentifierRepair] = .always
  ) {
    let shape = IdentifierShape(shape)
    self.init(name, title, example: example, repairs: repairs) { shape.complaint(about: $0) }
  }

  /// A format of digits; `rule` says what else is wrong with them.
  init(
    _ name: String, _ title: String, digits counts: [Int], example: String,
    rule: @escaping @Sendable ([Int]) -> String? = { _ in nil }
  ) {
    self.init(name, title, example: example, repairs: .number) { text in
      if let complaint = NumberRule.complaint(about: text, counts: counts) { return complaint }
      return text.decimalDigits.flatMap(rule)
    }
  }
}

/// What is wrong with a number and its check digit.
enum NumberRule {
  /// Returns what is wrong with the digits of a text, or nil.
  static func complaint(about text: String, counts: [Int]) -> String? {
    for (index, scalar) in text.unicodeScalars.enumerated() where !scalar.isDigit {
      return "character \(index + 1) is \(String(scalar).quotedForMessage), wanted a digit"
    }
    let count = text.utf8.count
    if !counts.contains(count) {
      let wanted = counts.map(String.init)
      let last = wanted.last ?? ""
      let choice =
        wanted.count > 1 ? "\(wanted.dropLast().joined(separator: ", ")) or \(last)" : last
      return "it has \(count.counted("digit")), wanted \(choice)"
    }
    return count > 1 && text.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? "it is all zeros" : nil
  }

  /// Returns what is wrong if a check digit is not the one that the others give.
  static func checkDigit(_ found: Int, gives wanted: Int) -> String? {
    found == wanted
      ? nil : "the check digit is \(found), the digits before it give \(wanted)"
  }

  /// Returns the sum of the products of digits and weights.
  static func sum(_ digits: some Sequence<Int>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
