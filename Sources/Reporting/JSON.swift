internal import RulePacks

/// A JSON text in the making: what goes in stands in the order it was put in.
indirect enum JSON: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  /// An array whose elements are made when they are written: if they are many, on all cores.
  case elements([@Sendable () -> JSON])
  case object([(key: String, value: JSON)])
  /// What stands on one line inside of what does not.
  case line(JSON)

  /// Creates a string, or null for nothing.
  init(_ text: String?) {
    self = text.map(JSON.string) ?? .null
  }

  /// The text, indented by two spaces a level, with a line feed at its end.
  var text: String { text(indent: 0) + "\n" }

  /// The text as it stands inside another one, at a depth of indentation.
  func text(indent: Int) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: indent)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text on one line.
  var compact: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: nil)
    return bytes
  }

  private func write(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
    case .integer(let number): bytes.append(decimal: number)
    case .number(let number): bytes.append(number)
    case .string(let string): bytes.append(quoted: string)
    case .array(let elements):
      Self.write(elements, "[", "]", to: &bytes, indent) { element, bytes, indent in
        element.write(to: &bytes, indent: indent)
      }
    case .elements(let elements):
      let written = elements.concurrentMap(inChunksOf: 64) { element in
        var bytes: [UInt8] = []
        element().write(to: &bytes, indent: indent.map { $0 + 1 })
        return bytes
      }
      Self.write(written, "[", "]", to: &bytes, indent) { element, bytes, _ in bytes += element }
    case .object(let members):
      Self.write(members, "{", "}", to: &bytes, indent) { member, bytes, indent in
        bytes.append(quoted: member.key)
        bytes += ": ".utf8
        member.value.write(to: &bytes, indent: indent)
      }
    case .line(let content): content.write(to: &bytes, indent: nil)
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ opening: Character, _ closing: Character, to bytes: inout [UInt8],
    _ indent: Int?, _ write: (Element, inout [UInt8], Int?) -> Void
  ) {
    bytes += opening.utf8
    let inner = indent.map { $0 + 1 }
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += (indent == nil ? ", " : ",").utf8 }
      if let inner { bytes.append(lineAt: inner) }
      write(element, &bytes, inner)
    }
    if !elements.isEmpty, let indent { bytes.append(lineAt: indent) }
    bytes += closing.utf8
  }
}

extension [UInt8] {
  /// Appends a string in quotation marks; escapes what JSON asks to be escaped, and what could hide
  /// or reorder text.
  mutating func append(quoted text: String) {
    var text = text
    text.withUTF8 { unsafe append(quoted: $0) }
  }

  /// Appends a string that is a range of some UTF-8, as `append(quoted:)` does.
  mutating func append(quoted text: Range<Int32>, of bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe append(
        quoted: UnsafeBufferPointer(
          rebasing: bytes[Int(text.lowerBound)..<Int(text.upperBound)]))
    }
  }

  private mutating func append(quoted utf8: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var (written, index) = (0, 0)
    while index < utf8.count {
      if index + 8 <= utf8.count {
        let word = unsafe UnsafeRawBufferPointer(utf8)
          .loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if Self.isPlain(word) {
          index += 8
          continue
        }
      }
      // The characters of these eight bytes, or those that are left.
      let end = Swift.min(index + 8, utf8.count)
      while index < end {
        guard unsafe utf8[index].mayNeedEscape,
          let scalar = unsafe Self.firstScalar(utf8[index...]), scalar.needsEscape
        else {
          index += 1
          continue
        }
        unsafe append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written..<index]))
        self += scalar.escape.utf8
        index += UTF8.width(scalar)
        written = index
      }
    }
    unsafe append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written...]))
    append(UInt8(ascii: "\""))
  }

  /// Whether eight bytes are characters of ASCII that stand for themselves: bits above the first one
  /// that does not may be wrong.
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // With the second bit turned over, control characters and the quotation mark are what is below
    // 0x21; a difference that is less than nothing sets the high bit, as DEL and one do.
    let control = (word ^ (ones &* 0x02)) &- (ones &* 0x21)
    let backslash = (word ^ (ones &* 0x5C)) &- ones
    return (control | backslash | word | (word &+ ones)) & (ones &* 0x80) == 0
  }

  /// Appends a number; one that is not finite, which JSON does not have, as null.
  mutating func append(_ number: Double) {
    guard number.isFinite else { return append("null") }
    if number == number.rounded(), number.magnitude < 1e15 {
      append(decimal: Int64(number))
    } else {
      self += String(number).utf8
    }
  }

  /// Appends words as they are.
  mutating func append(_ words: StaticString) {
    words.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Appends a whole number.
  mutating func append(decimal number: Int64) {
    if number < 0 {
      self += String(number).utf8
      return
    }
    if number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (first, rest) = (20, UInt64(number))
      while rest > 0 {
        first -= 1
        unsafe digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  fileprivate mutating func append(lineAt indent: Int) {
    append(UInt8(ascii: "\n"))
    for _ in 0..<indent * 2 { append(UInt8(ascii: " ")) }
  }

  private static func firstScalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = unsafe bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = unsafe decoder.decode(&iterator) else { return nil }
    return scalar
  }
}

extension UInt8 {
  /// Whether a character that begins with the byte may have to be escaped.
  fileprivate var mayNeedEscape: Bool {
    switch self {
    case 0x00...0x1F, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var needsEscape: Bool {
    switch value {
    case 0x00...0x1F, 0x22, 0x5C, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E,
      0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  fileprivate var escape: String {
    switch self {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}

extension Double {
  /// The number as people write it: `36`, not `36.0`.
  var withoutNeedlessFraction: String {
    self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self)
  }
}
