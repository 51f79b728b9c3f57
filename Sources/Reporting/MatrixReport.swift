internal import Diagnostics
public import Evaluation
public import RulePacks

/// What each market says of submissions, topic by topic, for people at a terminal.
public struct MatrixReport: Report {
  private let wording: Wording
  private let style: TerminalStyle
  /// The cells of a column of a market.
  private static let column = 22

  /// Creates a report in a language and a style.
  public init(language: Language, style: TerminalStyle) {
    self.wording = Wording(language: language)
    self.style = style
  }

  /// Returns a table for each submission: the topics that concern it, the gravest first, then the
  /// names of those that do not apply to it.
  public func text(of results: [SubmissionResult]) -> String {
    results.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func lines(of result: SubmissionResult) -> [String] {
    var lines = [style.ink(result.path.escapingHiddenCharacters, .bold)]
    lines += result.diagnostics.flatMap { DiagnosticText(style).lines($0) }
    if result.markets.isEmpty {
      return lines + waivers(result)
    }
    lines[0] += wording.about(result).map { "  \(wording.spoken($0))" } ?? ""
    let matrix = VerdictMatrix(result.markets)
    let rows = matrix.rows.filter { $0.worst != .doesNotApply }
    lines += [""] + row(wording.topic, matrix.markets.map { ($0, []) })
    lines += rows.flatMap { row in
      self.row(row.topic, row.cells.map { ($0.map(wording.cell) ?? "–", ink($0)) })
    }
    return lines + others(matrix) + [""] + result.markets.flatMap(conclusion)
  }

  private func waivers(_ result: SubmissionResult) -> [String] {
    if result.isUnusable { return ["", style.ink(wording.unusable, .red, .bold)] }
    return TextReport(language: wording.language, style: style).waivers(result)
  }

  /// A row: the topic, and a cell for each market; what is too wide goes on in the next line.
  private func row(_ topic: String, _ cells: [(text: String, inks: [TerminalStyle.Ink])])
    -> [String]
  {
    let width = max(16, style.width - cells.count * Self.column)
    let first = WrappedText(topic, width: width - 2, breaksWords: true).lines
    let columns = cells.map { WrappedText($0.text, width: Self.column - 2).lines }
    let height = ([first] + columns).map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = padded(line < first.count ? first[line] : "", to: width)
      for (cell, lines) in zip(cells, columns) {
        let content = line < lines.count ? lines[line] : ""
        let gap = String(repeating: " ", count: max(0, Self.column - content.terminalCells))
        text += style.ink(content, cell.inks) + gap
      }
      return text.withoutBlanksAtEnd
    }
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.terminalCells))
  }

  private func others(_ matrix: VerdictMatrix) -> [String] {
    let topics = matrix.rows.filter { $0.worst == .doesNotApply }.map(\.topic)
    guard !topics.isEmpty else { return [] }
    let text = "\(wording.verdict(.doesNotApply)): \(topics.joined(separator: wording.comma))"
    return [""] + WrappedText(text, width: style.width).lines
  }

  private func conclusion(_ result: MarketResult) -> [String] {
    WrappedText(
      "\(wording.conclusion): \(wording.market(result.market)): "
        + wording.conclusion(result.conclusion), width: style.width
    ).lines
  }

  private func ink(_ cell: VerdictMatrix.Cell?) -> [TerminalStyle.Ink] {
    guard let cell else { return [.faint] }
    switch cell.worst {
    case .error: return [.red, .bold]
    case .fails: return cell.severity == .error ? [.red] : [.yellow]
    case .undecided: return [.cyan]
    case .passes: return [.green]
    case .doesNotApply: return [.faint]
    }
  }
}

extension Wording {
  /// What a market says on a topic in a few words: the gravest verdict, how many of all were that,
  /// and how much it weighs.
  func cell(_ cell: VerdictMatrix.Cell) -> String {
    let counts = cell.counts
    let applied = counts.total - counts[.doesNotApply]
    switch cell.worst {
    case .doesNotApply: return verdict(.doesNotApply)
    case .passes: return "\(verdict(.passes)) \(language.digits(of: counts[.passes]))"
    case .fails, .undecided, .error:
      let number = "\(language.digits(of: counts[cell.worst]))/\(language.digits(of: applied))"
      return "\(verdict(cell.worst)) \(number) (\(severityName(cell.severity)))"
    }
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
