public import Evaluation
public import Receipts

/// A way of writing down what came of a file of records while it is still being read: an opening,
/// a part for each run of records, and a closing with the numbers of all.
public protocol RecordReport: Sendable {
  /// Whether brief findings are enough for it.
  var isBrief: Bool { get }
  /// Returns what stands before the first file.
  var opening: String { get }
  /// Returns what stands before the parts of a file.
  func opening(of path: String, isFirst: Bool) -> String
  /// Returns what came of a run of records, as UTF-8; `isFirst` if no finding of the file was written yet.
  func part(_ result: RecordResult, isFirst: Bool) -> [UInt8]
  /// Returns what stands behind the parts of a file: `total` has the numbers of all.
  func closing(of path: String, _ total: RecordResult) -> String
  /// Whether it says what it was made of.
  var wantsReceipt: Bool { get }
  /// Returns what stands behind the last file: what the report was made of, if it wants that.
  func closing(_ receipt: Receipt?) -> String
}
