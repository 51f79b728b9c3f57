internal import Diagnostics
public import RulePacks

/// A comparison of two markets for people at a terminal.
public struct ComparisonText: Sendable {
  private let wording: Wording
  private let style: TerminalStyle

  /// Creates a writer in a language and a style.
  public init(language: Language, style: TerminalStyle) {
    self.wording = Wording(language: language)
    self.style = style
  }

  /// Returns the comparisons, in each the topics by how the markets stand to each other.
  public func text(of comparisons: [MarketComparison]) -> String {
    comparisons.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func lines(of comparison: MarketComparison) -> [String] {
    let title =
      "\(wording.compared(comparison.left, comparison.right)): \(wording.kind(comparison.kind))"
      + "\(wording.comma)\(wording.asOf) \(wording.dated("\(comparison.day)"))"
    var lines = WrappedText(title, width: style.width).lines.map { style.ink($0, .bold) }
    for relation in MarketComparison.Relation.allCases {
      let topics = comparison.topics.filter { $0.relation == relation }
      guard !topics.isEmpty else { continue }
      let words = wording.relation(relation, comparison.left, comparison.right)
      lines +=
        [""]
        + WrappedText(wording.count(words, topics.count), width: style.width).lines
        .map { style.ink($0, ink(relation), .bold) }
      lines += topics.flatMap { self.lines(of: $0, comparison) }
    }
    return lines.map { wording.language.isolating($0) }
  }

  private func lines(of topic: MarketComparison.Topic, _ comparison: MarketComparison) -> [String] {
    var lines = ["", "  " + style.ink(topic.name, .bold)]
    lines += topic.common.flatMap { rule($0, wording.both) }
    lines += topic.left.flatMap { rule($0, comparison.left) }
    lines += topic.right.flatMap { rule($0, comparison.right) }
    for difference in topic.differences {
      let text = difference.inWords(comparison, wording)
      lines += WrappedText(text, width: style.width - 6).lines.enumerated().map { index, line in
        (index == 0 ? "    ≠ " : "      ") + line
      }
    }
    return lines
  }

  private func rule(_ rule: CompiledRule, _ market: String) -> [String] {
    let head = "    \(market)  "
    let gap = String(repeating: " ", count: head.terminalCells)
    let title = "\(rule.rule.id)  \(rule.rule.title[wording.language])"
    let width = style.width - head.terminalCells
    let citation = wording.dated(wording.shortCitation(of: rule.rule, rule.act))
    let law = WrappedText(citation, width: width).lines
    return WrappedText(title, width: width).lines.enumerated()
      .map { index, line in (index == 0 ? style.ink(head, .faint) : gap) + line }
      + law.map { gap + style.ink($0, .faint) }
  }

  private func ink(_ relation: MarketComparison.Relation) -> TerminalStyle.Ink {
    switch relation {
    case .conflict: .red
    case .leftStricter, .rightStricter: .yellow
    case .shared: .green
    case .notComparable, .onlyLeft, .onlyRight: .cyan
    }
  }
}

extension RuleDifference {
  /// The difference as one line: the value, and what each market asks of it.
  func inWords(_ comparison: MarketComparison, _ wording: Wording) -> String {
    "\(subject): \(comparison.left) \(left); \(comparison.right) \(right)"
  }
}

extension Wording {
  /// The act and the provision, without how surely they are known.
  func shortCitation(of rule: Rule, _ act: Act) -> String {
    [act.title[language], act.number.map { "\(number) \($0)" }, rule.citation.provision]
      .compactMap(\.self).joined(separator: comma)
  }
}
