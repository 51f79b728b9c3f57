internal import Diagnostics

/// Reads JSON by RFC 8259: bytes in, located tree and diagnostics out.
///
/// libyaml cannot do it: it refuses surrogate pairs and some characters that JSON allows, and
/// accepts all of YAML. The scanner goes through the text once and never calls itself.
struct JSONReader {
  /// What the grammar allows next.
  private enum State {
    case value
    case firstElementOrEnd
    case firstKeyOrEnd
    case key
    case colon
    case commaOrEnd
    case done
  }

  private let source: SourceText
  private let bytes: [UInt8]
  private let limits: ReadLimits
  private var offset = 0
  private var state = State.value
  private var tree = TreeBuilder()

  /// Why the text is no JSON.
  private struct Failure: Error {
    let message: String
    let range: Range<Int>
  }

  /// Reads a text that is known to be UTF-8; duplicate keys are not looked for.
  static func read(_ source: SourceText, limits: ReadLimits) -> ReadResult {
    var reader = JSONReader(source, limits)
    do throws(Failure) {
      try reader.readDocument()
      let document = Document(
        source: source, format: .json, nodes: reader.tree.nodes, decoded: reader.tree.decoded)
      return ReadResult(document: document, diagnostics: [])
    } catch {
      let end = min(error.range.upperBound, source.bytes.count)
      let range = min(error.range.lowerBound, end)..<end
      let diagnostic = Diagnostic(error.message, at: source.place(range))
      return ReadResult(document: nil, diagnostics: [diagnostic])
    }
  }

  private init(_ source: SourceText, _ limits: ReadLimits) {
    self.source = source
    self.bytes = source.bytes
    self.limits = limits
    self.offset = bytes.byteOrderMarkLength
  }

  private mutating func readDocument() throws(Failure) {
    while true {
      offset = nextContent
      guard let byte = current else {
        if case .done = state { return }
        throw unexpected(
          bytes.isEmpty ? "The file is empty" : "The file ends too early; wanted \(wanted)")
      }
      if tree.nodes.count > limits.nodes {
        throw unexpected("The document has more than \(limits.nodes) nodes")
      }
      try take(byte)
    }
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Where the next byte stands that is no white space.
  private var nextContent: Int {
    let span = bytes.span
    var end = offset
    scan: while end < span.count {
      switch span[end] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        end += 1
      default: break scan
      }
    }
    return end
  }

  // MARK: Grammar

