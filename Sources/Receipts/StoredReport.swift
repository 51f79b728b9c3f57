public import Diagnostics
public import Documents
internal import Evaluation

/// A JSON report as somebody kept it.
public struct StoredReport: Sendable {
  /// Its bytes.
  public let text: SourceText
  /// What it was made of.
  public let receipt: Receipt
  let document: Document

  /// How much of a report is read: one of a registry is as long as the registry has findings.
  public static let limits = ReadLimits(bytes: 1 << 30, depth: 128, nodes: 100_000_000)

  /// Reads a report, or tells why nothing can be told from it.
  public static func read(
    _ text: SourceText
  ) -> (report: StoredReport?, diagnostics: [Diagnostic]) {
    let reading = DocumentReader.read(text, as: .json, limits: limits)
    guard let document = reading.document, !reading.diagnostics.hasErrors else {
      return (nil, reading.diagnostics)
    }
    // The matrix of verdicts names no schema.
    if let schema = document.root[key: "schema"], schema.text != "parvaneh-report/1" {
      let problem = Diagnostic(
        "Wanted a report of validate, which can be made again; this one calls itself "
          + "\"\(schema.text.escapingHiddenCharacters)\"", at: schema.place)
      return (nil, reading.diagnostics + [problem])
    }
    let (receipt, problems) = ReceiptReader.read(document)
    let report = receipt.map { StoredReport(text: text, receipt: $0, document: document) }
    return (report, reading.diagnostics + problems)
  }

  /// What is concluded of each submission and market, in the order of the report.
  var conclusions: [(path: String, market: String, conclusion: String)] {
    (document.root[key: "submissions"].map { Array($0.elements) } ?? []).flatMap { submission in
      let path = submission[key: "path"]?.text ?? ""
      return (submission[key: "markets"].map { Array($0.elements) } ?? []).compactMap { market in
        market[key: "conclusion"].map { (path, market[key: "market"]?.text ?? "", $0.text) }
      }
    }
  }

  /// Its findings; nil if they have no fingerprints, as those of files of records.
  var findings: Baseline? {
    switch BaselineReader.read(document) {
    case .success(let baseline): baseline
    case .failure: nil
    }
  }
}
