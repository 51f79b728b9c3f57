import Reporting
import RulePacks

/// Every format that a report can have.
enum Formats {
  struct Format: Sendable, CustomStringConvertible {
    let name: String
    /// The end of its golden files.
    let suffix: String
    let report: @Sendable (Language) -> any Report

    var description: String { name }
  }

  static let all: [Format] = [
    Format(name: "text", suffix: "txt") { TextReport(language: $0, style: TerminalStyle()) },
    Format(name: "json", suffix: "json") { JSONReport(language: $0, version: "1.2.3") },
    Format(name: "ndjson", suffix: "ndjson") { NDJSONReport(language: $0, version: "1.2.3") },
    Format(name: "sarif", suffix: "sarif") {
      SARIFReport(language: $0, version: "1.2.3", exitStatus: 3)
    },
    Format(name: "junit", suffix: "junit.xml") { JUnitReport(language: $0) },
    Format(name: "github", suffix: "github.txt") { GitHubReport(language: $0) },
    Format(name: "gitlab", suffix: "gitlab.json") { GitLabReport(language: $0) },
    Format(name: "markdown", suffix: "md") { MarkdownReport(language: $0) },
    Format(name: "csv", suffix: "csv") { CSVReport(language: $0) },
    Format(name: "html", suffix: "html") { HTMLReport(language: $0) },
  ]

  /// Each format in each language.
  static let spoken = all.flatMap { format in Language.allCases.map { (format, $0) } }
}
