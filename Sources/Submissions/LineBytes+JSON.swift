/// The parts of JSON that a line is made of.
extension LineBytes {
  /// The offset of the first byte from one on that is no blank of JSON within a line.
  @inline(__always)
  func skipBlanks(_ offset: Int) -> Int {
    byte(offset) > UInt8(ascii: " ") ? offset : skipManyBlanks(offset)
  }

  @inline(never)
  private func skipManyBlanks(_ start: Int) -> Int {
    var offset = start
    while true {
      switch byte(offset) {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      default: return offset
      }
    }
  }

  /// The offset behind the next line feed, or the end.
  func lineEnd(from start: Int) -> Int {
    var offset = start
    while offset < end {
      if byte(offset) == UInt8(ascii: "\n") { return offset + 1 }
      offset += 1
    }
    return end
  }

  /// The offset behind a mark that must come next, or -1.
  func behind(_ mark: UInt8, _ offset: Int) -> Int {
    let offset = skipBlanks(offset)
    return byte(offset) == mark && offset < end ? offset + 1 : -1
  }

  /// The offset behind `null`, which must come next, or -1.
  @inline(__always)
  func behindNull(_ start: Int) -> Int {
    word(start) & 0xFFFF_FFFF == 0x6C6C_756E ? start + 4 : -1
  }

  /// The offset behind `true`, which must come next, or -1.
  @inline(__always)
  func behindTrue(_ start: Int) -> Int {
    word(start) & 0xFFFF_FFFF == 0x6575_7274 ? start + 4 : -1
  }

  /// The offset behind `false`, which must come next, or -1.
  @inline(__always)
  func behindFalse(_ start: Int) -> Int {
    word(start) & 0xFF_FFFF_FFFF == 0x65_736C_6166 ? start + 5 : -1
  }

  /// Whether the bytes from an offset on are those of a range of a plan.
  @inline(__always)
  func has(_ range: Range<Int>, of plan: PlanMemory, at offset: Int) -> Bool {
    var index = 0
    while index < range.count {
      if byte(offset + index) != plan.byte(range.lowerBound + index) { return false }
      index += 1
    }
    return true
  }

  /// The number that some digits make, or -1.
  @inline(__always)
  func digits(_ start: Int, _ count: Int) -> Int {
    var number = 0
    for offset in start..<start + count {
      let digit = byte(offset) &- UInt8(ascii: "0")
      guard digit < 10 else { return -1 }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// The number of elements of a list behind its opening bracket, or -1.
  func elementCount(from start: Int) -> Int {
    var offset = skipBlanks(start)
    if byte(offset) == UInt8(ascii: "]") { return 0 }
    var (depth, commas) = (0, 0)
    while offset < end {
      switch byte(offset) {
      case UInt8(ascii: "\""):
        let string = string(from: offset + 1)
        guard string.end >= 0 else { return -1 }
        offset = string.end
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return commas + 1 }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0 { commas += 1 }
      default: break
      }
      offset += 1
    }
    return -1
  }
}

/// What was found between quotation marks.
struct StringScan {
  /// The offset of the closing mark, or -1 if the string is malformed.
  let end: Int
  /// Whether it reads in another way than it is written.
  let hasEscapes: Bool
}

extension LineBytes {
  /// The offset of the mark that closes a string of plain ASCII, sixteen bytes at a time; -2 if
  /// anything else stands in it.
  @inline(__always)
  func plainStringEnd(from start: Int) -> Int {
    var offset = start
    while true {
      let special = Self.specialBytes(of: words(offset))
      if special[0] | special[1] == 0 {
        offset &+= 16
        continue
      }
      let isFirst = special[0] != 0
      offset &+= (isFirst ? special[0] : special[1]).trailingZeroBitCount &>> 3
      offset &+= isFirst ? 0 : 8
      return byte(offset) == UInt8(ascii: "\"") ? offset : -2
    }
  }

