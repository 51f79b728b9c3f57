/// An address of the Internet Protocol, version 4 or 6.
public struct InternetAddress: Sendable {
  /// The versions of the protocol.
  public enum Family: Int64, Sendable {
    case four = 4
    case six = 6
  }

  /// The version.
  public let family: Family
  /// Sixteen bytes; an address of version 4 is the last four, behind `::ffff:`.
  let bytes: [UInt8]

  private static let mappedPrefix: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

  /// Why a text is no address.
  struct Refusal: Error {
    let message: String
  }

  /// Reads an address such as `192.168.0.1` or `2001:db8::68`.
  init(parsing text: String) throws(Refusal) {
    guard !text.utf8.contains(UInt8(ascii: "%")) else {
      throw Refusal(message: "IP address with a zone is not allowed: \"\(text)\"")
    }
    if let four = Self.four(text[...]) {
      self.init(.four, Self.mappedPrefix + four)
      return
    }
    guard let six = Self.six(text) else {
      throw Refusal(message: "\"\(text)\" is no IP address")
    }
    guard !text.utf8.contains(UInt8(ascii: ".")) || !six.starts(with: Self.mappedPrefix) else {
      throw Refusal(message: "IPv4-mapped IPv6 address is not allowed: \"\(text)\"")
    }
    self.init(.six, six)
  }

  private init(_ family: Family, _ bytes: [UInt8]) {
    self.family = family
    self.bytes = bytes
  }

  /// Four numbers from 0 to 255 with points between, without zeros in front.
  private static func four(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { decimal($0).flatMap(UInt8.init(exactly:)) }
    return numbers.count == 4 ? numbers : nil
  }

  /// A number of at most three digits without zeros in front.
  static func decimal(_ text: Substring) -> Int? {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isPlain, (1...3).contains(text.utf8.count), text.utf8.count == 1 || text.first != "0"
    else { return nil }
    return Int(text)
  }

  /// Eight groups of hexadecimal digits; `::` stands for groups of zeros.
  private static func six(_ text: String) -> [UInt8]? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    switch halves.count {
    case 1: return groups(halves[0]).flatMap { $0.count == 16 ? $0 : nil }
    case 2:
      guard let head = halves[0].isEmpty ? [] : groups(halves[0], isLast: false),
        let tail = halves[1].isEmpty ? [] : groups(halves[1]), head.count + tail.count <= 14
      else { return nil }
      return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
    default: return nil
    }
  }

  /// Groups with colons between; the last may be written as an address of version 4.
  private static func groups(_ text: Substring, isLast: Bool = true) -> [UInt8]? {
    var bytes: [UInt8] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if isLast, index == parts.count - 1, let four = four(part) { return bytes + four }
      guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ $0.hexValue != nil }),
        let group = UInt16(part, radix: 16), bytes.count < 16
      else { return nil }
      bytes += [UInt8(group >> 8), UInt8(truncatingIfNeeded: group)]
    }
    return bytes
  }

  /// The bytes that belong to the version: four or sixteen.
  var ownBytes: ArraySlice<UInt8> { family == .four ? bytes[12...] : bytes[...] }

  /// The bits of the address, 32 or 128.
  var width: Int { ownBytes.count * 8 }

  /// The address with all bits behind a length cleared.
  func masked(to length: Int) -> InternetAddress {
    let kept = 128 - width + length
    let masked = bytes.enumerated().map { index, byte in
      let bits = min(8, max(0, kept - index * 8))
      return byte & ~(UInt8(truncatingIfNeeded: 0xFF >> bits))
    }
    return InternetAddress(family, masked)
  }
}

extension InternetAddress: Hashable {
  /// An address of version 4 equals the one of version 6 that stands for it.
  public static func == (left: InternetAddress, right: InternetAddress) -> Bool {
    left.bytes == right.bytes
  }

  /// Hashes equal addresses alike.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension InternetAddress: CustomStringConvertible {
  /// The address in the form of RFC 5952: small letters, the longest run of zero groups as `::`.
  public var description: String {
    if family == .four { return ownBytes.map(String.init).joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    let texts = groups.map { String($0, radix: 16) }
    guard let zeros = Self.longestZeros(groups) else { return texts.joined(separator: ":") }
    return texts[..<zeros.lowerBound].joined(separator: ":") + "::"
      + texts[zeros.upperBound...].joined(separator: ":")
  }

  /// The first of the longest runs of at least two groups that are zero.
  private static func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    while start < groups.count {
      let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
      if end - start > max(1, best?.count ?? 0) { best = start..<end }
      start = end + 1
    }
    return best
  }
}

extension InternetAddress {
  private var first: UInt8 { ownBytes.first ?? 0 }
  private var second: UInt8 { ownBytes.dropFirst().first ?? 0 }
  private var isMulticast: Bool { family == .four ? first & 0xF0 == 0xE0 : first == 0xFF }

  /// `0.0.0.0` or `::`.
  var isUnspecified: Bool { ownBytes.allSatisfy { $0 == 0 } }

  /// `127.0.0.0/8` or `::1`.
  var isLoopback: Bool {
    family == .four ? first == 127 : bytes.last == 1 && bytes.dropLast().allSatisfy { $0 == 0 }
  }

  /// `169.254.0.0/16` or `fe80::/10`.
  var isLinkLocalUnicast: Bool {
    family == .four ? first == 169 && second == 254 : first == 0xFE && second & 0xC0 == 0x80
  }

  /// `224.0.0.0/24` or `ff02::/16`, its like in other lifetimes included.
  var isLinkLocalMulticast: Bool {
    family == .four
      ? ownBytes.prefix(3).elementsEqual([224, 0, 0]) : first == 0xFF && second & 0x0F == 2
  }

  /// An address of one host that can be reached from other networks, private ones included.
  var isGlobalUnicast: Bool {
    let isBroadcast = family == .four && ownBytes.allSatisfy { $0 == 255 }
    return !isBroadcast && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
  }
}

/// A block of addresses: an address, and how many of its bits all of them share.
public struct AddressBlock: Sendable, Hashable {
  let address: InternetAddress
  /// The number of bits shared.
  let length: Int

  /// Reads a block such as `192.168.0.0/24`.
  init(parsing text: String) throws(InternetAddress.Refusal) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw Self.refusal(text) }
    let address = try InternetAddress(parsing: String(parts[0]))
    guard let length = InternetAddress.decimal(parts[1]), length <= address.width else {
      throw Self.refusal(text)
    }
    self.init(address, length)
  }

  private init(_ address: InternetAddress, _ length: Int) {
    self.address = address
    self.length = length
  }

  private static func refusal(_ text: String) -> InternetAddress.Refusal {
    InternetAddress.Refusal(
      message: "\"\(text)\" is no network address, wanted one such as 192.168.0.0/24")
  }

  /// The block with the bits of its address cleared that are not shared.
  var masked: AddressBlock { AddressBlock(address.masked(to: length), length) }

  /// Whether an address of the same version is in the block.
  func contains(_ other: InternetAddress) -> Bool {
    other.family == address.family && other.masked(to: length) == address.masked(to: length)
  }

  /// Whether all addresses of another block are in this one.
  func contains(_ other: AddressBlock) -> Bool {
    length <= other.length && contains(other.address)
  }

  /// Whether two blocks are written the same, bits that are not shared included.
  public static func == (left: AddressBlock, right: AddressBlock) -> Bool {
    left.length == right.length && left.address.family == right.address.family
      && left.address == right.address
  }
}

extension AddressBlock: CustomStringConvertible {
  /// The block as it is written: `192.168.0.0/24`.
  public var description: String { "\(address)/\(length)" }
}
