internal import CEL
internal import Diagnostics
internal import RulePacks
internal import Submissions

/// A rule that a screen answers, with its texts prepared so that a finding needs no submission.
public final class BriefRule: Sendable {
  /// A part of a text: words, or a field whose value is put in.
  enum Segment: Sendable {
    case words([UInt8])
    case field(Int)
  }

  private let compiledRule: CompiledRule
  private let market: String
  private let language: Language
  private let requires: Int
  private let place: Int?
  private let message: [Segment]
  private let remedy: [Segment]

  /// What all its findings have in common.
  public var heading: FindingHeading {
    FindingHeading(
      compiledRule: compiledRule, market: market, verdict: .fails,
      severity: compiledRule.rule.severity, upcoming: nil)
  }

  /// Prepares a rule whose condition is a program of a screen; nil if a text or a place of it is
  /// more than fields.
  init?(
    _ rule: CompiledRule, market: String, _ language: Language, requires: Int,
    _ screen: inout Screen
  ) {
    guard let message = Self.segments(rule.message, language, &screen),
      let remedy = Self.segments(rule.remedy, language, &screen)
    else { return nil }
    if let program = rule.findingPlace {
      guard let place = screen.add(field: program) else { return nil }
      self.place = place
    } else {
      self.place = nil
    }
    self.compiledRule = rule
    self.market = market
    self.language = language
    self.requires = requires
    self.message = message
    self.remedy = remedy
  }

  private static func segments(
    _ template: CompiledTemplate, _ language: Language, _ screen: inout Screen
  ) -> [Segment]? {
    var segments: [Segment] = []
    for segment in template.segments(language) {
      switch segment {
      case .words(let words): segments.append(.words(Array(words.utf8)))
      case .program(let program):
        guard let field = screen.add(field: program) else { return nil }
        segments.append(.field(field))
      }
    }
    return segments
  }

  // MARK: Findings

  /// Adds the finding that the rule, which is known to fail, gives; returns whether it could be told
  /// from the table alone.
  func addFinding(
    _ run: ScreenRun, _ line: ScannedLine, to findings: inout BriefFindings
  ) -> Bool {
    var reads: [TableRead] = []
    guard run.answer(requires, noting: &reads) == .no, let first = reads.first,
      let shown = place == nil ? first : place.flatMap({ run.field($0)?.read }),
      reads.allSatisfy({ line.cell(of: $0).kind != .record })
    else { return false }
    let firstEvidence = findings.evidence.count
    for read in reads { findings.add(evidence(of: read, line, &findings)) }
    let spot =
      reads.firstIndex(of: shown).map { findings.evidence[firstEvidence + $0] }
      ?? evidence(of: shown, line, &findings)
    findings.add(
      BriefFindings.Entry(
        rule: self, message: text(message, run, line, &findings),
        remedy: text(remedy, run, line, &findings), pointer: spot.pointer,
        position: spot.position,
        evidence: Int32(firstEvidence)..<Int32(findings.evidence.count),
        offset: line.offset(of: shown)))
    return true
  }

  private func evidence(
    of read: TableRead, _ line: ScannedLine, _ findings: inout BriefFindings
  ) -> BriefFindings.Evidence {
    let cell = line.cell(of: read)
    var isText = false
    let text = findings.addText { isText = line.append(cell, to: &$0) }
    return BriefFindings.Evidence(
      pointer: findings.addText { line.append(pointerOf: read, to: &$0) },
      content: isText ? .text(text) : .other(line.content(of: cell)),
      position: line.position(at: line.offset(of: read)))
  }

  private func text(
    _ segments: [Segment], _ run: ScreenRun, _ line: ScannedLine, _ findings: inout BriefFindings
  ) -> BriefFindings.Text {
    findings.addText { bytes in
      for segment in segments {
        switch segment {
        case .words(let words): bytes += words
        case .field(let field): append(run.field(field)?.cell, line, to: &bytes)
        }
      }
    }
  }

  /// Appends a value as a message shows it.
  private func append(_ cell: RecordTable.Cell?, _ line: ScannedLine, to bytes: inout [UInt8]) {
    guard let cell else {
      bytes += Wording.notGiven[language].utf8
      return
    }
    if line.append(cell, to: &bytes) { return }
    bytes += (line.value(of: cell)?.shown ?? Wording.notGiven[language]).utf8
  }
}
