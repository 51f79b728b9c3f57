public import Diagnostics
internal import Digests

/// What a report was made of: by it can be told later whether the same comes out again.
///
/// It holds nothing of the machine that made the report: no clock, no path but those that the user
/// wrote.
public struct Receipt: Sendable, Hashable {
  /// What was asked for, as far as it decides what the report says.
  public struct Options: Sendable, Hashable {
    /// The submissions' files.
    public var paths: [String] = []
    /// The markets asked for; empty for those of each submission.
    public var markets: [String] = []
    /// The day asked for; nil for each submission's own date.
    public var asOf: String?
    /// The last day of a forecast; nil for the one it has by itself, and for other reports.
    public var until: String?
    /// The folder of rules; nil for those inside the program.
    public var rules: String?
    /// The file of waivers.
    public var waivers: String?
    /// The earlier report.
    public var baseline: String?
    /// Whether smallest changes were looked for.
    public var wouldPass = false
    /// The most findings of a rule.
    public var maxFindingsPerRule: Int?
    /// Whether verdicts by topic were asked for instead of findings.
    public var matrix = false
    /// The language of the texts for people.
    public var language = "en"

    /// Creates the options of a plain run.
    public init() {}
  }

  /// A file that was read besides the rules.
  public struct Input: Sendable, Hashable {
    /// Its path, as it was given.
    public let path: String
    /// The SHA-256 of its bytes; nil if there was no such file.
    public let sha256: String?

    /// Creates an input.
    public init(path: String, sha256: String?) {
      self.path = path
      self.sha256 = sha256
    }

    /// Creates the input that a text was read from.
    public init(_ text: SourceText) {
      self.init(path: text.name, sha256: SHA256Sum.hexadecimal(of: text.bytes[...]))
    }
  }

  /// The program's version.
  public let program: String
  /// What was asked for.
  public let options: Options
  /// The days whose law was applied, each once, in order; none for files of records.
  public let asOf: [String]
  /// The files that were read, submission by submission, and what stands beside them.
  public let inputs: [Input]
  /// The rules that judged: their packs, and what these share.
  public let rules: [FolderDigest]

  /// Creates a receipt.
  public init(
    program: String, options: Options, asOf: [String], inputs: [Input], rules: [FolderDigest]
  ) {
    self.program = program
    self.options = options
    self.asOf = asOf
    self.inputs = inputs
    self.rules = rules
  }
}
