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
      @Sendable func line(_ members: [(key: String, value: JSON)]) -> [UInt8] {
        let path: [(key: String, value: JSON)] = [("submission", .string(result.path))]
        return JSON.object(path + members).compact + [UInt8(ascii: "\n")]
      }
      let findings = result.findings.concurrentMap(inChunksOf: 64) { line(report.members(of: $0)) }
      let waivers = result.waiverFindings.map { line(report.members(of: $0)) }
      for line in findings + waivers { bytes += line }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
