public import CEL

/// Writes the manual of the functions: what each gives, how it is called, and an example with the
/// value that it came to when the manual was written.
public struct ManualText: Sendable {
  private let environment: Environment

  /// Creates a writer for what an environment has.
  public init(_ environment: Environment) {
    self.environment = environment
  }

  /// Returns entries as lines for a terminal.
  public func text(of entries: [ManualEntry], width: Int = 80) -> String {
    entries.map { text(of: $0, width) }.joined(separator: "\n")
  }

  private func text(of entry: ManualEntry, _ width: Int) -> String {
    let lines =
      WrappedText(entry.description.sentence, width: width - 2).lines.map { "  \($0)" }
      + entry.forms.map { "  \($0)" } + ["  e.g. \(example(of: entry))"]
    return ([entry.name] + lines).joined(separator: "\n") + "\n"
  }

  /// Returns entries as a table in Markdown.
  public func markdown(of entries: [ManualEntry]) -> String {
    (["| name | what it gives | forms | example |", "|---|---|---|---|"] + entries.map(row))
      .joined(separator: "\n") + "\n"
  }

  private func row(of entry: ManualEntry) -> String {
    let forms = entry.forms.map { "`\($0)`" }.joined(separator: "<br>")
    let cells = ["`\(entry.name)`", entry.description.sentence, forms, "`\(example(of: entry))`"]
    return "| " + cells.map(Self.inTable).joined(separator: " | ") + " |"
  }

  /// A cell whose bars do not end it.
  private static func inTable(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }

  /// The example with its value; alone, if it has none without a submission or a registry.
  private func example(of entry: ManualEntry) -> String {
    let example = entry.description.example
    guard case .success(let program) = environment.compile(example),
      case .success(let value) = program.evaluate([])
    else { return example }
    return "\(example) → \(environment.literal(of: value))"
  }
}
