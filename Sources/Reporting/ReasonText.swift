internal import Diagnostics
internal import Evaluation

/// The parts of a rule's expression that decided a verdict, as far as they say more than the values
/// of the fields do: tests and what was worked out, each under the element that it is about.
struct ReasonText {
  let wording: Wording
  let width: Int

  /// The most parts that are shown.
  private static let most = 6

  /// Returns lines such as `size(parts) → 2`; a part that needs several is indented from the second
  /// on.
  func lines(of finding: Finding) -> [String] {
    let telling = telling(finding)
    var shown = telling.prefix(Self.most)
    if telling.count > shown.count, shown.last?.role == .element { shown.removeLast() }
    let rest = telling.count - shown.count
    return shown.flatMap(lines) + (rest > 0 ? [wording.moreEvidence(rest)] : [])
  }

  /// Tests and what was worked out; an element before the first of them that is about it.
  private func telling(_ finding: Finding) -> [ExplainedValue] {
    var told: [ExplainedValue] = []
    var element: ExplainedValue?
    for part in finding.explanation {
      switch part.role {
      case .whole, .field: break
      case .element: element = part
      case .computed:
        let isKnown = told.contains { part.saysNoMore(than: $0) }
        if isKnown || finding.evidence.contains(where: part.isValue) { continue }
        if let introduced = element, introduced.element == part.element { told.append(introduced) }
        element = nil
        told.append(part)
      }
    }
    return told
  }

  private func lines(of part: ExplainedValue) -> [String] {
    let margin = "  "
    let expression = part.expression.escapingHiddenCharacters
    let outcome = "→ \(outcome(part))"
    var lines = WrappedText(expression, width: width - margin.count, breaksWords: true).lines
    if let last = lines.last, last.terminalCells + 1 + outcome.terminalCells <= width - margin.count
    {
      lines[lines.count - 1] = "\(last) \(outcome)"
    } else {
      lines += WrappedText(outcome, width: width - margin.count).lines
    }
    return lines.enumerated().map { index, line in index == 0 ? line : margin + line }
  }

  private func outcome(_ part: ExplainedValue) -> String {
    switch part.outcome {
    case .failed(let message): message.escapingHiddenCharacters
    case .value(.entries) where part.role == .element && part.element != nil:
      (part.element ?? "").escapingHiddenCharacters
    case .value(let content): wording.content(content)
    }
  }
}

extension ExplainedValue {
  /// Whether an earlier part has told the same: constants are the same for every element, and what
  /// a chain of calls comes to says more than what it comes to on the way.
  fileprivate func saysNoMore(than earlier: ExplainedValue) -> Bool {
    self == earlier
      || fields.isEmpty && expression == earlier.expression && outcome == earlier.outcome
      || isOnTheWay(to: earlier)
  }

  /// Whether the part comes to the value of the one field that it read.
  fileprivate func isValue(of evidence: Evidence) -> Bool {
    fields == [evidence.pointer] && outcome == .value(evidence.content)
  }

  private func isOnTheWay(to earlier: ExplainedValue) -> Bool {
    if case .value(.boolean) = earlier.outcome { return false }
    return element == earlier.element && earlier.expression.hasPrefix("\(expression).")
  }
}

extension Wording {
  /// What a field holds or an expression comes to.
  func content(_ content: Evidence.Content) -> String {
    switch content {
    case .absent: absent
    case .text(let text): "\"\(text.escapingHiddenCharacters)\""
    case .number(let number): number.withoutNeedlessFraction
    case .integer(let number): String(number)
    case .boolean(let truth): truth ? "true" : "false"
    case .entries(let count): entries(count)
    }
  }
}
