internal import Reporting

/// What a matrix of topics and markets is written as: some of the formats of reports.
enum MatrixFormat: String, CaseIterable {
  case text
  case json
  case markdown

  /// Creates the format of a matrix that is called as a format of reports; nil if there is none.
  init?(_ format: ReportFormat) { self.init(rawValue: format.rawValue) }

  /// The matrix in a setting.
  func report(_ setting: ReportSetting) -> any Report {
    switch self {
    case .text: MatrixReport(language: setting.language, style: setting.style)
    case .json: MatrixJSON(receipt: setting.receipt)
    case .markdown: MatrixMarkdown(language: setting.language)
    }
  }
}
