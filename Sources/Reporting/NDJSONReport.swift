public import Evaluation
public import RulePacks

/// One finding a line, as JSON: for programs that read line by line, and for `grep` and `jq`.
///
/// A line is the finding of the JSON report with the submission's path before it. What is not a
/// finding (conclusions, counts, diagnostics) is in the JSON report.
public struct NDJSONReport: Report {
  private let report: JSONReport

  /// Creates a report whose texts for people are in a language, made by a version of the program.
  public init(language: Language, version: String) {
    self.report = JSONReport(language: language, version: version)
  }

  /// Returns the lines.
  public func text(of results: [SubmissionResult]) -> String {
    var bytes: [UInt8] = []
    for result in results {
      let findings =
        result.findings.lazy.map(report.members)
        + result.waiverFindings.lazy.map(report.members)
      for members in findings {
        bytes += JSON.object([("submission", JSON.string(result.path))] + members).compact
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
