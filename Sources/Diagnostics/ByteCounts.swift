/// Counting bytes thirty-two at a time: the only file of this target that reads memory by pointers.
extension [UInt8] {
  /// Bytes side by side in four words.
  private typealias Block = SIMD4<UInt64>

  /// The number of Unicode scalars that begin in a range of valid UTF-8.
  public func scalarCount(in range: Range<Int>) -> Int {
    range.count
      - count(range) { block in
        block & ~(block &+ block)
      } byte: {
        $0.isContinuation
      }
  }

  /// Counts the bytes of a range; `marks` sets the high bit of each byte of a block that counts.
  @inline(__always)
  private func count(
    _ range: Range<Int>, marks: (Block) -> Block, byte: (UInt8) -> Bool
  ) -> Int {
    unsafe withUnsafeBytes { bytes in
      let size = MemoryLayout<Block>.size
      var (offset, result) = (range.lowerBound, 0)
      while offset &+ size <= range.upperBound {
        // The sum of all bytes of a word of `sums` fits into one after at most 31 blocks.
        let last = Swift.min(range.upperBound &- size, offset &+ size &* 30)
        var sums = Block()
        while offset <= last {
          let block = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)
          sums &+= (marks(block) & Block(repeating: 0x8080_8080_8080_8080)) &>> 7
          offset &+= size
        }
        for index in 0..<Block.scalarCount {
          result &+= Int((sums[index] &* 0x0101_0101_0101_0101) >> 56)
        }
      }
      while offset < range.upperBound {
        if unsafe byte(bytes[offset]) { result &+= 1 }
        offset &+= 1
      }
      return result
    }
  }
}
