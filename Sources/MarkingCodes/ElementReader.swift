/// Reads the elements of a code one after the other; after a fault it goes on where the next element
/// can be told to begin.
struct ElementReader {
  let text: CodeText
  private(set) var elements: [MarkingCode.Element] = []
  private(set) var faults: [CodeFault] = []
  private var position = 0

  init(_ text: CodeText) {
    self.text = text
  }

  private var scalars: [Unicode.Scalar] { text.scalars }

  mutating func read() {
    if scalars.isEmpty {
      note(.empty, at: 0..<0)
    } else if isHumanReadable {
      readBracketed()
    } else {
      while position < scalars.count { readElement() }
    }
    noteCompanions()
  }

  /// Puts a number that stands alone in place of what was read.
  mutating func take(_ bare: BareNumber) {
    elements = [bare.element]
    faults = []
    for fault in bare.faults { note(fault, "") }
  }

  mutating func note(_ fault: ValueFault, _ identifier: String?) {
    note(fault.kind, identifier, at: fault.range)
  }

  private mutating func note(
    _ kind: CodeFault.Kind, _ identifier: String? = nil, at range: Range<Int>
  ) {
    faults.append(
      CodeFault(kind: kind, severity: .error, identifier: identifier, range: text.range(range)))
  }

  // MARK: As a scanner sends it

  private mutating func readElement() {
    let rest = scalars[position...]
    let end = rest.firstIndex(of: .groupSeparator) ?? scalars.count
    guard let identifier = ApplicationIdentifier.leading(rest) else {
      noteUnknown(until: end)
      position = end + 1
      return
    }
    let start = position + identifier.code.utf8.count
    let value = scalars[start..<valueEnd(of: identifier, from: start, separator: end)]
    add(identifier, value)
    position = value.endIndex
    if position < scalars.count, scalars[position] == .groupSeparator {
      position += 1
    } else if position < scalars.count, !identifier.hasKnownLength {
      note(.missingSeparator, identifier.code, at: position..<min(position + 2, scalars.count))
    }
  }

  private mutating func noteUnknown(until end: Int) {
    let start = position
    if start == end {
      note(.strayByte, at: start..<start + 1)
    } else {
      let shown = start..<min(start + 4, end)
      note(.unknownIdentifier(scalars[shown].text), at: shown)
    }
  }

  /// A value of known length ends there, any other at the separator; if that one is missing, where
  /// the longest value ends and an identifier follows.
  private func valueEnd(of identifier: ApplicationIdentifier, from start: Int, separator: Int)
    -> Int
  {
    let longest = start + identifier.lengths.upperBound
    if identifier.hasKnownLength { return max(start, min(longest, separator)) }
    guard longest < separator, ApplicationIdentifier.leading(scalars[longest...]) != nil else {
      return max(start, separator)
    }
    return longest
  }

  private mutating func add(_ identifier: ApplicationIdentifier, _ value: Scalars) {
    let element = MarkingCode.Element(
      identifier: identifier.code, value: value.text, range: text.range(value.indices))
    let first = elements.first { $0.identifier == identifier.code }
    if let first, first.value != element.value {
      note(.repeated, identifier.code, at: value.indices)
    }
    elements.append(element)
    for fault in identifier.faults(in: value) { note(fault, identifier.code) }
  }

  // MARK: As people read it

  /// Whether identifiers stand in brackets, as under a symbol.
  var isHumanReadable: Bool { bracket(at: 0) != nil }

  private mutating func readBracketed() {
    while let bracket = bracket(at: position) {
      let start = bracket.upperBound
      let end =
        scalars[start...].indices.first { self.bracket(at: $0) != nil } ?? scalars.count
      let code = scalars[bracket].dropFirst().dropLast().text
      if let identifier = ApplicationIdentifier.all[code] {
        add(identifier, scalars[start..<end])
      } else {
        note(.unknownIdentifier(code), at: bracket)
      }
      position = end
    }
  }

  /// Where two to four digits stand in brackets, the brackets included.
  private func bracket(at index: Int) -> Range<Int>? {
    guard index < scalars.count, scalars[index] == "(" else { return nil }
    let digits = scalars[(index + 1)...].prefix { $0.isDigit }
    guard (2...4).contains(digits.count), digits.endIndex < scalars.count,
      scalars[digits.endIndex] == ")"
    else { return nil }
    return index..<digits.endIndex + 1
  }

  // MARK: What belongs together

  private mutating func noteCompanions() {
    let codes = elements.map(\.identifier)
    for element in elements {
      guard let identifier = ApplicationIdentifier.all[element.identifier] else { continue }
      let others = codes.filter { $0 != element.identifier }
      for groups in identifier.required where !groups.contains(where: { $0.isIn(others) }) {
        note(.missingCompanion(groups.map(\.text)), of: element)
      }
      for other in others where identifier.excluded.contains(where: { $0.matches(other) }) {
        note(.excludedCompanion(other), of: element)
      }
    }
  }

  mutating func note(
    _ kind: CodeFault.Kind, _ severity: CodeFault.Severity = .error, of element: MarkingCode.Element
  ) {
    faults.append(
      CodeFault(
        kind: kind, severity: severity, identifier: element.identifier, range: element.range))
  }
}
