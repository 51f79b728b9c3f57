internal import Diagnostics
internal import Glibc
internal import Reporting

/// An output stream of the process: the only place that prints.
struct Terminal {
  /// Where reports go.
  static let output = Terminal(descriptor: STDOUT_FILENO)
  /// Where diagnostics go.
  static let errors = Terminal(descriptor: STDERR_FILENO)

  private let descriptor: Int32

  /// Writes a text whole; a reader that has gone away is not told.
  func write(_ text: String) {
    Disk.write(Array(text.utf8), to: descriptor)
  }

  /// Writes bytes whole; a reader that has gone away is not told.
  func write(bytes: [UInt8]) {
    Disk.write(bytes, to: descriptor)
  }

  /// Writes diagnostics for people.
  func write(_ diagnostics: [Diagnostic]) {
    let writer = DiagnosticText(style)
    for diagnostic in diagnostics {
      write(writer.lines(diagnostic).joined(separator: "\n") + "\n")
    }
  }

  /// Whether a person looks at it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Empties the screen; whatever is no terminal keeps what it has.
  func clear() {
    if isTerminal { write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
  }

  /// Colours only on a terminal, and never with `NO_COLOR`.
  var style: TerminalStyle {
    let width = Disk.environment("COLUMNS").flatMap { Int($0) } ?? Disk.columns(of: descriptor)
    let hasNoColour = !(Disk.environment("NO_COLOR") ?? "").isEmpty
    return TerminalStyle(usesColour: isTerminal && !hasNoColour, width: min(width ?? 80, 100))
  }
}
