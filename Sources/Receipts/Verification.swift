internal import Diagnostics
public import Evaluation

/// What came of making a report again: whether it is the same, and what is not.
public struct Verification: Sendable {
  /// A conclusion that is another one now.
  public struct ConclusionChange: Sendable, Hashable {
    /// The submission's file.
    public let path: String
    /// The market.
    public let market: String
    /// What was concluded, and what is; nil where nothing is, as reports write it.
    public let before: String?
    /// What is concluded now.
    public let now: String?
  }

  /// The first line that is another one.
  public struct LineDifference: Sendable, Hashable {
    /// Its number.
    public let number: Int
    /// The line in the stored report; nil behind its end.
    public let before: String?
    /// The line in the report made again; nil behind its end.
    public let now: String?
  }

  /// The stored report's file.
  public let report: String
  /// What was made of it all this time.
  public let receipt: Receipt
  /// Whether the bytes are the same.
  public let isSame: Bool
  /// Where the receipts differ.
  public let difference: ReceiptDifference
  /// The conclusions that differ.
  public private(set) var conclusions: [ConclusionChange] = []
  /// The findings that the stored report does not have.
  public private(set) var newFindings: [KnownFinding] = []
  /// The findings that only the stored report has.
  public private(set) var goneFindings: [KnownFinding] = []
  /// The findings of both that say something else now.
  public private(set) var changedFindings: [KnownFinding] = []
  /// The first line that differs.
  public private(set) var firstLine: LineDifference?
  /// Whether the report could be made again; if not, only the receipts could be compared.
  public let isMade: Bool

  /// Compares a stored report with the one that was made again.
  public init(_ stored: StoredReport, again: StoredReport) {
    report = stored.text.name
    receipt = again.receipt
    isMade = true
    isSame = stored.text.bytes == again.text.bytes
    difference = ReceiptDifference(from: stored.receipt, to: again.receipt)
    guard !isSame else { return }
    conclusions = Self.conclusions(stored, again)
    firstLine = Self.firstLine(stored.text, again.text)
    if let before = stored.findings, let now = again.findings { compare(before, now) }
  }

  /// Compares a stored report's receipt alone: with rules that do not hold nothing can be made.
  public init(_ stored: StoredReport, withoutReport now: Receipt) {
    report = stored.text.name
    receipt = now
    isMade = false
    isSame = false
    difference = ReceiptDifference(from: stored.receipt, to: now)
  }

  private mutating func compare(_ before: Baseline, _ now: Baseline) {
    let comparison = before.comparison(with: now)
    newFindings = comparison.new
    goneFindings = comparison.fixed
    let known = Set(before.findings)
    let (new, paths) = (Set(newFindings), Set(before.paths))
    changedFindings = now.findings.filter {
      !known.contains($0) && !new.contains($0) && paths.contains($0.path)
    }
  }

  private static func conclusions(
    _ stored: StoredReport, _ again: StoredReport
  ) -> [ConclusionChange] {
    func key(_ path: String, _ market: String) -> [String] { [path, market] }
    let (before, now) = (stored.conclusions, again.conclusions)
    let old = Dictionary(
      before.map { (key($0.path, $0.market), $0.conclusion) }, uniquingKeysWith: { one, _ in one })
    let new = Dictionary(
      now.map { (key($0.path, $0.market), $0.conclusion) }, uniquingKeysWith: { one, _ in one })
    let added = now.filter { old[key($0.path, $0.market)] == nil }
    return (before + added).compactMap { path, market, _ in
      let (one, other) = (old[key(path, market)], new[key(path, market)])
      return one == other
        ? nil : ConclusionChange(path: path, market: market, before: one, now: other)
    }
  }

  private static func firstLine(_ stored: SourceText, _ again: SourceText) -> LineDifference? {
    let offset =
      zip(stored.bytes, again.bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(stored.bytes.count, again.bytes.count)
    let number = stored.position(at: offset).line
    func line(_ text: SourceText) -> String? {
      number <= text.lineCount ? text.line(number) : nil
    }
    return LineDifference(number: number, before: line(stored), now: line(again))
  }
}
