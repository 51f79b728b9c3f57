internal import Diagnostics
internal import Evaluation
public import Receipts
public import RulePacks

/// Writes what came of making a report again.
public struct VerificationReport: Sendable {
  private let wording: Wording
  private let style: TerminalStyle

  /// Creates a report in a language and a style.
  public init(language: Language, style: TerminalStyle) {
    self.wording = Wording(language: language)
    self.style = style
  }

  // MARK: Text

  /// Returns it as text: whether the report is the same, and what is not.
  public func text(of verification: Verification) -> String {
    var lines = [heading(verification)]
    if verification.isMade { lines += indented(wording.madeAgain(verification.receipt), 2) }
    if !verification.isSame { lines += differences(verification) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ verification: Verification) -> String {
    let report = verification.report
    if verification.isSame { return style.ink(shown(wording.sameReport(report)), .green, .bold) }
    let words =
      verification.isMade ? wording.otherReport(report) : wording.unmadeReport(report)
    return style.ink(shown(words), .red, .bold)
  }

  private func differences(_ verification: Verification) -> [String] {
    let difference = verification.difference
    var lines: [String] = []
    if let before = difference.program.first, let now = difference.program.last {
      lines += [""] + indented(wording.programs(before, now), 0)
    }
    lines += part(wording.changedInputs, difference.inputs.flatMap { indented(entry($0), 2) })
    lines += part(wording.changedRules, difference.rules.flatMap(folder))
    lines += part(
      wording.changedConclusions, verification.conclusions.flatMap { indented(conclusion($0), 2) })
    lines += findings(wording.newFindings, verification.newFindings)
    lines += findings(wording.goneFindings, verification.goneFindings)
    lines += findings(wording.changedFindings, verification.changedFindings)
    if verification.isMade, difference.isEmpty {
      lines += [""] + indented(wording.reportItself, 0)
    }
    return lines + (verification.firstLine.map(firstLine) ?? [])
  }

  private func part(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", style.ink(shown(title), .bold)] + lines
  }

  private func entry(_ entry: ReceiptDifference.Entry) -> String {
    "\(entry.name): \(wording.change(entry.change))"
  }

  private func folder(_ folder: ReceiptDifference.Folder) -> [String] {
    let name = wording.folder(folder)
    guard folder.change == .changed else {
      return indented("\(name): \(wording.change(folder.change))", 2)
    }
    return indented(name, 2) + folder.files.flatMap(file)
  }

  private func file(_ file: ReceiptDifference.File) -> [String] {
    let isRuleFile = file.change == .changed && file.hasParts
    let what =
      isRuleFile && file.parts.isEmpty ? wording.outsideOfRules : wording.change(file.change)
    return indented("\(file.name): \(what)", 4)
      + file.parts.flatMap { indented(entry($0), 6) }
  }

  private func conclusion(_ change: Verification.ConclusionChange) -> String {
    let (before, now) = (
      wording.recordedConclusion(change.before), wording.recordedConclusion(change.now)
    )
    return [change.path, wording.market(change.market)].joined(separator: wording.comma)
      + ": \(before) → \(now)"
  }

  private func findings(_ title: String, _ findings: [KnownFinding]) -> [String] {
    part(wording.count(title, findings.count), findings.flatMap { indented($0.line, 2) })
  }

  private func firstLine(_ difference: Verification.LineDifference) -> [String] {
    let lines = [("-", difference.before), ("+", difference.now)].compactMap { sign, line in
      line.map { line in
        let text = line.drop { $0 == " " }.prefix(style.width - 4)
        return "  \(sign) " + String(text).escapingHiddenCharacters
      }
    }
    return part(wording.firstLine(difference.number), lines)
  }

  private func indented(_ text: String, _ indent: Int) -> [String] {
    WrappedText(text, width: style.width - indent).lines.map {
      String(repeating: " ", count: indent) + shown($0)
    }
  }

  /// The line with what is hidden in it shown, and what runs against the language set apart.
  private func shown(_ line: String) -> String {
    wording.language.isolating(line.escapingHiddenCharacters)
  }
}

// MARK: JSON

extension VerificationReport {
  /// Returns it as JSON.
  public func json(of verification: Verification) -> String {
    let difference = verification.difference
    return JSON.object([
      ("schema", .string("parvaneh-verification/1")),
      ("report", .string(verification.report)),
      ("same", .boolean(verification.isSame)),
      ("madeAgain", .boolean(verification.isMade)),
      ("program", .line(.array(difference.program.map(JSON.string)))),
      ("inputs", .array(difference.inputs.map { .line(entry($0)) })),
      ("rules", .array(difference.rules.map(folder))),
      ("conclusions", .array(verification.conclusions.map { .line(conclusion($0)) })),
      ("newFindings", .array(verification.newFindings.map(JSON.init))),
      ("goneFindings", .array(verification.goneFindings.map(JSON.init))),
      ("changedFindings", .array(verification.changedFindings.map(JSON.init))),
      ("firstLine", verification.firstLine.map(line) ?? .null),
    ]).text
  }

  private func entry(_ entry: ReceiptDifference.Entry) -> JSON {
    .object([("name", .string(entry.name)), ("change", .string(entry.change.rawValue))])
  }

  private func folder(_ folder: ReceiptDifference.Folder) -> JSON {
    .object([
      ("folder", .string(folder.name)), ("isPack", .boolean(folder.isPack)),
      ("change", .string(folder.change.rawValue)), ("files", .array(folder.files.map(file))),
    ])
  }

  private func file(_ file: ReceiptDifference.File) -> JSON {
    .object([
      ("name", .string(file.name)), ("change", .string(file.change.rawValue)),
      ("parts", .array(file.parts.map { .line(entry($0)) })),
    ])
  }

  private func conclusion(_ change: Verification.ConclusionChange) -> JSON {
    .object([
      ("path", .string(change.path)), ("market", .string(change.market)),
      ("before", JSON(change.before)), ("now", JSON(change.now)),
    ])
  }

  private func line(_ difference: Verification.LineDifference) -> JSON {
    .object([
      ("number", .integer(Int64(difference.number))), ("before", JSON(difference.before)),
      ("now", JSON(difference.now)),
    ])
  }
}
