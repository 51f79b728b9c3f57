/// The rules of one time zone, from a compiled file as RFC 9636 describes it.
struct TimeZoneRules {
  /// When the rules change, in seconds since 1970.
  private var transitions: [Int64] = []
  /// The offset from each change on.
  private var offsets: [Int] = []
  /// The offset before the first change.
  private var first = 0
  /// What holds after the last change.
  private var rest: YearlyRule?

  private static let headerSize = 44

  /// Reads a compiled file; nil if it is none.
  init?(_ bytes: [UInt8]) {
    guard let old = Header(bytes[...]), old.version >= UInt8(ascii: "2") else { return nil }
    // The first block has times of 32 bits, for readers that know no others.
    let start = Self.headerSize + old.size(ofTime: 4)
    guard start < bytes.count, let header = Header(bytes[start...]) else { return nil }
    let block = bytes[(start + Self.headerSize)...]
    let size = header.size(ofTime: 8)
    guard block.count >= size, read(block, header) else { return nil }
    let footer = String(decoding: block.dropFirst(size), as: UTF8.self)
    rest = YearlyRule(footer.trimmingNewlines)
  }

  private mutating func read(_ block: Bytes, _ header: Header) -> Bool {
    let times = block.prefix(header.times * 8)
    let kinds = block.dropFirst(times.count).prefix(header.times)
    let types = block.dropFirst(times.count + kinds.count).prefix(header.types * 6)
    let known = (0..<header.types).map { Int(Int32(truncatingIfNeeded: types.integer($0 * 6, 4))) }
    guard let first = known.first, kinds.allSatisfy({ Int($0) < known.count }) else { return false }
    self.first = first
    transitions = (0..<header.times).map { times.integer($0 * 8, 8) }
    offsets = kinds.map { known[Int($0)] }
    return true
  }

  /// Returns how many seconds the zone is ahead of UTC.
  func offset(at seconds: Int64) -> Int {
    let after = transitions.firstIndex { $0 > seconds }
    if after == nil, let rest { return rest.offset(at: seconds) }
    let index = (after ?? transitions.count) - 1
    return index < 0 ? first : offsets[index]
  }
}

private typealias Bytes = ArraySlice<UInt8>

/// The head of a block: how much there is of what.
private struct Header {
  let version: UInt8
  let times: Int
  let types: Int
  private let others: Int

  init?(_ bytes: Bytes) {
    guard bytes.count >= 44, bytes.starts(with: Array("TZif".utf8)) else { return nil }
    let counts = (0..<6).map { Int(bytes.integer(20 + $0 * 4, 4)) }
    guard counts.allSatisfy({ $0 >= 0 && $0 < 1 << 20 }) else { return nil }
    version = bytes[bytes.startIndex + 4]
    // In the file: UT indicators, standard indicators, leap seconds, times, types, characters.
    (times, types) = (counts[3], counts[4])
    others = counts[0] + counts[1] + counts[5]
    leaps = counts[2]
  }

  private let leaps: Int

  func size(ofTime width: Int) -> Int {
    times * (width + 1) + types * 6 + others + leaps * (width + 4)
  }
}

extension Bytes {
  /// A whole number of some bytes, the highest first.
  fileprivate func integer(_ offset: Int, _ width: Int) -> Int64 {
    dropFirst(offset).prefix(width).reduce(Int64(0)) { $0 << 8 | Int64($1) }
  }
}

extension String {
  fileprivate var trimmingNewlines: Substring {
    self[...].drop { $0 == "\n" }.prefix { $0 != "\n" }
  }
}
