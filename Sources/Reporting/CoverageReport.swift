internal import Diagnostics
public import RulePacks

/// What of the law is checked, for people and for programs.
public struct CoverageReport: Sendable {
  private let coverage: RuleCoverage

  /// Creates the report.
  public init(_ coverage: RuleCoverage) {
    self.coverage = coverage
  }

  /// The words for what rests on an act as a whole.
  private static let wholeAct = "no provision"

  // MARK: Text

  /// The report for a terminal.
  public func text(_ style: TerminalStyle) -> String {
    var lines: [String] = []
    for act in coverage.acts { lines += self.lines(act, style) + [""] }
    lines += listed(
      "Acts without a rule or an entry", coverage.actsWithoutRules.map(Self.name), style)
    lines += listed("Not checked, of no act", coverage.unchecked.map(Self.line), style)
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  private func lines(_ covered: RuleCoverage.ActCoverage, _ style: TerminalStyle) -> [String] {
    let head = WrappedText(Self.name(covered.act), width: style.width).lines.map {
      style.ink($0, .bold)
    }
    return head + ["  \(Self.counts(covered.ruleCount, covered.exampleCount))"]
      + covered.provisions.flatMap { provision in
        indented(Self.line(provision), by: 2, style)
          + provision.unchecked.flatMap { indented("not checked: \(Self.line($0))", by: 4, style) }
      }
  }

  private func indented(_ text: String, by indent: Int, _ style: TerminalStyle) -> [String] {
    WrappedText(text, width: style.width - indent - 2).lines.enumerated().map { index, line in
      String(repeating: " ", count: index == 0 ? indent : indent + 2) + line
    }
  }

  private func listed(_ title: String, _ texts: [String], _ style: TerminalStyle) -> [String] {
    if texts.isEmpty { return [] }
    return [style.ink(title, .bold)] + texts.flatMap { indented($0, by: 2, style) } + [""]
  }

  private var summary: String {
    let rules = coverage.acts.reduce(0) { $0 + $1.ruleCount }
    let examples = coverage.acts.reduce(0) { $0 + $1.exampleCount }
    let unchecked = coverage.acts.flatMap(\.provisions).flatMap(\.unchecked) + coverage.unchecked
    return "\(coverage.acts.count) acts with \(Self.counts(rules, examples)), "
      + "\(coverage.actsWithoutRules.count) acts without either, "
      + "\(Set(unchecked).count) entries not checked"
  }

  private static func counts(_ rules: Int, _ examples: Int) -> String {
    "\(rules) \(rules == 1 ? "rule" : "rules"), \(examples) examples"
  }

  private static func name(_ act: Act) -> String {
    let key = act.key.map { " (\($0))" } ?? ""
    let number = act.number.map { ", No. \($0)" } ?? ""
    let day = act.date.map { ", \($0)" } ?? ""
    return "\(act.id)\(key)  \(act.title[.en])\(number)\(day)"
  }

  private static func line(_ provision: RuleCoverage.Provision) -> String {
    let name = provision.name ?? wholeAct
    if provision.rules.isEmpty { return "\(name): no rule" }
    let rules = provision.rules.map(\.id).joined(separator: ", ")
    return "\(name): \(rules) (\(provision.exampleCount) examples)"
  }

  private static func line(_ entry: UncheckedRequirement) -> String {
    let head = (entry.ids + (entry.part.map { [$0] } ?? [])).joined(separator: ", ")
    return head.isEmpty ? entry.reason : "\(head): \(entry.reason)"
  }

  // MARK: Markdown

  /// The report as Markdown.
  public var markdown: String {
    var lines = ["# What is checked", "", summary, ""]
    for covered in coverage.acts {
      lines += ["## \(Self.name(covered.act))", ""]
      lines += ["| provision | rules | examples | not checked |", "|---|---|---|---|"]
      lines += covered.provisions.map(Self.row) + [""]
    }
    lines += section("Acts without a rule or an entry", coverage.actsWithoutRules.map(Self.name))
    lines += section("Not checked, of no act", coverage.unchecked.map(Self.line))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ provision: RuleCoverage.Provision) -> String {
    let cells = [
      provision.name ?? wholeAct, provision.rules.map(\.id).joined(separator: ", "),
      "\(provision.exampleCount)", provision.unchecked.map(Self.line).joined(separator: "; "),
    ]
    let escaped = cells.map { $0.writing { $0 == "|" ? "\\|" : nil } }
    return "| \(escaped.joined(separator: " | ")) |"
  }

  private func section(_ title: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? [] : ["## \(title)", ""] + texts.map { "- \($0)" } + [""]
  }

  // MARK: JSON

  /// The report as JSON.
  public var json: String {
    JSON.object([
      ("acts", .array(coverage.acts.map(Self.json))),
      ("actsWithoutRules", .array(coverage.actsWithoutRules.map { .object(Self.members($0)) })),
      ("notChecked", .array(coverage.unchecked.map(Self.json))),
    ]).text
  }

  private static func members(_ act: Act) -> [(key: String, value: JSON)] {
    [("id", .string(act.id)), ("key", JSON(act.key)), ("title", .string(act.title[.en]))]
  }

  private static func json(_ covered: RuleCoverage.ActCoverage) -> JSON {
    .object(members(covered.act) + [("provisions", .array(covered.provisions.map(Self.json)))])
  }

  private static func json(_ provision: RuleCoverage.Provision) -> JSON {
    .object([
      ("provision", JSON(provision.name)),
      ("rules", .array(provision.rules.map { .string($0.id) })),
      ("examples", .integer(Int64(provision.exampleCount))),
      ("notChecked", .array(provision.unchecked.map(Self.json))),
    ])
  }

  private static func json(_ entry: UncheckedRequirement) -> JSON {
    .object([
      ("ids", .array(entry.ids.map(JSON.string))), ("part", JSON(entry.part)),
      ("reason", .string(entry.reason)),
    ])
  }
}
