/// The text of a code on the way to its data: what stands there now, and where it was written.
struct CodeText: Sendable {
  /// The characters.
  private(set) var scalars: [Unicode.Scalar]
  /// Where each of them was written, as an offset in the text; the last is the end of the text.
  private var offsets: [Int]
  /// What was wrong with the text and has been put right.
  private(set) var faults: [CodeFault] = []

  init(_ text: String) {
    self.scalars = Array(text.unicodeScalars)
    self.offsets = Array(0...scalars.count)
  }

  /// Where characters were written.
  func range(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// Notes a fault at some characters.
  mutating func note(
    _ kind: CodeFault.Kind, _ severity: CodeFault.Severity = .error, at range: Range<Int>
  ) {
    faults.append(
      CodeFault(kind: kind, severity: severity, identifier: nil, range: self.range(range)))
  }

  /// Writes one character in place of some.
  mutating func replace(_ range: Range<Int>, with scalar: Unicode.Scalar) {
    scalars.replaceSubrange(range, with: [scalar])
    offsets.removeSubrange(range.lowerBound + 1..<range.upperBound)
  }

  /// Writes every character anew.
  mutating func map(_ replacement: (Unicode.Scalar) -> Unicode.Scalar?) {
    for index in scalars.indices { scalars[index] = replacement(scalars[index]) ?? scalars[index] }
  }

  /// Puts a separator where none was written.
  mutating func insertSeparator(at index: Int) {
    scalars.insert(.groupSeparator, at: index)
    offsets.insert(offsets[index], at: index)
  }

  mutating func dropFirst(_ count: Int) {
    scalars.removeFirst(count)
    offsets.removeFirst(count)
  }

  mutating func dropLast(_ count: Int) {
    scalars.removeLast(count)
    offsets.removeLast(count)
  }

  /// Whether a text stands at an index.
  func has(_ text: String, at index: Int) -> Bool {
    index <= scalars.count && scalars[index...].starts(with: text.unicodeScalars)
  }
}
