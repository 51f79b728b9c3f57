extension CodeText {
  /// Puts right what scanners, keyboards and programs do to a code, noting each of it, and takes off
  /// what they put before the data.
  mutating func prepare() {
    dropLineEnd()
    unescape()
    readRussianKeyboard()
    dropSymbology()
    readWrittenSeparators()
    findLostSeparators()
  }

  /// The text as it was put right; nil if it would be put right once more, so that nobody can tell
  /// what was meant.
  var settledText: String? {
    var again = CodeText(scalars.text)
    again.prepare()
    return again.scalars == scalars ? scalars.text : nil
  }

  private mutating func dropLineEnd() {
    let count = scalars.reversed().prefix { "\r\n\t ".unicodeScalars.contains($0) }.count
    guard count > 0 else { return }
    note(.lineEnd, .warning, at: scalars.count - count..<scalars.count)
    dropLast(count)
  }

  // MARK: XML

  private static let entities: [(name: String, scalar: Unicode.Scalar)] = [
    ("&amp;", "&"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&apos;", "'"),
    ("&#29;", .groupSeparator), ("&#x1D;", .groupSeparator), ("&#x1d;", .groupSeparator),
  ]

  private mutating func unescape() {
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&", let entity = Self.entities.first(where: { has($0.name, at: index) })
      {
        let range = index..<index + entity.name.utf8.count
        note(.escaped(entity.name), at: range)
        replace(range, with: entity.scalar)
      }
      index += 1
    }
  }

  // MARK: Russian keyboard

  /// A scanner types keys, so a keyboard set to Russian turns every Latin letter into a Cyrillic
  /// one; beside a Latin letter a Cyrillic one is something else.
  private mutating func readRussianKeyboard() {
    guard let first = scalars.firstIndex(where: \.isCyrillic),
      let last = scalars.lastIndex(where: \.isCyrillic),
      !scalars.contains(where: { $0.isCapital || $0.isSmallLetter })
    else { return }
    note(.russianKeyboard, at: first..<last + 1)
    map { Self.keys[$0] }
  }

  private static let keys = Dictionary(
    zip(
      "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?".unicodeScalars,
      "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&".unicodeScalars),
    uniquingKeysWith: { first, _ in first })

  // MARK: What stands before the data

  private static let symbologies = ["]d2", "]C1", "]Q3", "]e0", "]e1", "]e2", "]J1"]

  private mutating func dropSymbology() {
    if scalars.first == "]" {
      let mark = scalars.prefix(3).text
      if !Self.symbologies.contains(mark) {
        note(.otherSymbology(mark), at: 0..<min(3, scalars.count))
      }
      dropFirst(min(3, scalars.count))
    }
    // FNC1 in front, as scanners send it: a separator, or the codeword 232 as a letter.
    if scalars.first == .groupSeparator || scalars.first == "\u{E8}" { dropFirst(1) }
  }

  // MARK: Separators

  private static let writtenSeparators = [
    "<GS>", "{GS}", "[GS]", "\\u001d", "\\u001D", "\\x1d", "\\x1D", "\u{241D}", "^]", "~1", "|",
    "<FNC1>", "{FNC1}", "[FNC1]", "\u{E8}", "GS",
  ]

  /// Separators written out as words or pictures: only where an application identifier follows that
  /// has a separator before it in every code, or where no data could look like that.
  private mutating func readWrittenSeparators() {
    var index = 0
    while index < scalars.count {
      if let word = Self.writtenSeparators.first(where: { has($0, at: index) }) {
        let range = index..<index + word.unicodeScalars.count
        if isSeparator(word, range) {
          note(.separatorWritten(word), at: range)
          replace(range, with: .groupSeparator)
        }
      }
      index += 1
    }
  }

  private func isSeparator(_ word: String, _ range: Range<Int>) -> Bool {
    let rest = scalars[range.upperBound...]
    guard let identifier = ApplicationIdentifier.leading(rest) else { return false }
    let couldBeData = word.unicodeScalars.allSatisfy(\.isOfSet82)
    return !couldBeData || MarkingKey.expected(identifier.code, after: scalars[..<range.lowerBound])
  }

  /// The separators before the key and the signature of a Russian code, where everything else is at
  /// its place.
  private mutating func findLostSeparators() {
    var repaired = self
    guard MarkingKey.insertSeparators(in: &repaired) else { return }
    let places = repaired.scalars.indices.filter { repaired.range($0..<$0 + 1).isEmpty }
    guard !places.isEmpty else { return }
    let first = places[0]
    repaired.note(.lostSeparators, at: first..<first + 3)
    self = repaired
  }
}

extension Unicode.Scalar {
  fileprivate var isCyrillic: Bool { (0x0400...0x04FF).contains(value) }
}
