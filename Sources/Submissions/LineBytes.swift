internal import CEL

/// The bytes of a line as they lie in memory while it is read; an offset behind its end is a line
/// feed.
///
/// This file is the only one of the target that reads memory by pointers.
@safe
struct LineBytes {
  private let base: UnsafePointer<UInt8>
  /// The offset behind the last byte.
  let end: Int

  /// Calls a function with the bytes of a text.
  static func with(_ text: [UInt8], _ body: (LineBytes) -> Int) -> Int {
    unsafe text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return -1 }
      return unsafe body(LineBytes(base: base, end: buffer.count))
    }
  }

  /// The byte at an offset that is not negative.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    unsafe offset < end ? base[offset] : UInt8(ascii: "\n")
  }

  /// Eight bytes from an offset on; those behind the end are zero.
  @inline(__always)
  func word(_ offset: Int) -> UInt64 {
    if offset + 8 <= end {
      return unsafe UInt64(
        littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
    }
    var word: UInt64 = 0
    for index in 0..<max(0, end - offset) {
      word |= UInt64(byte(offset + index)) << UInt64(index * 8)
    }
    return word
  }

  /// The offset of the first byte from one on that is no blank of JSON within a line.
  @inline(__always)
  func skipBlanks(_ offset: Int) -> Int {
    var offset = offset
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
  @inline(__always)
  func behind(_ mark: UInt8, _ offset: Int) -> Int {
    let offset = skipBlanks(offset)
    return byte(offset) == mark && offset < end ? offset + 1 : -1
  }

  /// Whether the bytes from an offset on are those of a part of a text.
  @inline(__always)
  func has(_ text: [UInt8], _ range: Range<Int>, at offset: Int) -> Bool {
    var index = 0
    while index < range.count {
      if byte(offset + index) != text[range.lowerBound + index] { return false }
      index += 1
    }
    return true
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
  /// Finds the end of a string, eight bytes at a time as long as they are plain ASCII.
  @inline(__always)
  func string(from start: Int) -> StringScan {
    var offset = start
    var hasEscapes = false
    while offset < end {
      while offset + 8 <= end {
        let special = Self.specialBytes(of: word(offset))
        guard special == 0 else {
          offset += special.trailingZeroBitCount / 8
          break
        }
        offset += 8
      }
      let byte = byte(offset)
      if offset >= end { break }
      if byte == UInt8(ascii: "\"") { return StringScan(end: offset, hasEscapes: hasEscapes) }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        offset += 2
      } else if byte < 0x20 {
        break
      } else if byte < 0x80 {
        offset += 1
      } else {
        let length = sequenceLength(at: offset)
        guard length > 0 else { break }
        offset += length
      }
    }
    return StringScan(end: -1, hasEscapes: hasEscapes)
  }

  /// The high bits of the bytes of a word that are no plain ASCII: quotation marks, backslashes,
  /// control characters and what begins beyond ASCII.
  ///
  /// Bits above the first one may be wrong.
  @inline(__always)
  private static func specialBytes(of word: UInt64) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let control = (word &- (ones &* 0x20)) & ~word
    let isQuote = (quotes &- ones) & ~quotes
    let isBackslash = (backslashes &- ones) & ~backslashes
    return (control | isQuote | isBackslash | word) & highs
  }

  /// The length of the valid UTF-8 sequence at an offset, 0 if it is invalid.
  func sequenceLength(at offset: Int) -> Int {
    let first = byte(offset)
    let second = byte(offset + 1)
    func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
    switch first {
    case 0xC2...0xDF: return isContinuation(second) ? 2 : 0
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

  /// The offset behind a word that must come next, or -1.
  func behind(_ word: StaticString, _ start: Int) -> Int {
    for index in 0..<word.utf8CodeUnitCount {
      guard unsafe byte(start + index) == word.utf8Start[index] else { return -1 }
    }
    return start + word.utf8CodeUnitCount
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

/// The cells that a line is read into, and where each is written, as they lie in memory.
///
/// Cells beyond the room are counted and not written, so that the line can be read again with more.
@safe
struct LineCells {
  private let cells: UnsafeMutablePointer<RecordTable.Cell>
  private let places: UnsafeMutablePointer<SourceSpan>
  private let room: Int
  /// The number of cells in use.
  private(set) var count = 0

  /// Calls a function with the memory of two arrays of the same length.
  static func with(
    _ cells: inout [RecordTable.Cell], _ places: inout [SourceSpan],
    _ body: (inout LineCells) -> Int
  ) -> Int {
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      unsafe places.withUnsafeMutableBufferPointer { places in
        guard let first = cells.baseAddress, let firstPlace = places.baseAddress else { return -1 }
        var memory = unsafe LineCells(
          cells: first, places: firstPlace, room: min(cells.count, places.count))
        return body(&memory)
      }
    }
  }

  /// Adds absent cells.
  @inline(__always)
  mutating func add(_ number: Int) {
    let end = count + number
    var index = count
    while index < min(end, room) {
      unsafe cells[index] = RecordTable.Cell()
      unsafe places[index] = .none
      index += 1
    }
    count = end
  }

  /// A cell in use; beyond the room, an absent one.
  @inline(__always)
  subscript(index: Int) -> RecordTable.Cell {
    get { unsafe index < room ? cells[index] : RecordTable.Cell() }
    nonmutating set { if index < room { unsafe cells[index] = newValue } }
  }

  /// Says where a cell is written.
  @inline(__always)
  func setPlace(_ index: Int, _ place: SourceSpan) {
    if index < room { unsafe places[index] = place }
  }
}
