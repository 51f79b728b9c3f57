internal import Diagnostics
internal import RulePacks
public import Evaluation

extension JSONReport: RecordReport {
  /// Returns the beginning of a report.
  public var opening: String {
    """
    {
      "schema": "parvaneh-report/1",
      "program": \(JSON.object([("name", .string("parvaneh")), ("version", .string(version))]).text(indent: 1)),
      "language": \(JSON.string(language.rawValue).text(indent: 1)),
      "submissions": [

    """
  }

  /// Returns the beginning of a file's entry, up to its findings.
  public func opening(of path: String, isFirst: Bool) -> String {
    (isFirst ? "" : ",\n")
      + """
          {
            "path": \(JSON.string(path).text(indent: 3)),
            "findings": [
      """
  }

  /// Returns the findings of a run of records.
  public func part(_ result: RecordResult, isFirst: Bool) -> String {
    var text = ""
    for finding in result.findings {
      text += isFirst && text.isEmpty ? "\n        " : ",\n        "
      text += self.finding(finding).text(indent: 4)
    }
    return text
  }

  /// Returns the rest of a file's entry: the numbers of its records.
  public func closing(of path: String, _ total: RecordResult) -> String {
    let numbers = JSON.object([
      ("total", .integer(Int64(total.records))),
      ("withFindings", .integer(Int64(total.recordsWithFindings))),
      ("unusable", .integer(Int64(total.unusable))),
    ])
    return """

            ],
            "kind": null,
            "records": \(numbers.text(indent: 3)),
            "markets": \(JSON.array(total.markets.map(market)).text(indent: 3)),
            "diagnostics": \(JSON.array(total.diagnostics.map(diagnostic)).text(indent: 3))
          }
      """
  }

  /// Returns the end of a report.
  public var closing: String { "\n  ]\n}\n" }

  private func market(_ market: RecordResult.Market) -> JSON {
    .object([
      ("market", .string(market.market)),
      ("records", .integer(Int64(market.records))),
      ("asOf", .null),
      ("conclusion", .string(market.conclusion.rawValue)),
      ("counts", counts(market.counts)),
      ("packs", .array([])),
    ])
  }
}
