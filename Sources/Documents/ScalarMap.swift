public import Diagnostics

extension Node {
  /// Returns the byte of the input at which a byte of the scalar's text was written, through quotes,
  /// escapes, folded lines and indentation; an offset past the end is the end of the scalar.
  public func sourceOffset(ofText offset: Int) -> Int {
    guard isScalar, offset < utf8.count else {
      return kind == .quotedScalar ? max(range.lowerBound, range.upperBound - 1) : range.upperBound
    }
    var map = ScalarMap(self)
    let offsets = map.offsets()
    return offsets.map { $0[offset] } ?? range.lowerBound
  }

  /// Returns the place of a range of the scalar's text.
  public func place(ofText range: Range<Int>) -> Place {
    let start = sourceOffset(ofText: range.lowerBound)
    let end = range.isEmpty ? start : sourceOffset(ofText: range.upperBound - 1) + 1
    return document.source.place(start..<max(start, end))
  }
}

/// Lays the text of a scalar beside what was written, byte by byte.
struct ScalarMap {
  private let kind: Node.Kind
  private let isSingleQuoted: Bool
  private let isDoubleQuoted: Bool
  private let text: [UInt8]
  private let raw: [UInt8]
  private let end: Int
  private var position: Int
  private var found: [Int] = []

  init(_ node: Node) {
    self.kind = node.kind
    self.text = Array(node.utf8)
    self.raw = node.document.source.bytes
    let first = raw[node.range].first
    // A tag makes a plain scalar one that counts as quoted.
    let isQuoted = node.kind == .quotedScalar
    self.isSingleQuoted = isQuoted && first == UInt8(ascii: "'")
    self.isDoubleQuoted = isQuoted && first == UInt8(ascii: "\"")
    self.position = node.range.lowerBound + (isSingleQuoted || isDoubleQuoted ? 1 : 0)
    self.end = node.range.upperBound
  }

  /// The offset in the input for every byte of the text, or nil if the two do not fit.
  mutating func offsets() -> [Int]? {
    found.reserveCapacity(text.count)
    switch kind {
    case .plainScalar, .quotedScalar: walkFlow()
    case .literalScalar, .foldedScalar: walkBlock()
    case .sequence, .mapping: return nil
    }
    return found.count >= text.count ? found : nil
  }

  // MARK: Plain and quoted scalars

  private mutating func walkFlow() {
    while found.count < text.count, position < end {
      if lineBreak(after: position) != nil {
        takeFold()
      } else if isDoubleQuoted, raw[position] == UInt8(ascii: "\\") {
        takeEscape()
      } else if isSingleQuoted, raw[position] == UInt8(ascii: "'") {
        guard take(UInt8(ascii: "'")) else { return }
        position += 1
      } else {
        guard take(raw[position]) else { return }
      }
    }
  }

  /// Lays one byte of the text on the byte at the position.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard found.count < text.count, text[found.count] == byte else { return false }
    found.append(position)
    position += 1
    return true
  }

  /// The offset after the blanks and the line break at an offset, nil if no line ends there.
  private func lineBreak(after offset: Int) -> Int? {
    var offset = offset
    while offset < end, raw[offset].isBlank { offset += 1 }
    guard offset < end, raw[offset].isLineEnd else { return nil }
    let isPair =
      raw[offset] == UInt8(ascii: "\r") && offset + 1 < end && raw[offset + 1] == UInt8(ascii: "\n")
    return offset + (isPair ? 2 : 1)
  }

  /// A run of line ends with the blanks around it stands for a space, or for all but one of them.
  private mutating func takeFold() {
    let start = position
    while let next = lineBreak(after: position) { position = next }
    while position < end, raw[position].isBlank { position += 1 }
    guard found.count < text.count else { return }
    if text[found.count] == UInt8(ascii: " ") {
      found.append(start)
      return
    }
    while found.count < text.count, text[found.count] == UInt8(ascii: "\n") { found.append(start) }
  }

  /// The backslash of a double-quoted scalar is at the position.
  private mutating func takeEscape() {
    guard position + 1 < end else {
      position = end
      return
    }
    let start = position
    if lineBreak(after: position + 1) != nil, raw[position + 1].isLineEnd {
      position = lineBreak(after: position + 1) ?? end
      while position < end, raw[position].isBlank { position += 1 }
      return
    }
    let digits = Self.digits(ofEscape: raw[position + 1])
    let isPair = digits == 4 && isSurrogatePair(at: position)
    position = min(end, position + 2 + digits + (isPair ? 6 : 0))
    guard found.count < text.count else { return }
    for _ in 0..<Self.length(ofSequenceStarting: text[found.count]) { found.append(start) }
  }

  /// Whether two escapes of JSON stand for one character.
  private func isSurrogatePair(at offset: Int) -> Bool {
    guard offset + 11 < end, raw[offset + 6] == UInt8(ascii: "\\") else { return false }
    let unit = UInt16(String(decoding: raw[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
    return (0xD800...0xDBFF).contains(unit ?? 0)
  }

  private static func digits(ofEscape letter: UInt8) -> Int {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: 0
    }
  }

  private static func length(ofSequenceStarting byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xFF: 4
    default: 1
    }
  }

  // MARK: Block scalars

  private mutating func walkBlock() {
    skipHeader()
    let indent = indentation
    while found.count < text.count, position < end {
      skipIndent(indent)
      while position < end, !raw[position].isLineEnd {
        guard take(raw[position]) else { return }
      }
      takeBlockLineEnd(indent)
    }
    while found.count < text.count { found.append(max(0, end - 1)) }
  }

  private mutating func skipHeader() {
    while position < end, !raw[position].isLineEnd { position += 1 }
    if position < end { position = lineBreak(after: position) ?? end }
  }

  /// The indentation of the first line that holds more than blanks.
  private var indentation: Int {
    var offset = position
    while offset < end {
      let start = offset
      while offset < end, raw[offset] == UInt8(ascii: " ") { offset += 1 }
      if offset < end, !raw[offset].isLineEnd { return offset - start - leadingSpaces }
      offset = offset < end ? lineBreak(after: offset) ?? end : end
    }
    return 0
  }

  /// Spaces that the first such line of the text itself starts with, because the header gives the
  /// indentation.
  private var leadingSpaces: Int {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let first = lines.first { line in line.contains { $0 != UInt8(ascii: " ") } } ?? text[...]
    return first.prefix { $0 == UInt8(ascii: " ") }.count
  }

  private mutating func skipIndent(_ indent: Int) {
    var rest = indent
    while rest > 0, position < end, raw[position] == UInt8(ascii: " ") {
      position += 1
      rest -= 1
    }
  }

  /// Line ends stand for themselves in a literal block; a folded one joins lines by a space.
  private mutating func takeBlockLineEnd(_ indent: Int) {
    guard position < end, let next = lineBreak(after: position), found.count < text.count else {
      return
    }
    let byte = text[found.count]
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") && kind == .foldedScalar {
      found.append(position)
    }
    position = next
  }
}

extension UInt8 {
  /// Whether the byte is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  /// Whether the byte is a line feed or a carriage return.
  var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

  /// Whether libyaml takes the byte for a part of an anchor's name.
  var isAnchorPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
