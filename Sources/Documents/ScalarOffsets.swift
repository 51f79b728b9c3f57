extension [UInt8] {
  /// The number of bytes of the byte order mark that a text starts with, 0 for none.
  var byteOrderMarkLength: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}

/// Leads from a count of Unicode scalars, as libyaml keeps it, to an offset in bytes.
///
/// Counts are asked for in rising order, give or take a few, so that the text is gone through once.
struct ScalarOffsets {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private let start: Int
  private var index = 0
  private var offset: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    self.isASCII = bytes.allSatisfy { $0 < 0x80 }
    // libyaml is not given a byte order mark.
    self.start = bytes.byteOrderMarkLength
    self.offset = start
  }

  /// Returns the byte offset at which a scalar starts.
  mutating func offset(of scalar: Int) -> Int {
    if isASCII { return min(scalar, bytes.count) }
    while index > scalar, offset > start {
      offset -= 1
      if bytes[offset] & 0xC0 != 0x80 { index -= 1 }
    }
    while index < scalar, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    return offset
  }
}
