internal import Diagnostics
public import Evaluation
public import Receipts

extension TextReport: RecordReport {
  /// The lines of the file are shown, so that findings are told whole.
  public var isBrief: Bool { false }

  /// Nothing stands before the first file.
  public var opening: String { "" }

  /// Returns the name of a file.
  public func opening(of path: String, isFirst: Bool) -> String {
    (isFirst ? "" : "\n") + style.ink(path.escapingHiddenCharacters, .bold) + "\n"
  }

  /// Returns the findings of a run of records.
  public func part(_ result: RecordResult, isFirst: Bool) -> [UInt8] {
    let lines = result.wholeFindings.flatMap { [""] + finding($0) }
    return lines.isEmpty ? [] : Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Returns what could not be read, and the numbers of all records.
  public func closing(of path: String, _ total: RecordResult) -> String {
    var lines = total.diagnostics.flatMap { [""] + DiagnosticText(style).lines($0) }
    for market in total.markets {
      lines += ["", heading(wording.market(market.market)), ""]
      lines.append("\(wording.records): \(market.records)")
      lines += summary(market.market, market.counts, market.conclusion)
    }
    lines += [
      "",
      "\(wording.records): \(total.records)\(wording.comma)"
        + "\(wording.withFindings): \(total.recordsWithFindings)\(wording.comma)"
        + "\(wording.unusableRecords): \(total.unusable)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A person reads it.
  public var wantsReceipt: Bool { false }

  /// Nothing stands behind the last file.
  public func closing(_ receipt: Receipt?) -> String { "" }
}
