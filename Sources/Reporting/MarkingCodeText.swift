internal import Diagnostics
public import MarkingCodes
public import RulePacks

/// What a marking code holds and what is wrong with it, for people at a terminal.
public struct MarkingCodeText: Sendable {
  private let wording: MarkingCodeWording
  private let style: TerminalStyle

  /// Creates a writer; the century of a year in a code is the one that brings it nearest to a given
  /// year.
  public init(language: Language, nearYear year: Int, style: TerminalStyle) {
    self.wording = MarkingCodeWording(language: language, year: year)
    self.style = style
  }

  /// Returns the text of a code, and the number of its line if it is one of several.
  public func text(of code: MarkingCode, line: Int? = nil) -> String {
    let head = (line.map { "\(wording.line) \($0): " } ?? "") + wording.text(code.system.title)
    var lines = [style.ink(head, .bold)] + wrapped(code.text.showingSeparators)
    if let repaired = code.repaired {
      lines += ["  " + style.ink(wording.readAs, .faint)] + wrapped(repaired.showingSeparators)
    }
    lines.append("")
    for element in code.elements { lines += self.lines(of: element, in: code) }
    for fault in code.faults { lines += [""] + self.lines(of: fault, in: code) }
    return (lines + ["", verdict(on: code)]).joined(separator: "\n") + "\n"
  }

  private func wrapped(_ text: String) -> [String] {
    WrappedText(text, width: style.width - 2, breaksWords: true).lines.map { "  " + $0 }
  }

  // MARK: Elements

  private func lines(of element: MarkingCode.Element, in code: MarkingCode) -> [String] {
    let title = wording.text(code.title(of: element))
    let head = "  " + element.identifier.padded(to: identifierCells(code)) + title
    let valueColumn = 38
    let width = style.width - valueColumn
    let values =
      WrappedText(element.value.escapingHiddenCharacters, width: width, breaksWords: true).lines
      + (wording.meaning(of: element, in: code).map { WrappedText($0, width: width).lines } ?? [])
      .map { style.ink($0, .faint) }
    let isLong = head.terminalCells >= valueColumn
    let rest = values.map { String(repeating: " ", count: valueColumn) + $0 }
    return isLong
      ? [head] + rest : [head.padded(to: valueColumn) + (values.first ?? "")] + rest.dropFirst()
  }

  /// A column for the identifiers; numbers that stand alone have none.
  private func identifierCells(_ code: MarkingCode) -> Int {
    let widest = code.elements.map(\.identifier.utf8.count).max() ?? 0
    return widest == 0 ? 0 : widest + 2
  }

  // MARK: Faults

  private func lines(of fault: CodeFault, in code: MarkingCode) -> [String] {
    let ink: TerminalStyle.Ink = fault.severity == .error ? .red : .yellow
    let message = "\(wording.severity(fault.severity)): \(wording.message(of: fault))"
    return WrappedText(message, width: style.width).lines.map { style.ink($0, ink) }
      + snippet(of: fault.range, in: code.text)
  }

  /// The text with a mark under the place, without the number of the line.
  private func snippet(of range: Range<Int>, in text: String) -> [String] {
    let scalars = text.showingSeparators.unicodeScalars
    let bytes = scalars.map { Unicode.UTF8.width($0) }
    let start = bytes.prefix(range.lowerBound).reduce(0, +)
    let end = start + bytes.dropFirst(range.lowerBound).prefix(range.count).reduce(0, +)
    let source = SourceText(name: "", text: String(scalars))
    return Snippet(source.place(start..<end)).lines(width: style.width - 6)
      .map { "  " + $0.dropFirst(4) }
  }

  private func verdict(on code: MarkingCode) -> String {
    let words = wording.verdict(on: code)
    let ink: TerminalStyle.Ink =
      code.isValid ? (code.faults.isEmpty ? .green : .yellow) : .red
    return "\(wording.verdict): \(style.ink(words, ink, .bold))"
  }
}

extension String {
  /// The text with group separators and line ends as pictures; every scalar stays one.
  var showingSeparators: String {
    let pictures: [Unicode.Scalar: Unicode.Scalar] = [
      "\u{1D}": "\u{241D}", "\r": "\u{240D}", "\n": "\u{240A}", "\t": "\u{2409}",
    ]
    return String(String.UnicodeScalarView(unicodeScalars.map { pictures[$0] ?? $0 }))
  }

  fileprivate func padded(to cells: Int) -> String {
    self + String(repeating: " ", count: max(0, cells - terminalCells))
  }
}
