internal import CEL
internal import Diagnostics
public import RulePacks
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

  /// The rule's id.
  let id: String
  /// How much its findings weigh.
  public let severity: Severity

  /// What all its findings have in common.
  public var heading: FindingHeading {
    FindingHeading(
      compiledRule: compiledRule, market: market, verdict: .fails,
      severity: severity, upcoming: nil)
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
    self.id = rule.rule.id
    self.severity = rule.rule.severity
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
    _ run: ScreenRun, _ scanner: RecordScanner, _ line: ScannedLine,
    to findings: inout BriefFindings
  ) -> Bool {
    findings.reads.removeAll(keepingCapacity: true)
    guard run.answer(requires, noting: &findings.reads) == .no, let first = findings.reads.first,
      let shown = place == nil ? first : place.flatMap({ run.read(of: $0) }),
      !findings.reads.contains(where: { scanner.cell(of: $0).kind == .record })
    else { return false }
    let firstEvidence = findings.evidence.count
    var spot: BriefFindings.Evidence?
    for index in findings.reads.indices {
      let read = findings.reads[index]
      let evidence = evidence(of: read, scanner, line, &findings)
      if read == shown, spot == nil { spot = evidence }
      findings.add(evidence)
    }
    let place = spot ?? evidence(of: shown, scanner, line, &findings)
    findings.add(
      BriefFindings.Entry(
        rule: self, message: text(message, run, scanner, &findings),
        remedy: text(remedy, run, scanner, &findings), pointer: place.pointer,
        position: place.position,
        evidence: Int32(firstEvidence)..<Int32(findings.evidence.count),
        offset: scanner.offset(of: shown)))
    return true
  }

  private func evidence(
    of read: TableRead, _ scanner: RecordScanner, _ line: ScannedLine,
    _ findings: inout BriefFindings
  ) -> BriefFindings.Evidence {
    let cell = scanner.cell(of: read)
    var isText = false
    let text = findings.addText { isText = scanner.append(shown: cell, to: &$0) }
    return BriefFindings.Evidence(
      pointer: findings.addText { scanner.append(pointerOf: read, to: &$0) },
      content: isText ? .text(text) : .other(scanner.content(of: cell)),
      position: findings.columns.position(at: scanner.offset(of: read), of: line, scanner))
  }

  private func text(
    _ segments: [Segment], _ run: ScreenRun, _ scanner: RecordScanner,
    _ findings: inout BriefFindings
  ) -> BriefFindings.Text {
    findings.addText { bytes in
      for segment in segments {
        switch segment {
        case .words(let words): bytes += words
        case .field(let field): append(run.cell(of: field), scanner, to: &bytes)
        }
      }
    }
  }

  /// Appends a value as a message shows it.
  private func append(
    _ cell: RecordTable.Cell?, _ scanner: RecordScanner, to bytes: inout [UInt8]
  ) {
    guard let cell else {
      bytes += Wording.notGiven[language].utf8
      return
    }
    if scanner.append(shown: cell, to: &bytes) { return }
    bytes += (scanner.table.value(of: cell)?.shown ?? Wording.notGiven[language]).utf8
  }
}
