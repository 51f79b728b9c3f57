internal import CEL

/// Scalars as the schema wants them.
extension LineScan {
  /// Reads a scalar of a field.
  mutating func readScalar(
    _ field: PlannedField, from start: Int, into cell: inout RecordTable.Cell
  ) -> Int {
    switch field.content {
    case .text: return readText(from: start, into: &cell)
    case .code:
      let end = readText(from: start, into: &cell)
      return end >= 0 && isCode(cell, field) ? end : -1
    case .date: return readDate(from: start, into: &cell)
    case .integer, .number: return bytes.number(field.content, from: start, into: &cell)
    case .boolean:
      let isTrue = bytes.byte(start) == UInt8(ascii: "t")
      cell = RecordTable.Cell(.bool, isTrue ? 1 : 0)
      return isTrue ? bytes.behindTrue(start) : bytes.behindFalse(start)
    case .record, .derived: return -1
    }
  }

  // MARK: Texts

  @inline(__always)
  private mutating func readText(from start: Int, into cell: inout RecordTable.Cell) -> Int {
    guard bytes.byte(start) == UInt8(ascii: "\"") else { return -1 }
    let string = bytes.string(from: start + 1)
    guard string.end >= 0 else { return -1 }
    if string.hasEscapes {
      guard decode(start + 1..<string.end, into: &cell) else { return -1 }
    } else {
      let count = Int32(truncatingIfNeeded: string.end - start - 1)
      cell = RecordTable.Cell(.text, Int64(start + 1), count: count)
    }
    return string.end + 1
  }

  /// Decodes a string with escapes; a pair of surrogates is left for the long way.
  @inline(never)
  private mutating func decode(_ range: Range<Int>, into cell: inout RecordTable.Cell) -> Bool {
    let start = decoded.count
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes.byte(offset)
      guard byte == UInt8(ascii: "\\") else {
        decoded.append(byte)
        offset += 1
        continue
      }
      guard offset + 1 < range.upperBound else { return false }
      if bytes.byte(offset + 1) == UInt8(ascii: "u") {
        guard let scalar = bytes.hexScalar(offset + 2, range.upperBound) else { return false }
        decoded += String(Character(scalar)).utf8
        offset += 6
      } else {
        guard let byte = Self.escaped(bytes.byte(offset + 1)) else { return false }
        decoded.append(byte)
        offset += 2
      }
    }
    let count = Int32(truncatingIfNeeded: decoded.count - start)
    cell = RecordTable.Cell(.decodedText, Int64(start), count: count)
    return true
  }

  /// The byte that a letter behind a backslash stands for.
  private static func escaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }

  private func isCode(_ cell: RecordTable.Cell, _ field: PlannedField) -> Bool {
    guard cell.kind == .text else { return false }
    for index in Int(field.codes.lowerBound)..<Int(field.codes.upperBound) {
      let code = plan.code(index)
      if code.count == Int(cell.count), bytes.has(code, of: plan, at: Int(cell.bits)) {
        return true
      }
    }
    return false
  }

  // MARK: Days

  /// Reads `"YYYY-MM-DD"`.
  @inline(__always)
  private func readDate(from start: Int, into cell: inout RecordTable.Cell) -> Int {
    guard bytes.byte(start) == UInt8(ascii: "\""),
      bytes.byte(start + 11) == UInt8(ascii: "\"")
    else { return -1 }
    // Digits and hyphens as they lie in memory, the first one lowest: digits become 0 to 9, the
    // hyphens 0; what is above sets a high bit.
    let head = bytes.word(start + 1) ^ 0x2D30_302D_3030_3030
    let tail = bytes.word(start + 9) & 0xFFFF ^ 0x3030
    let excess =
      (head &+ 0x7F76_767F_7676_7676 | head) & 0x8080_8080_8080_8080
      | (tail &+ 0x7676 | tail) & 0x8080
    guard excess == 0 else { return -1 }
    func digit(_ word: UInt64, _ index: UInt64) -> Int { Int(word >> (index * 8) & 0xFF) }
    let year =
      (digit(head, 0) * 10 + digit(head, 1)) * 100 + digit(head, 2) * 10 + digit(head, 3)
    let month = digit(head, 5) * 10 + digit(head, 6)
    let day = digit(tail, 0) * 10 + digit(tail, 1)
    guard year > 0, month > 0, month <= 12, day > 0 else { return -1 }
    // Most days are in every month; the others are looked up.
    if day > 28, Timestamp(year: year, month: month, day: day) == nil { return -1 }
    cell = RecordTable.Cell(.timestamp, Self.days(year, month, day) * 86400)
    return start + 12
  }

  /// The days from 1970-01-01 to a day of the Gregorian calendar, counted by years from March on.
  @inline(__always)
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }
}

extension LineBytes {
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Reads a number: short ones right here, since a whole number below 2^53 divided by a power of
  /// ten up to 10^22 is the nearest double; long ones and those with exponents the long way.
  @inline(never)
  fileprivate func number(
    _ content: RecordPlan.Content, from start: Int, into cell: inout RecordTable.Cell
  ) -> Int {
    var offset = start
    let isNegative = byte(offset) == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let firstDigit = offset
    var mantissa: Int64 = 0
    var fraction = 0
    while case let digit = byte(offset) &- UInt8(ascii: "0"), digit < 10 {
      mantissa = mantissa &* 10 &+ Int64(digit)
      offset += 1
    }
    let wholeDigits = offset - firstDigit
    let hasLeadingZero = wholeDigits > 1 && byte(firstDigit) == UInt8(ascii: "0")
    guard wholeDigits > 0, !hasLeadingZero else { return -1 }
    if byte(offset) == UInt8(ascii: ".") {
      offset += 1
      while case let digit = byte(offset) &- UInt8(ascii: "0"), digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
        fraction += 1
        offset += 1
      }
      guard fraction > 0, content == .number else { return -1 }
    }
    guard wholeDigits + fraction <= 15,
      byte(offset) | 0x20 != UInt8(ascii: "e")
    else { return -1 }
    if content == .integer {
      cell = RecordTable.Cell(.int, isNegative ? -mantissa : mantissa)
    } else {
      let number = Double(mantissa) / (fraction == 0 ? 1 : Self.powersOfTen[fraction])
      cell = RecordTable.Cell(
        .double, Int64(bitPattern: (isNegative ? -number : number).bitPattern))
    }
    return offset
  }
}
