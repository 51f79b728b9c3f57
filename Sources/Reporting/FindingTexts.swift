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

  private let parts = Mutex<[Key: Parts]>([:])

  /// Appends a finding.
  func append(_ finding: Finding, to bytes: inout [UInt8], _ report: JSONReport) {
    let parts = parts(of: finding, report)
    bytes += parts.before
    bytes.append(quoted: finding.message[report.language])
    bytes += ", \"remedy\": ".utf8
    bytes.append(quoted: finding.remedy[report.language])
    bytes += parts.after
    bytes.append(quoted: finding.place.file)
    let (place, start) = (finding.place.range, finding.place.start)
    Self.append(start, to: &bytes)
    bytes += ", \"pointer\": ".utf8
    bytes.append(quoted: finding.pointer)
    bytes += "}, \"evidence\": [".utf8
    for (index, evidence) in finding.evidence.enumerated() {
      bytes += (index == 0 ? "{\"pointer\": " : ", {\"pointer\": ").utf8
      bytes.append(quoted: evidence.pointer)
      bytes += ", \"value\": ".utf8
      bytes += JSON(evidence.content).compact
      // The finding is mostly shown at what was read first.
      Self.append(evidence.place.range == place ? start : evidence.place.start, to: &bytes)
      bytes += "}".utf8
    }
    bytes += "]}".utf8
  }

  private static func append(_ position: Position, to bytes: inout [UInt8]) {
    bytes += ", \"line\": ".utf8
    bytes.append(decimal: Int64(position.line))
    bytes += ", \"column\": ".utf8
    bytes.append(decimal: Int64(position.column))
  }

  private func parts(of finding: Finding, _ report: JSONReport) -> Parts {
    let key = Key(
      rule: finding.ruleIdentity, market: finding.market, verdict: finding.verdict.name,
      isUpcoming: finding.upcoming != nil)
    return parts.withLock { parts in
      if let known = parts[key] { return known }
      let new = Parts(
        before: Self.opened(report.beforeMessage(of: finding), "\"message\": "),
        after: Self.continued(report.afterRemedy(of: finding), "\"location\": {\"file\": "))
      parts[key] = new
      return new
    }
  }

  private static func opened(_ members: [(key: String, value: JSON)], _ next: String) -> [UInt8] {
    JSON.object(members).compact.dropLast() + ", \(next)".utf8
  }

  private static func continued(
    _ members: [(key: String, value: JSON)], _ next: String
  ) -> [UInt8] {
    [UInt8](", ".utf8) + JSON.object(members).compact.dropFirst().dropLast() + ", \(next)".utf8
  }
}
