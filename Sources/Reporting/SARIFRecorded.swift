internal import Diagnostics
internal import Evaluation
internal import RulePacks

// What SARIF has of waivers, of an earlier report and of law that ends.

extension SARIFReport {
  /// The permissions to go on: an empty list says that there is none.
  func suppressions(_ finding: Finding) -> (key: String, value: JSON) {
    let accepted = finding.waiver.map { waiver in
      JSON.object([
        ("kind", .string("external")),
        ("status", .string("accepted")),
        (
          "justification",
          .string(wording.spoken(wording.waived(waiver, wouldFail: finding.verdict == .fails)))
        ),
        (
          "location", SARIFPlace(waiver.place).location(pointer: waiver.pointer)
        ),
        (
          "properties",
          .object([
            ("reason", .string(waiver.reason)), ("approvedBy", .string(waiver.approvedBy)),
            ("ticket", JSON(waiver.ticket)), ("expires", .string(waiver.expires.description)),
          ])
        ),
      ])
    }
    return ("suppressions", .array(accepted.map { [$0] } ?? []))
  }

  /// The law that ends without a known successor, as notes of the run: it is nobody's finding.
  func lapses(_ result: SubmissionResult) -> [JSON] {
    result.markets.flatMap { market in
      market.lapses.map { lapse in
        .object([
          ("level", .string("note")),
          ("descriptor", .object([("id", .string("law/lapse"))])),
          ("message", spoken(wording.lapse(lapse, asOf: market.asOf))),
          (
            "properties",
            .object([
              ("market", .string(market.market)), ("act", .string(lapse.act.id)),
              ("lastDay", .string(lapse.lastDay.description)),
              ("rules", .array(lapse.rules.map(JSON.string))),
            ])
          ),
        ])
      }
    }
  }

  /// How a result stands to an earlier report, if there is one.
  func state(_ state: String?) -> [(key: String, value: JSON)] {
    state.map { [("baselineState", .string($0))] } ?? []
  }

  /// What stays the same for a result from one run to the next.
  func fingerprints(_ fingerprint: String) -> (key: String, value: JSON) {
    ("partialFingerprints", .object([("parvanehFingerprint/v1", .string(fingerprint))]))
  }

  /// What is wrong with a waiver.
  func result(
    _ finding: WaiverFinding, _ rules: SARIFRules, _ tellsSuppressions: Bool
  ) -> [(key: String, value: JSON)] {
    rules.resultReference(to: finding.id) + [
      ("kind", .string("fail")),
      ("level", .string(finding.severity.rawValue)),
      ("message", spoken(wording.message(of: finding))),
      ("locations", .array([SARIFPlace(finding.place).location(pointer: finding.pointer)])),
      fingerprints(finding.fingerprint),
    ] + state(finding.baselineState?.rawValue)
      + (tellsSuppressions ? [("suppressions", .array([]))] : [])
      + [
        (
          "properties",
          .object([
            ("severity", .string(finding.severity.rawValue)),
            ("remedy", .string(wording.spoken(wording.remedy(finding.kind)))),
            ("waivedRule", .string(finding.rule)), ("waivedFingerprint", JSON(finding.subject)),
          ])
        )
      ]
  }

  /// A finding of the earlier report that is gone, in that report's words; its rule need not be
  /// among those of this run.
  func absentResult(
    _ finding: KnownFinding, _ tellsSuppressions: Bool
  ) -> [(key: String, value: JSON)] {
    [
      ("ruleId", .string(finding.rule)),
      ("kind", .string("fail")),
      ("level", .string(finding.severity)),
      ("message", spoken(finding.message)),
      ("locations", .array(finding.spot.map { [SARIFPlace.location(of: $0)] } ?? [])),
      fingerprints(finding.fingerprint),
      ("baselineState", .string("absent")),
    ] + (tellsSuppressions ? [("suppressions", .array([]))] : [])
      + [("properties", .object([("market", .string(finding.market))]))]
  }
}

extension [String] {
  /// The texts, one below the other.
  var asLines: String { joined(separator: "\n") }
}
