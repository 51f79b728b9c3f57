internal import ArgumentParser
internal import Diagnostics
internal import Receipts
internal import Reporting
internal import RulePacks

/// What a report is written as.
enum ReportFormat: String, CaseIterable {
  case text
  case json
  case ndjson
  case sarif
  case junit
  case github
  case gitlab
  case markdown
  case csv
  case html

  /// Whether files of records can be reported so, while they are read.
  var takesRecords: Bool {
    switch self {
    case .text, .json: true
    case .ndjson, .sarif, .junit, .github, .gitlab, .markdown, .csv, .html: false
    }
  }

  /// The names of all formats, or of those that records can be reported in.
  static func names(ofThose isMeant: (ReportFormat) -> Bool = { _ in true }) -> String {
    allCases.filter(isMeant).map(\.rawValue).joined(separator: ", ")
  }
}

/// A report that was asked for: `sarif`, or `sarif=out.sarif` for a file.
struct ReportRequest: Hashable {
  /// What it is written as.
  let format: ReportFormat
  /// The file that it goes to; nil for the terminal, or what `--output` names.
  let file: String?

  /// Creates a request.
  init(_ format: ReportFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  /// Reads a request as it stands on the command line.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let format = ReportFormat(rawValue: name) else {
      let suggestion = Spelling.suggestion(
        for: name, in: ReportFormat.allCases.map(\.rawValue))
      throw ValidationError(
        "Unknown format \"\(name)\"; the formats are \(ReportFormat.names())\(suggestion)")
    }
    if parts.count == 2, parts[1].isEmpty {
      throw ValidationError("\"\(name)=\" names no file; leave the sign out for the terminal")
    }
    self.init(format, file: parts.count == 2 ? String(parts[1]) : nil)
  }
}

/// What a report is made with, besides the results.
struct ReportSetting {
  /// The language of texts for people.
  let language: Language
  /// What the command will end with.
  let status: ExitStatus
  /// How text for people is set.
  let style: TerminalStyle
  /// What the report was made of, for formats that tell.
  var receipt: Receipt?
}

extension ReportFormat {
  /// The report in a setting.
  func report(_ setting: ReportSetting) -> any Report {
    let language = setting.language
    switch self {
    case .text: return TextReport(language: language, style: setting.style)
    case .json:
      return JSONReport(
        language: language, version: Version.current, receipt: setting.receipt)
    case .ndjson: return NDJSONReport(language: language, version: Version.current)
    case .sarif:
      return SARIFReport(
        language: language, version: Version.current, exitStatus: setting.status.rawValue)
    case .junit: return JUnitReport(language: language)
    case .github: return GitHubReport(language: language)
    case .gitlab: return GitLabReport(language: language)
    case .markdown: return MarkdownReport(language: language)
    case .csv: return CSVReport(language: language)
    case .html: return HTMLReport(language: language)
    }
  }

  /// The report of files of records, nil if there is none in this format.
  func recordReport(_ setting: ReportSetting) -> (any RecordReport)? {
    switch self {
    case .text: TextReport(language: setting.language, style: setting.style)
    case .json: JSONReport(language: setting.language, version: Version.current)
    case .ndjson, .sarif, .junit, .github, .gitlab, .markdown, .csv, .html: nil
    }
  }
}
