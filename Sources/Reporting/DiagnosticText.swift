public import Diagnostics

/// Diagnostics for people at a terminal: message, place, source line with a caret, notes.
public struct DiagnosticText: Sendable {
  private let style: TerminalStyle

  /// Creates a writer in a style.
  public init(_ style: TerminalStyle) {
    self.style = style
  }

  /// Returns the lines of a diagnostic.
  public func lines(_ diagnostic: Diagnostic) -> [String] {
    let head = "\(style.ink(diagnostic.severity.rawValue, ink(diagnostic.severity), .bold)): "
    var lines = [head + diagnostic.message.escapingHiddenCharacters]
    lines += diagnostic.place.map(spot) ?? []
    for note in diagnostic.notes {
      lines.append("  \(style.ink("note", .cyan)): \(note.message.escapingHiddenCharacters)")
      lines += note.place.map(spot) ?? []
    }
    return lines
  }

  private func spot(_ place: Place) -> [String] {
    ["  " + style.ink("--> \(place)".escapingHiddenCharacters, .faint)]
      + Snippet(place).lines(indent: 2, width: style.width - 12)
  }

  private func ink(_ severity: Diagnostic.Severity) -> TerminalStyle.Ink {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}
