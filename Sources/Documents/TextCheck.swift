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
  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
