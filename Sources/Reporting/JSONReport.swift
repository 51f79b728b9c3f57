internal import Diagnostics
public import Evaluation
public import Receipts
public import RulePacks

/// The report for programs, by the schema in `Rules/schema/report.schema.json`.
public struct JSONReport: Report {
  let language: Language
  let version: String
  let receipt: Receipt?
  let findingTexts = FindingTexts()

  /// Creates a report whose texts for people are in a language, made by a version of the program,
  /// with what it was made of.
  public init(language: Language, version: String, receipt: Receipt? = nil) {
    self.language = language
    self.version = version
    self.receipt = receipt
  }

  /// Returns the report as JSON.
  public func text(of results: [SubmissionResult]) -> String {
    JSON.object(
      [
        ("schema", .string("parvaneh-report/1")),
        ("program", .object([("name", .string("parvaneh")), ("version", .string(version))])),
        ("language", .string(language.rawValue)),
        ("submissions", .array(results.map(submission))),
      ] + (receipt.map { [("receipt", JSON($0))] } ?? [])
    ).text
  }

  private func submission(_ result: SubmissionResult) -> JSON {
    .object(
      [
        ("path", .string(result.path)),
        ("kind", JSON(result.kind)),
        ("markets", .array(result.markets.map(market))),
        ("diagnostics", .array(result.diagnostics.map(diagnostic))),
        (
          "findings",
          .elements(
            result.findings.deferred { .object(members(of: $0)) } + waivers(result))
        ),
      ] + fixed(result))
  }

  private func market(_ result: MarketResult) -> JSON {
    .object(
      [
        ("market", .string(result.market)),
        ("asOf", .string(result.asOf.description)),
        ("conclusion", .string(result.conclusion.rawValue)),
        ("counts", counts(result.counts)),
        (
          "packs",
          .array(
            result.packs.map { pack in
              .object([
                ("name", .string(pack.name)),
                ("version", .string(pack.version)),
                ("rules", .integer(Int64(pack.rules.count))),
              ])
            })
        ),
        ("lapses", .array(result.lapses.map(lapse))),
      ] + outlook(result) + waived(result) + leftOut(result))
  }

  /// The first change of the conclusion, if it was looked for.
  private func outlook(_ result: MarketResult) -> [(key: String, value: JSON)] {
    guard let forecast = result.forecast else { return [] }
    let members: [(key: String, value: JSON)] = [
      ("until", .string(forecast.last.description)),
      ("firstChange", forecast.changes.first.map { JSON($0, language) } ?? .null),
    ]
    return [("forecast", .object(members))]
  }

  private func lapse(_ lapse: LawLapse) -> JSON {
    .object([
      ("act", .string(lapse.act.id)),
      ("title", .string(lapse.act.title[language])),
      ("lastDay", .string(lapse.lastDay.description)),
      ("wholeAct", .boolean(lapse.isWholeAct)),
      ("rules", .array(lapse.rules.map(JSON.string))),
    ])
  }

  func counts(_ counts: VerdictCounts) -> JSON {
    .object(VerdictName.allCases.map { ($0.rawValue, .integer(Int64(counts[$0]))) })
  }

  func diagnostic(_ diagnostic: Diagnostic) -> JSON {
    .object([
      ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message)),
      ("location", diagnostic.place.map { .object(location($0)) } ?? .null),
      (
        "notes",
        .array(
          diagnostic.notes.map { note in
            .object([
              ("message", .string(note.message)),
              ("location", note.place.map { .object(location($0)) } ?? .null),
            ])
          })
      ),
    ])
  }

  /// What is told of a finding.
  func members(of finding: Finding) -> [(key: String, value: JSON)] {
    beforeMessage(of: finding.heading) + [
      ("message", .string(finding.message[language])),
      ("remedy", .string(finding.remedy[language])),
    ] + afterRemedy(of: finding.heading) + place(of: finding)
      + [("fingerprint", .string(finding.fingerprint))] + recorded(finding)
  }

  /// What is the same for all findings of a rule with the same verdict in a market, in two parts.
  func beforeMessage(of finding: FindingHeading) -> [(key: String, value: JSON)] {
    let rule = finding.rule
    return [
      ("rule", .string(rule.id)),
      ("pack", .string(finding.pack)),
      ("market", .string(finding.market)),
      ("topic", .string(rule.topic)),
      ("title", .string(rule.title[language])),
      ("verdict", .string(finding.verdict.rawValue)),
      ("severity", .string(finding.severity.rawValue)),
      ("upcoming", JSON(finding.upcoming?.description)),
      ("basis", .string(rule.basis.rawValue)),
      ("confidence", .string(rule.confidence.rawValue)),
      ("decidable", .string(rule.decidability.rawValue)),
    ]
  }

  func afterRemedy(of finding: FindingHeading) -> [(key: String, value: JSON)] {
    [("citation", citation(finding))]
  }

  private func place(of finding: Finding) -> [(key: String, value: JSON)] {
    [
      (
        "location",
        .object(location(finding.place) + end(finding.place) + [pointer(of: finding)])
      ),
      ("evidence", .array(finding.evidence.map(evidence))),
      ("explanation", .array(finding.explanation.map(explained))),
    ]
  }

  private func explained(_ part: ExplainedValue) -> JSON {
    .object([
      ("expression", .string(part.expression)),
      ("value", part.outcome.value),
      ("error", part.outcome.error),
      ("fields", .array(part.fields.map(JSON.string))),
      ("element", JSON(part.element)),
    ])
  }

  private func citation(_ finding: FindingHeading) -> JSON {
    let act = finding.act
    return .object([
      ("act", .string(act.id)),
      ("body", .string(act.body[language])),
      ("number", JSON(act.number)),
      ("title", .string(act.title[language])),
      ("provision", JSON(finding.rule.citation.provision)),
      ("date", JSON(act.date?.description)),
      ("solarHijriDate", JSON(act.solarHijriDate)),
    ])
  }

  func location(_ place: Place) -> [(key: String, value: JSON)] {
    let start = place.start
    return [
      ("file", .string(place.file)),
      ("line", .integer(Int64(start.line))),
      ("column", .integer(Int64(start.column))),
    ]
  }

  /// Where the place ends: the column after its last character.
  func end(_ place: Place) -> [(key: String, value: JSON)] {
    let end = place.end
    return [
      ("endLine", .integer(Int64(end.line))),
      ("endColumn", .integer(Int64(end.column))),
    ]
  }

  private func pointer(of finding: Finding) -> (key: String, value: JSON) {
    ("pointer", .string(finding.pointer))
  }

  private func evidence(_ evidence: Evidence) -> JSON {
    let start = evidence.place.start
    return .object([
      ("pointer", .string(evidence.pointer)),
      ("value", JSON(evidence.content)),
      ("line", .integer(Int64(start.line))),
      ("column", .integer(Int64(start.column))),
    ])
  }
}

extension JSON {
  /// What a field holds; lists and records are told by the number of their entries.
  init(_ content: Evidence.Content) {
    switch content {
    case .absent: self = .null
    case .text(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .integer(let number): self = .integer(number)
    case .boolean(let truth): self = .boolean(truth)
    case .entries(let count): self = .object([("entries", .integer(Int64(count)))])
    }
  }
}

extension ExplainedValue.Outcome {
  fileprivate var value: JSON {
    switch self {
    case .value(let content): JSON(content)
    case .failed: .null
    }
  }

  fileprivate var error: JSON {
    switch self {
    case .value: .null
    case .failed(let message): .string(message)
    }
  }
}
