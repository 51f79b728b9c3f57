internal import Diagnostics
internal import Documents
public import RulePacks

/// What a rule asks, by which law, and when it holds, for people at a terminal.
public struct RuleText: Sendable {
  private let wording: Wording
  private let style: TerminalStyle

  /// Creates a writer in a language and a style.
  public init(language: Language, style: TerminalStyle) {
    self.wording = Wording(language: language)
    self.style = style
  }

  /// Returns the text of a rule of a pack.
  public func text(of rule: Rule, in pack: RulePack, _ library: RuleLibrary) -> String {
    var lines = WrappedText("\(rule.id)  \(rule.title[wording.language])", width: style.width).lines
      .map { style.ink(wording.language.isolating($0), .bold) }
    lines.append("")
    for (label, text) in facts(rule, pack, library) {
      lines += labelled(label, wording.dated(text)).map { wording.language.isolating($0) }
    }
    lines.append("")
    for (key, expression) in expressions(rule) { lines += labelled(key, expression) }
    lines += [""] + examples(rule)
    return lines.joined(separator: "\n") + "\n"
  }

  private func facts(
    _ rule: Rule, _ pack: RulePack, _ library: RuleLibrary
  ) -> [(String, String)] {
    var facts = [
      (wording.topic, rule.topic),
      (wording.pack, "\(pack.name) \(pack.version)"),
      (wording.severityFact, wording.severityName(rule.severity)),
      (wording.verdictFact, wording.decidability(rule.decidability)),
      (wording.inForce, wording.days(of: rule.period)),
    ]
    if let act = library.acts[rule.citation.act] {
      facts.append((wording.law, wording.citation(of: rule, act)))
      if let note = act.note { facts.append(("", note)) }
    }
    return facts
  }

  private func expressions(_ rule: Rule) -> [(String, String)] {
    var expressions: [(String, String)] = []
    if let applies = rule.applies { expressions.append(("applies", applies.text)) }
    for iteration in rule.iterations {
      expressions.append(("for", "\(iteration.name) in \(iteration.list.text)"))
    }
    if let requires = rule.requires { expressions.append(("requires", requires.text)) }
    return expressions
  }

  private func examples(_ rule: Rule) -> [String] {
    rule.examples.flatMap { example in
      labelled(wording.outcome(example.outcome).lowercased(), wording.dated(patch(example)))
        .map { wording.language.isolating($0) }
    }
  }

  private func patch(_ example: RuleExample) -> String {
    var parts = example.set.map { "\($0.pointer) = \(shown($0.value))" }
    parts += example.remove.map { "\($0) \(wording.removed)" }
    if let day = example.asOf { parts.append("\(wording.asOf) \(day)") }
    return parts.isEmpty ? wording.sampleAsItIs : parts.joined(separator: wording.comma)
  }

  private func shown(_ node: Node) -> String {
    node.isScalar ? node.text.escapingHiddenCharacters : node.kindInWords
  }

  private func labelled(_ label: String, _ text: String) -> [String] {
    let column = 18
    return WrappedText(text, width: style.width - column).lines.enumerated().map { index, line in
      let head = index == 0 ? label : ""
      return style.ink(head, .faint)
        + String(repeating: " ", count: max(1, column - head.terminalCells))
        + line
    }
  }
}
