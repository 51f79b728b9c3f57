/// The message digest of RFC 1321, by which a dossier's list of documents names each file.
///
/// It guards against mistakes, not against malice.
struct MD5 {
  private var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Returns the digest of bytes as 32 small hexadecimal digits.
  static func hexDigest(of bytes: some Collection<UInt8>) -> String {
    var digest = MD5()
    digest.update(bytes)
    return digest.finish()
  }

  /// Takes further bytes in.
  mutating func update(_ bytes: some Collection<UInt8>) {
    length &+= UInt64(bytes.count)
    pending.append(contentsOf: bytes)
    var start = 0
    while pending.count - start >= Self.blockSize {
      digest(pending[start..<start + Self.blockSize])
      start += Self.blockSize
    }
    pending.removeFirst(start)
  }

  /// Returns the digest of all bytes taken in.
  mutating func finish() -> String {
    let bits = length &* 8
    let zeros = (2 * Self.blockSize - 9 - pending.count) % Self.blockSize
    let padding = [0x80] + [UInt8](repeating: 0, count: zeros)
    update(padding + (0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) })
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
      .map(\.hexadecimal).joined()
  }

  private mutating func digest(_ block: ArraySlice<UInt8>) {
    let words = Self.words(of: block)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for step in 0..<64 {
      let (mixed, index) = Self.mix(step, b, c, d)
      let sum = a &+ mixed &+ Self.sines[step] &+ words[index]
      let shift = Self.shifts[step / 16 * 4 + step % 4]
      (a, d, c) = (d, c, b)
      b = b &+ (sum << shift | sum >> (32 - shift))
    }
    state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d]
  }

  /// Returns what a step adds, and which word of the block it takes.
  private static func mix(
    _ step: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32
  ) -> (mixed: UInt32, word: Int) {
    switch step / 16 {
    case 0: ((b & c) | (~b & d), step)
    case 1: ((d & b) | (~d & c), (5 * step + 1) % 16)
    case 2: (b ^ c ^ d, (3 * step + 5) % 16)
    default: (c ^ (b | ~d), 7 * step % 16)
    }
  }

  private static func words(of block: ArraySlice<UInt8>) -> [UInt32] {
    stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
      (0..<4).reduce(0) { $0 | UInt32(block[start + $1]) << ($1 * 8) }
    }
  }
}

extension MD5 {
  private static let blockSize = 64

  private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  /// The whole part of 2³² · |sin(step + 1)|.
  private static let sines: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a,
    0xa830_4613, 0xfd46_9501, 0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be,
    0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821, 0xf61e_2562, 0xc040_b340,
    0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8,
    0x676f_02d9, 0x8d2a_4c8a, 0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c,
    0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70, 0x289b_7ec6, 0xeaa1_27fa,
    0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92,
    0xffef_f47d, 0x8584_5dd1, 0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1,
    0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
  ]
}

extension UInt8 {
  /// The byte as two small hexadecimal digits.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return digits.count < 2 ? "0\(digits)" : digits
  }
}

/// A short name for a text that is the same wherever it is worked out; it guards against nothing.
public enum Checksum {
  /// Returns 32 small hexadecimal digits.
  public static func digest(of text: String) -> String { MD5.hexDigest(of: Array(text.utf8)) }
}
