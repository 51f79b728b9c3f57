internal import Evaluation
internal import RulePacks

// What was recorded of findings outside of the submission: waivers, and an earlier report.

extension JSONReport {
  /// What is told of the waiver of a finding and of how it stands to a baseline: nothing where
  /// there is neither.
  func recorded(_ finding: Finding) -> [(key: String, value: JSON)] {
    let waiver = finding.waiver.map { waiver in
      (
        key: "waiver",
        value: JSON.object([
          ("reason", .string(waiver.reason)),
          ("approvedBy", .string(waiver.approvedBy)),
          ("ticket", JSON(waiver.ticket)),
          ("expires", .string(waiver.expires.description)),
        ])
      )
    }
    let state = finding.baselineState.map { (key: "baseline", value: JSON.string($0.rawValue)) }
    let change = finding.wouldPass.map { (key: "wouldPass", value: JSON($0)) }
    return [waiver, state, change].compactMap(\.self)
  }

  /// The number of waived findings, if there are any.
  func waived(_ result: MarketResult) -> [(key: String, value: JSON)] {
    let count = result.waivedCount
    return count > 0 ? [("waived", .integer(Int64(count)))] : []
  }

  /// What is wrong with waivers, each as a finding.
  func waivers(_ result: SubmissionResult) -> [@Sendable () -> JSON] {
    result.waiverFindings.deferred { .object(members(of: $0)) }
  }

  /// What is told of a finding about a waiver.
  func members(of finding: WaiverFinding) -> [(key: String, value: JSON)] {
    let wording = Wording(language: language)
    let pointer: [(key: String, value: JSON)] = [("pointer", .string(finding.pointer))]
    let state = finding.baselineState.map { (key: "baseline", value: JSON.string($0.rawValue)) }
    return [
      ("rule", .string(finding.id)),
      ("title", .string(wording.title(finding.kind))),
      ("verdict", .string(VerdictName.fails.rawValue)),
      ("severity", .string(finding.severity.rawValue)),
      ("message", .string(wording.message(of: finding))),
      ("remedy", .string(wording.remedy(finding.kind))),
      ("location", .object(location(finding.place) + end(finding.place) + pointer)),
      (
        "waives",
        .object([("rule", .string(finding.rule)), ("subject", JSON(finding.subject))])
      ),
      ("fingerprint", .string(finding.fingerprint)),
    ] + [state].compactMap(\.self)
  }

  /// The numbers of findings of rules that are left out, if any are.
  func leftOut(_ result: MarketResult) -> [(key: String, value: JSON)] {
    guard !result.leftOut.isEmpty else { return [] }
    let counts = result.leftOut.map { (key: $0.rule, value: JSON.integer(Int64($0.count))) }
    return [("leftOut", .object(counts))]
  }

  /// The findings of the baseline that are gone, if there is one.
  func fixed(_ result: SubmissionResult) -> [(key: String, value: JSON)] {
    guard let fixed = result.fixed else { return [] }
    return [("fixed", .array(fixed.map(JSON.init)))]
  }
}

extension JSON {
  /// The smallest change with which a rule would pass.
  fileprivate init(_ change: SmallestChange) {
    self = .object([
      ("kind", .string(change.kind.rawValue)),
      ("pointer", .string(change.pointer)),
      ("current", JSON(change.current)),
      ("value", JSON(change.value)),
    ])
  }

  /// A finding of another report.
  init(_ finding: KnownFinding) {
    self = .object([
      ("rule", .string(finding.rule)),
      ("market", finding.market.isEmpty ? .null : .string(finding.market)),
      ("severity", .string(finding.severity)),
      ("message", .string(finding.message)),
      ("fingerprint", .string(finding.fingerprint)),
    ])
  }
}

extension TextReport {
  /// The lines under a finding's title that say that it is waived, and how it stands to a baseline.
  func recorded(_ finding: Finding) -> [String] {
    wording.recorded(finding).map { wording.dated(shown($0)) }
  }

  /// The line that says with which value the rule would pass.
  func wouldPass(_ finding: Finding) -> [String] {
    finding.wouldPass.map { indented(shown(wording.wouldPass($0))) } ?? []
  }

  /// The lines that count the findings that are left out.
  func leftOut(_ result: MarketResult) -> [String] {
    let lines = result.leftOut.flatMap { indented("\($0.rule): \(wording.moreEvidence($0.count))") }
    return lines.isEmpty ? [] : [""] + lines
  }

  /// The rules that could not be decided for want of one value, under the first of them.
  func following(_ findings: [Finding]) -> [String] {
    let ids = findings.map { "\($0.rule.id) \($0.rule.title[wording.language])" }
    guard !ids.isEmpty else { return [] }
    return indented(wording.alsoUndecided) + ids.flatMap { indented("· \($0)") }
  }

  /// The findings of a part of the report: each with those that want the same value as it does.
  func folded(_ findings: [Finding]) -> [(finding: Finding, following: [Finding])] {
    var order: [(finding: Finding, following: [Finding])] = []
    var positions: [String: Int] = [:]
    for finding in findings {
      guard case .undecided(.value(let pointer)) = finding.verdict, finding.waiver == nil else {
        order.append((finding, []))
        continue
      }
      if let position = positions[pointer] {
        order[position].following.append(finding)
      } else {
        positions[pointer] = order.count
        order.append((finding, []))
      }
    }
    return order
  }

  /// The findings of the baseline that are gone.
  func fixed(_ result: SubmissionResult) -> [String] {
    guard let fixed = result.fixed, !fixed.isEmpty else { return [] }
    let head = style.ink(wording.count(wording.fixed, fixed.count), .green, .bold)
    return ["", head]
      + fixed.flatMap { indented(shown(wording.fixed($0))) }
  }
}
