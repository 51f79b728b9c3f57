extension ComponentCheck {
  static func checkDigit(_ value: Scalars) -> ValueFault? {
    if let fault = CharacterSet.numeric.fault(in: value) { return fault }
    guard let found = value.last?.digit else { return length(value, 1) }
    if value.allSatisfy({ $0 == "0" }) { return ValueFault(.allZeros, at: value.indices) }
    let wanted = CheckDigits.digit(after: value.dropLast().map(\.digit))
    return found == wanted
      ? nil
      : ValueFault(.checkDigit(found: found, wanted: wanted), at: value.suffix(1).indices)
  }

  static func checkPair(_ value: Scalars) -> ValueFault? {
    guard value.count >= 6 else {
      return ValueFault(.wrongLength(found: value.count, wanted: 6...25), at: value.indices)
    }
    let wanted = CheckDigits.pair(after: value.dropLast(2))
    return value.suffix(2).text == wanted
      ? nil : ValueFault(.checkPair(wanted: wanted), at: value.suffix(2).indices)
  }

  static func nonzero(_ value: Scalars) -> ValueFault? {
    CharacterSet.numeric.fault(in: value)
      ?? wanted(value.contains { $0 != "0" }, .zeroValue, value)
  }

  static func noZeroPrefix(_ value: Scalars) -> ValueFault? {
    CharacterSet.numeric.fault(in: value)
      ?? wanted(value.first != "0", .zeroPrefix, value.prefix(1))
  }

  static func coordinate(_ value: Scalars, most: String) -> ValueFault? {
    digits(value, most.utf8.count)
      ?? wanted(value.number <= Int(most) ?? 0, .outOfRange(most: most), value)
  }

  static func pieceOfTotal(_ value: Scalars) -> ValueFault? {
    guard !value.isEmpty, value.count % 2 == 0 else { return length(value, 4) }
    if let fault = CharacterSet.numeric.fault(in: value) { return fault }
    let piece = value.prefix(value.count / 2)
    let total = value.suffix(value.count / 2)
    for half in [piece, total] where half.allSatisfy({ $0 == "0" }) {
      return ValueFault(.zeroValue, at: half.indices)
    }
    return wanted(!total.text.lexicallyPrecedes(piece.text), .pieceExceedsTotal, value)
  }

  /// A position and the number of all, as in `1/3`.
  static func positionInSequence(_ value: Scalars) -> ValueFault? {
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else {
      return ValueFault(.malformedSequence, at: value.indices)
    }
    for part in parts where part.first == "0" { return ValueFault(.zeroPrefix, at: part.indices) }
    let isInside =
      parts[0].count == parts[1].count
      ? !parts[1].text.lexicallyPrecedes(parts[0].text) : parts[0].count < parts[1].count
    return wanted(isInside, .pieceExceedsTotal, value)
  }
}

extension String {
  fileprivate func lexicallyPrecedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
