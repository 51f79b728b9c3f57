/// Counting bytes eight at a time: the only file of this target that reads memory by pointers.
extension [UInt8] {
  /// The number of line feeds.
  public var lineFeedCount: Int {
    count(0..<count) { word in
      let difference = word ^ 0x0A0A_0A0A_0A0A_0A0A
      // The high bit of each byte that is zero: exact, since no borrow crosses a byte.
      let low = (difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
      return (~(low | difference) & 0x8080_8080_8080_8080).nonzeroBitCount
    } byte: {
      $0 == UInt8(ascii: "\n")
    }
  }

  /// The number of Unicode scalars that begin in a range of valid UTF-8.
  func scalarCount(in range: Range<Int>) -> Int {
    range.count
      - count(range) { word in
        (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      } byte: {
        $0.isContinuation
      }
  }

  private func count(
    _ range: Range<Int>, word: (UInt64) -> Int, byte: (UInt8) -> Bool
  ) -> Int {
    unsafe withUnsafeBytes { bytes in
      var (offset, result) = (range.lowerBound, 0)
      while offset + 8 <= range.upperBound {
        result += word(unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      while offset < range.upperBound {
        if unsafe byte(bytes[offset]) { result += 1 }
        offset += 1
      }
      return result
    }
  }
}
