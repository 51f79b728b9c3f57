internal import Diagnostics

/// What every text must be before a reader looks at its grammar: not too long, UTF-8, without NUL.
enum TextCheck {
  /// Returns what makes a text unreadable, or nil.
  static func problem(_ source: SourceText, _ limits: ReadLimits) -> Diagnostic? {
    let bytes = source.bytes
    if bytes.count > limits.bytes {
      return Diagnostic("The file is larger than \(limits.bytes >> 20) MiB")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic("The file is UTF-16; save it as UTF-8", at: source.place(0..<0))
    }
    if let offset = firstInvalidByte(bytes) {
      return Diagnostic(
        "The byte 0x\(hex(bytes[offset])) is not UTF-8; save the file as UTF-8",
        at: source.place(offset..<offset + 1))
    }
    if let offset = bytes.firstIndex(of: 0) {
      return Diagnostic("The file holds a NUL byte", at: source.place(offset..<offset + 1))
    }
    return nil
  }

  /// The offset of the first byte that does not belong to a well-formed UTF-8 sequence.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      guard let length = sequenceLength(bytes, at: offset) else { return offset }
      offset += length
    }
    return nil
  }

  /// The length of the well-formed sequence of two to four bytes at an offset (Unicode, table 3-7).
  private static func sequenceLength(_ bytes: [UInt8], at offset: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[offset] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    let rest = bytes[offset + 2..<offset + length]
    return rest.allSatisfy { $0 & 0xC0 == 0x80 } ? length : nil
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