  /// Finds the end of a string.
  func string(from start: Int) -> StringScan {
    let end = plainStringEnd(from: start)
    return end >= 0 ? StringScan(end: end, hasEscapes: false) : restOfString(from: start)
  }

  /// Finds the end of a string that is not plain ASCII, or that stands near the end of the text.
  @inline(never)
  private func restOfString(from start: Int) -> StringScan {
    var offset = start
    var hasEscapes = false
    while offset < end {
      let byte = byte(offset)
      if byte >= 0x80 {
        if Self.isFourPairs(word(offset)) {
          offset += 8
          continue
        }
        let length = sequenceLength(at: offset)
        guard length > 0 else { break }
        offset += length
      } else if byte == UInt8(ascii: "\"") {
        return StringScan(end: offset, hasEscapes: hasEscapes)
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        offset += 2
      } else if byte < 0x20 {
        break
      } else {
        let special = Self.specialBytes(of: words(offset))[0]
        offset += special == 0 ? 8 : max(1, special.trailingZeroBitCount / 8)
      }
    }
    return StringScan(end: -1, hasEscapes: hasEscapes)
  }

  /// The high bits of the bytes of a word that are no plain ASCII: quotation marks, backslashes,
  /// control characters and what begins beyond ASCII.
  ///
  /// Bits above the first one may be wrong.
  @inline(__always)
  private static func specialBytes(of words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    // With the second bit turned over, control characters and the quotation mark are what is below
    // 0x21; a difference that is less than nothing sets the high bit.
    let control =
      (words ^ SIMD2(repeating: 0x0202_0202_0202_0202)) &- SIMD2(repeating: 0x2121_2121_2121_2121)
    let backslash =
      (words ^ SIMD2(repeating: 0x5C5C_5C5C_5C5C_5C5C)) &- SIMD2(repeating: 0x0101_0101_0101_0101)
    return (control | backslash | words) & SIMD2(repeating: 0x8080_8080_8080_8080)
  }

  /// Whether a word is four valid UTF-8 sequences of two bytes: Cyrillic, and most of Arabic.
  @inline(__always)
  private static func isFourPairs(_ word: UInt64) -> Bool {
    guard word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 else { return false }
    // A sequence that begins with C0 or C1 is invalid; other values carry beyond the byte.
    let values = word & 0x001E_001E_001E_001E
    let carries: UInt64 = 0x0100_0100_0100_0100
    return (values &+ 0x00FF_00FF_00FF_00FF) & carries == carries
  }

  /// The length of the valid UTF-8 sequence at an offset, 0 if it is invalid.
  @inline(__always)
  private func sequenceLength(at offset: Int) -> Int {
    let first = byte(offset)
    // Cyrillic and most of Arabic are sequences of two.
    if first & 0xE0 == 0xC0 {
      return first >= 0xC2 && byte(offset + 1) & 0xC0 == 0x80 ? 2 : 0
    }
    return longSequenceLength(at: offset, first)
  }

  private func longSequenceLength(at offset: Int, _ first: UInt8) -> Int {
    let second = byte(offset + 1)
    func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
    switch first {
    case 0xE0...0xEF:
      let least: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let most: UInt8 = first == 0xED ? 0x9F : 0xBF
      guard (least...most).contains(second), isContinuation(byte(offset + 2)) else {
        return 0
      }
      return 3
    case 0xF0...0xF4:
      let least: UInt8 = first == 0xF0 ? 0x90 : 0x80
      let most: UInt8 = first == 0xF4 ? 0x8F : 0xBF
      guard (least...most).contains(second), isContinuation(byte(offset + 2)),
        isContinuation(byte(offset + 3))
      else { return 0 }
      return 4
    default: return 0
    }
  }

  /// The character of four hexadecimal digits before a limit; nil for a surrogate and for NUL.
  func hexScalar(_ start: Int, _ limit: Int) -> Unicode.Scalar? {
    guard start + 4 <= limit else { return nil }
    var value: UInt32 = 0
    for offset in start..<start + 4 {
      guard let digit = Character(Unicode.Scalar(byte(offset))).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
