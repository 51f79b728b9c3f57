extension ComponentCheck {
  /// Letters of base64 for addresses; padding only at the end, and as much as makes threes whole.
  static func base64(_ value: Scalars) -> ValueFault? {
    let padding = value.reversed().prefix { $0 == "=" }.count
    let letters = value.dropLast(padding)
    if let index = letters.firstIndex(where: { $0 == "=" || !CharacterSet.set64.contains($0) }) {
      return ValueFault(.outsideSet(.set64, String(letters[index])), at: index..<index + 1)
    }
    let isWhole = padding == 0 || padding <= 2 && value.count % 3 == 0
    return wanted(isWhole, .badPadding, value.suffix(padding))
  }

  static func importerIndex(_ value: Scalars) -> ValueFault? {
    if let fault = length(value, 1) { return fault }
    let isIndex = value.allSatisfy { $0.isLetterOrDigit || $0 == "-" || $0 == "_" }
    return wanted(isIndex, .notInList(.importerIndex), value)
  }

  static func mediaType(_ value: Scalars) -> ValueFault? {
    let isNumber = value.count == 2 && value.allSatisfy(\.isDigit)
    let isKnown = isNumber && ((1...10).contains(value.number) || (80...99).contains(value.number))
    return wanted(isKnown, .notInList(.mediaType), value)
  }

  /// A percent sign stands before two hexadecimal digits.
  static func percentEncoding(_ value: Scalars) -> ValueFault? {
    for index in value.indices where value[index] == "%" {
      let sequence = value[index...].prefix(3)
      let isSequence =
        sequence.count == 3 && sequence.dropFirst().allSatisfy(\.properties.isASCIIHexDigit)
      if !isSequence { return ValueFault(.percentSequence, at: sequence.indices) }
    }
    return nil
  }

  /// The number of a bank account by ISO 13616.
  static func account(_ value: Scalars) -> ValueFault? {
    guard (5...34).contains(value.count) else {
      return ValueFault(.wrongLength(found: value.count, wanted: 5...34), at: value.indices)
    }
    if let index = value.firstIndex(where: { !$0.isDigit && !$0.isCapital }) {
      return ValueFault(.outsideSet(.set39, String(value[index])), at: index..<index + 1)
    }
    if let fault = listed(value.prefix(2), in: ReferenceCodes.countries, .country) { return fault }
    let remainder = (value.dropFirst(4) + value.prefix(4)).reduce(0) { remainder, scalar in
      scalar.isDigit
        ? (remainder * 10 + scalar.digit) % 97 : (remainder * 100 + Int(scalar.value) - 55) % 97
    }
    return wanted(remainder == 1, .accountChecksum, value.dropFirst(2).prefix(2))
  }
}
