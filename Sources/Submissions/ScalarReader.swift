internal import CEL
internal import Diagnostics
internal import Documents

/// Reads the text of a scalar as the value that a field wants.
///
/// The type comes from the schema, never from the look of the text: where text is wanted, `NO`,
/// `0012` and `1e3` are the text as written.
struct ScalarReader {
  /// What came of reading: the value, or what is wrong with the text.
  typealias Outcome = Result<Value, Complaint>

  /// What is wrong with a scalar, as the end of a sentence that says what is wanted.
  struct Complaint: Error {
    /// What was found and what to do about it.
    var message: String
  }

  let field: Schema.Field

  /// Returns the value of a scalar.
  func value(of node: Node) -> Outcome {
    value(of: node.text, inQuotes: node.kind != .plainScalar)
  }

  /// Returns the value of a text; quoted text is never a number, nor true or false.
  func value(of text: String, inQuotes: Bool) -> Outcome {
    switch field.type {
    case .text: .success(.string(text))
    case .code: code(text)
    case .date: date(text)
    case .integer: unquoted(text, inQuotes) { Self.integer($0).map(Value.int) }
    case .number: unquoted(text, inQuotes) { Self.number($0).map(Value.double) }
    case .boolean: unquoted(text, inQuotes) { Self.boolean($0).map(Value.bool) }
    case .record: complain("found \(text.quotedForMessage)")
    }
  }

  private func complain(_ message: String) -> Outcome { .failure(Complaint(message: message)) }

  private func code(_ text: String) -> Outcome {
    if field.codes.contains(text) { return .success(.string(text)) }
    let suggestion = Spelling.suggestion(for: text, in: field.codes)
    let choice = suggestion.isEmpty ? "; wanted \(field.codes.alternatives)" : suggestion
    return complain("found \(text.quotedForMessage)\(choice)")
  }

  private func date(_ text: String) -> Outcome {
    if let day = Self.timestamp(text) { return .success(.timestamp(day)) }
    return complain("found \(text.quotedForMessage)\(Self.advice(onDate: text))")
  }

  private func unquoted(_ text: String, _ inQuotes: Bool, _ read: (String) -> Value?) -> Outcome {
    let value = read(text)
    if let value, !inQuotes { return .success(value) }
    if value != nil {
      return complain("found the text \(text.quotedForMessage); leave out the quotes")
    }
    let repaired = text.withASCIIDigits.map { $0 == "," || $0 == "٫" ? "." : $0 }
    if String(repaired) != text, read(String(repaired)) != nil {
      return complain("found \(text.quotedForMessage); write \(String(repaired))")
    }
    return complain(
      "found \(inQuotes ? "the text " : "")\(text.quotedForMessage)\(booleanAdvice(text))")
  }

  private func booleanAdvice(_ text: String) -> String {
    guard field.type == .boolean else { return "" }
    switch text.lowercased() {
    case "yes", "y", "on", "true", "1": return "; write true"
    case "no", "n", "off", "false", "0": return "; write false"
    default: return ""
    }
  }
}

extension ScalarReader {
  /// Returns a number written as JSON writes it, or nil.
  static func number(_ text: String) -> Double? {
    guard text.isDecimalNumber, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Returns a whole number without fraction and exponent, or nil.
  static func integer(_ text: String) -> Int64? {
    guard text.isDecimalNumber else { return nil }
    return Int64(text)
  }

  /// Returns true or false; other words for them are text.
  static func boolean(_ text: String) -> Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// Returns the midnight (UTC) with which a day written YYYY-MM-DD starts, or nil.
  static func timestamp(_ text: String) -> Timestamp? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    return Timestamp(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func advice(onDate text: String) -> String {
    let latin = text.withASCIIDigits
    if latin != text, timestamp(latin) != nil { return "; write \(latin)" }
    guard let year = Int(latin.prefix(4)), latin.count == 10 else { return "" }
    if (1300...1499).contains(year) {
      return ", which looks like the Solar Hijri calendar; dates are Gregorian"
    }
    let hasShape = latin.split(separator: "-").map(\.count) == [4, 2, 2]
    return hasShape ? ", a day that does not exist" : ""
  }
}

extension String {
  /// Whether the text is a number by the grammar of JSON.
  fileprivate var isDecimalNumber: Bool {
    var rest = utf8[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard let first = rest.first, first.isASCIIDigit else { return false }
    let whole = rest.prefix(while: \.isASCIIDigit)
    if first == UInt8(ascii: "0"), whole.count > 1 { return false }
    rest = rest.dropFirst(whole.count)
    return rest.dropFraction() && rest.dropExponent() && rest.isEmpty
  }
}

extension Substring.UTF8View {
  /// Drops `.` and digits; false if the digits are missing.
  fileprivate mutating func dropFraction() -> Bool {
    guard first == UInt8(ascii: ".") else { return true }
    return dropDigits(after: 1)
  }

  /// Drops `e`, a sign and digits; false if the digits are missing.
  fileprivate mutating func dropExponent() -> Bool {
    guard first == UInt8(ascii: "e") || first == UInt8(ascii: "E") else { return true }
    let sign = dropFirst().first
    return dropDigits(after: sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
  }

  private mutating func dropDigits(after count: Int) -> Bool {
    let digits = dropFirst(count).prefix(while: \.isASCIIDigit)
    self = dropFirst(count + digits.count)
    return !digits.isEmpty
  }
}
