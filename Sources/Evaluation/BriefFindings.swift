internal import CEL
public import Diagnostics

/// Findings of a registry as most reports of one need them: no submission is kept for them, and
/// their texts stand one behind the other in one array.
///
/// Only rules whose condition a screen answers have them; what they say is what whole findings say.
public struct BriefFindings: Sendable {
  /// A range of `texts`.
  public typealias Text = Range<Int32>

  /// A finding.
  public struct Entry: Sendable {
    /// The rule that fails.
    public let rule: BriefRule
    /// What is wrong.
    public let message: Text
    /// What would mend it.
    public let remedy: Text
    /// Where it is wrong, as a JSON Pointer.
    public let pointer: Text
    /// Where it is wrong.
    public let position: Position
    /// The fields that decided, as a range of `evidence`.
    public let evidence: Range<Int32>
    /// Where it is wrong, as an offset into the bytes that were judged.
    let offset: Int
  }

  /// A field that decided.
  public struct Evidence: Sendable {
    /// What was read.
    public enum Content: Sendable {
      /// A text.
      case text(Text)
      /// Anything else.
      case other(Evaluation.Evidence.Content)
    }

    /// The field, as a JSON Pointer.
    public let pointer: Text
    /// What was read.
    public let content: Content
    /// Where the value is written.
    public let position: Position
  }

  /// The findings.
  public private(set) var entries: [Entry] = []
  /// The fields that decided them.
  public private(set) var evidence: [Evidence] = []
  /// Their texts in UTF-8.
  public private(set) var texts: [UInt8] = []
  /// What was read for the finding that is being made.
  var reads: [TableRead] = []
  /// Where the last place of its line stands.
  var columns = ColumnCounter()

  /// Creates a list without findings.
  init() {}

  /// Adds a text that is written by a function.
  mutating func addText(_ write: (inout [UInt8]) -> Void) -> Text {
    let start = Int32(truncatingIfNeeded: texts.count)
    write(&texts)
    return start..<Int32(truncatingIfNeeded: texts.count)
  }

  /// Adds a field that decided.
  mutating func add(_ field: Evidence) { evidence.append(field) }

  /// Adds a finding.
  mutating func add(_ entry: Entry) { entries.append(entry) }
}
