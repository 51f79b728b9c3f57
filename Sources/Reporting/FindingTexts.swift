internal import Diagnostics
internal import Evaluation
internal import RulePacks
internal import Synchronization

/// Writes findings as JSON on one line, and keeps what is the same for all findings of a rule: of a
/// registry's findings, that is most of the text.
final class FindingTexts: Sendable {
  private struct Key: Hashable {
    let rule: ObjectIdentifier
    let market: String
    let verdict: VerdictName
    let isUpcoming: Bool
  }

  private struct Parts {
    /// From the opening brace to the message.
    let before: [UInt8]
    /// From behind the remedy to the file of the location.
    let after: [UInt8]
  }

  private struct Known {
    var whole: [Key: Parts] = [:]
    var brief: [ObjectIdentifier: Parts] = [:]
  }

  private let known = Mutex(Known())

  // MARK: Whole findings

  /// Appends a finding.
  func append(_ finding: Finding, to bytes: inout [UInt8], _ report: JSONReport) {
    let parts = parts(of: finding, report)
    bytes += parts.before
    bytes.append(quoted: finding.message[report.language])
    bytes.append(#", "remedy": "#)
    bytes.append(quoted: finding.remedy[report.language])
    bytes += parts.after
    bytes.append(quoted: finding.place.file)
    let (place, start) = (finding.place.range, finding.place.start)
    bytes.append(start)
    bytes.append(#", "pointer": "#)
    bytes.append(quoted: finding.pointer)
    bytes.append(#"}, "evidence": ["#)
    for (index, evidence) in finding.evidence.enumerated() {
      bytes.append(index == 0 ? #"{"pointer": "# : #", {"pointer": "#)
      bytes.append(quoted: evidence.pointer)
      bytes.append(#", "value": "#)
      bytes.append(evidence.content)
      // The finding is mostly shown at what was read first.
      bytes.append(evidence.place.range == place ? start : evidence.place.start)
      bytes.append("}")
    }
    bytes.append("]}")
  }

  private func parts(of finding: Finding, _ report: JSONReport) -> Parts {
    let key = Key(
      rule: finding.ruleIdentity, market: finding.market, verdict: finding.verdict.name,
      isUpcoming: finding.upcoming != nil)
    return known.withLock { known in
      if let parts = known.whole[key] { return parts }
      let parts = Self.parts(of: finding.heading, report)
      known.whole[key] = parts
      return parts
    }
  }

  private static func parts(of heading: FindingHeading, _ report: JSONReport) -> Parts {
    Parts(
      before: opened(report.beforeMessage(of: heading), #""message": "#),
      after: continued(report.afterRemedy(of: heading), #""location": {"file": "#))
  }

  private static func opened(_ members: [(key: String, value: JSON)], _ next: String) -> [UInt8] {
    JSON.object(members).compact.dropLast() + ", \(next)".utf8
  }

  private static func continued(
    _ members: [(key: String, value: JSON)], _ next: String
  ) -> [UInt8] {
    [UInt8](", ".utf8) + JSON.object(members).compact.dropFirst().dropLast() + ", \(next)".utf8
  }

  // MARK: Brief findings

  /// Appends a brief finding in a file, whose name is given in quotation marks.
  func append(
    _ index: Int, of findings: BriefFindings, in file: [UInt8], to bytes: inout [UInt8],
    _ report: JSONReport
  ) {
    let finding = findings.entries[index]
    let parts = parts(of: finding.rule, report)
    bytes += parts.before
    bytes.append(quoted: finding.message, of: findings.texts)
    bytes.append(#", "remedy": "#)
    bytes.append(quoted: finding.remedy, of: findings.texts)
    bytes += parts.after
    bytes += file
    bytes.append(finding.position)
    bytes.append(#", "pointer": "#)
    bytes.append(quoted: finding.pointer, of: findings.texts)
    bytes.append(#"}, "evidence": ["#)
    for index in finding.evidence {
      bytes.append(index == finding.evidence.lowerBound ? #"{"pointer": "# : #", {"pointer": "#)
      let evidence = findings.evidence[Int(index)]
      bytes.append(quoted: evidence.pointer, of: findings.texts)
      bytes.append(#", "value": "#)
      switch evidence.content {
      case .text(let text): bytes.append(quoted: text, of: findings.texts)
      case .other(let content): bytes.append(content)
      }
      bytes.append(evidence.position)
      bytes.append("}")
    }
    bytes.append("]}")
  }

  private func parts(of rule: BriefRule, _ report: JSONReport) -> Parts {
    known.withLock { known in
      if let parts = known.brief[ObjectIdentifier(rule)] { return parts }
      let parts = Self.parts(of: rule.heading, report)
      known.brief[ObjectIdentifier(rule)] = parts
      return parts
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ content: Evidence.Content) {
    switch content {
    case .integer(let number): append(decimal: number)
    case .number(let number): append(number)
    case .absent, .text, .boolean, .entries: self += JSON(content).compact
    }
  }

  fileprivate mutating func append(_ position: Position) {
    append(#", "line": "#)
    append(decimal: Int64(position.line))
    append(#", "column": "#)
    append(decimal: Int64(position.column))
  }
}
