/// Counting bytes eight at a time: the only file of this target that reads memory by pointers.
extension [UInt8] {
  /// The number of line feeds.
  public var lineFeedCount: Int {
    count(0..<count) { word in
      let difference = word ^ 0x0A0A_0A0A_0A0A_0A0A
      // The high bit of each byte that is zero: exact, since no sum crosses a byte.
      let low = (difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
      return ~(low | difference)
    } byte: {
      $0 == UInt8(ascii: "\n")
    }
  }

  /// The number of Unicode scalars that begin in a range of valid UTF-8.
  func scalarCount(in range: Range<Int>) -> Int {
    range.count
      - count(range) { word in
        word & ~(word << 1)
      } byte: {
        $0.isContinuation
      }
  }

  /// Counts the bytes of a range; `marks` sets the high bit of each byte of a word that counts.
  @inline(__always)
  private func count(
    _ range: Range<Int>, marks: (UInt64) -> UInt64, byte: (UInt8) -> Bool
  ) -> Int {
    unsafe withUnsafeBytes { bytes in
      var (offset, result) = (range.lowerBound, 0)
      while offset &+ 8 <= range.upperBound {
        // The sum of all bytes of `sums` fits into one after at most 31 words.
        let last = Swift.min(range.upperBound &- 8, offset &+ 8 &* 30)
        var sums: UInt64 = 0
        while offset <= last {
          let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          sums &+= (marks(word) & 0x8080_8080_8080_8080) >> 7
          offset &+= 8
        }
        result &+= Int((sums &* 0x0101_0101_0101_0101) >> 56)
      }
      while offset < range.upperBound {
        if unsafe byte(bytes[offset]) { result &+= 1 }
        offset &+= 1
      }
      return result
    }
  }
}
