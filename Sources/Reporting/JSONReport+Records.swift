internal import Diagnostics
public import Evaluation
public import Receipts
internal import RulePacks

extension JSONReport: RecordReport {
  /// All that is told of a finding of a registry is in a brief one, too.
  public var isBrief: Bool { true }

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

  /// Returns the findings of a run of records, one a line.
  public func part(_ result: RecordResult, isFirst: Bool) -> [UInt8] {
    var (bytes, file): ([UInt8], [UInt8]) = ([], [])
    bytes.reserveCapacity(result.findings.count * 1024)
    file.append(quoted: result.file)
    for finding in result.findings {
      bytes += (isFirst && bytes.isEmpty ? "\n        " : ",\n        ").utf8
      switch finding {
      case .whole(let index):
        findingTexts.append(result.wholeFindings[index], to: &bytes, self)
      case .brief(let index):
        findingTexts.append(index, of: result.briefFindings, in: file, to: &bytes, self)
      }
    }
    return bytes
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

  /// A program that reads the report wants to know what it was made of.
  public var wantsReceipt: Bool { true }

  /// Returns the end of a report.
  public func closing(_ receipt: Receipt?) -> String {
    let member = receipt.map { ",\n  \"receipt\": \(JSON($0).text(indent: 1))" } ?? ""
    return "\n  ]\(member)\n}\n"
  }

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