  private mutating func take(_ byte: UInt8) throws(Failure) {
    switch state {
    case .value: try takeValue(byte)
    case .firstElementOrEnd:
      if byte == UInt8(ascii: "]") { end() } else { try takeValue(byte) }
    case .firstKeyOrEnd:
      if byte == UInt8(ascii: "}") { end() } else { try takeKey(byte) }
    case .key: try takeKey(byte)
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw unexpected("Wanted a colon after the key") }
      offset += 1
      state = .value
    case .commaOrEnd: try takeCommaOrEnd(byte)
    case .done: throw unexpected("The value is complete; nothing may follow")
    }
  }

  private mutating func takeValue(_ byte: UInt8) throws(Failure) {
    switch byte {
    case UInt8(ascii: "{"): try begin(.mapping, .firstKeyOrEnd)
    case UInt8(ascii: "["): try begin(.sequence, .firstElementOrEnd)
    case UInt8(ascii: "\""):
      try takeString()
      afterValue()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try takeNumber()
    case UInt8(ascii: "t"): try takeWord("true")
    case UInt8(ascii: "f"): try takeWord("false")
    case UInt8(ascii: "n"): try takeWord("null")
    default: throw unexpected("Wanted \(wanted)")
    }
  }

  private mutating func takeKey(_ byte: UInt8) throws(Failure) {
    guard byte == UInt8(ascii: "\"") else { throw unexpected("Wanted a key in double quotes") }
    try takeString()
    state = .colon
  }

  private mutating func takeCommaOrEnd(_ byte: UInt8) throws(Failure) {
    let isMapping = tree.openKind == .mapping
    switch byte {
    case UInt8(ascii: ","):
      offset += 1
      state = isMapping ? .key : .value
    case UInt8(ascii: "}") where isMapping, UInt8(ascii: "]") where !isMapping: end()
    default: throw unexpected("Wanted \(wanted)")
    }
  }

  private mutating func begin(_ kind: Node.Kind, _ next: State) throws(Failure) {
    if tree.depth >= limits.depth {
      throw unexpected("Lists and mappings are nested deeper than \(limits.depth) levels")
    }
    tree.begin(kind, at: offset)
    offset += 1
    state = next
  }

  private mutating func end() {
    offset += 1
    tree.end(at: offset)
    afterValue()
  }

  private mutating func afterValue() {
    state = tree.depth == 0 ? .done : .commaOrEnd
  }

  private var wanted: String {
    switch state {
    case .value, .firstElementOrEnd: "a value"
    case .key, .firstKeyOrEnd: "a key in double quotes"
    case .colon: "a colon"
    case .commaOrEnd: tree.openKind == .mapping ? "a comma or \"}\"" : "a comma or \"]\""
    case .done: "nothing"
    }
  }

  private func unexpected(_ message: String) -> Failure {
    Failure(message: message, range: offset..<offset + 1)
  }

  // MARK: Scalars

  private mutating func takeWord(_ word: StaticString) throws(Failure) {
    let start = offset
    let text = String(describing: word).utf8
    guard bytes[offset...].starts(with: text) else {
      throw unexpected("Wanted \(wanted); a text stands in double quotes")
    }
    offset += text.count
    tree.addScalar(.plainScalar, source: start..<offset, text: start..<offset)
    afterValue()
  }

  private mutating func takeNumber() throws(Failure) {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    if current == UInt8(ascii: "0") {
      offset += 1
    } else {
      try takeDigits("A number needs a digit here, and no zero before others")
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      try takeDigits("A number needs a digit after its point")
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try takeDigits("A number needs a digit in its exponent")
    }
    tree.addScalar(.plainScalar, source: start..<offset, text: start..<offset)
    afterValue()
  }

  private mutating func takeDigits(_ message: String) throws(Failure) {
    let start = offset
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    if offset == start { throw unexpected(message) }
  }

  private mutating func takeString() throws(Failure) {
    let start = offset
    offset = endOfPlainText(from: start + 1)
    if current == UInt8(ascii: "\"") {
      offset += 1
      tree.addScalar(.quotedScalar, source: start..<offset, text: start + 1..<offset - 1)
      return
    }
    var decoded = Array(bytes[start + 1..<offset])
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        tree.addScalar(.quotedScalar, source: start..<offset, decoded: decoded)
        return
      case UInt8(ascii: "\\"): try takeEscape(into: &decoded)
      case 0x00..<0x20: throw unexpected("A control character in a text is written as an escape")
      default:
        decoded.append(byte)
        offset += 1
      }
    }
    throw Failure(message: "The text has no closing quote", range: start..<start + 1)
  }

  /// Where a text in quotes ends or goes on with what does not stand for itself.
  private func endOfPlainText(from start: Int) -> Int {
    let span = bytes.span
    var end = start
    while end < span.count, span[end] != UInt8(ascii: "\""), span[end] != UInt8(ascii: "\\"),
      span[end] >= 0x20
    {
      end += 1
    }
    return end
  }

  /// The backslash has been seen.
  private mutating func takeEscape(into decoded: inout [UInt8]) throws(Failure) {
    guard offset + 1 < bytes.count else { throw unexpected("The file ends inside an escape") }
    switch bytes[offset + 1] {
    case UInt8(ascii: "u"):
      decoded.append(contentsOf: Array(String(Character(try takeUnicodeEscape())).utf8))
      return
    case UInt8(ascii: "\""): decoded.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): decoded.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): decoded.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    default: throw unexpected("Unknown escape; write \"\\\\\" for a backslash")
    }
    offset += 2
  }

  /// Reads `\uXXXX`, or two of them that make up one character outside the basic plane.
  private mutating func takeUnicodeEscape() throws(Failure) -> Unicode.Scalar {
    let start = offset
    let unit = try takeCodeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let isPair =
      unit < 0xDC00 && bytes[offset...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    if isPair {
      let low = UInt32(try takeCodeUnit())
      if (0xDC00...0xDFFF).contains(low) {
        let value = 0x10000 + ((UInt32(unit) - 0xD800) << 10) + (low - 0xDC00)
        if let scalar = Unicode.Scalar(value) { return scalar }
      }
    }
    throw Failure(message: "Half a surrogate pair names no character", range: start..<offset)
  }

  private mutating func takeCodeUnit() throws(Failure) -> UInt16 {
    let digits = bytes[offset + 2..<min(offset + 6, bytes.count)]
    guard digits.count == 4, digits.allSatisfy(\.isHexDigit),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw unexpected("Wanted four hexadecimal digits after \"\\u\"") }
    offset += 6
    return unit
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
