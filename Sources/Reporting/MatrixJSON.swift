public import Evaluation
public import Receipts
internal import RulePacks

/// What each market says of submissions, topic by topic, for programs.
public struct MatrixJSON: Report {
  private let receipt: Receipt?

  /// Creates a report with what it was made of.
  public init(receipt: Receipt? = nil) {
    self.receipt = receipt
  }

  /// Returns the matrices as a JSON text.
  public func text(of results: [SubmissionResult]) -> String {
    JSON.object(
      [("submissions", .array(results.map(submission)))]
        + (receipt.map { [("receipt", JSON($0))] } ?? [])
    ).text
  }

  private func submission(_ result: SubmissionResult) -> JSON {
    let matrix = VerdictMatrix(result.markets)
    return .object(
      [
        ("file", .string(result.path)),
        ("asOf", JSON(result.markets.first?.asOf.description)),
        ("usable", .boolean(!result.isUnusable)),
        ("markets", .array(matrix.markets.map(JSON.string))),
        ("topics", .array(matrix.rows.map { row($0, matrix.markets) })),
      ] + waivers(result))
  }

  /// What is wrong with waivers, if the file holds them; in English, as the codes of the matrix are.
  private func waivers(_ result: SubmissionResult) -> [(key: String, value: JSON)] {
    guard !result.waiverFindings.isEmpty else { return [] }
    return [("findings", .elements(JSONReport(language: .en, version: "").waivers(result)))]
  }

  private func row(_ row: VerdictMatrix.Row, _ markets: [String]) -> JSON {
    let cells = zip(markets, row.cells).map { market, cell in
      (key: market, value: cell.map(self.cell) ?? .null)
    }
    return .object([
      ("topic", .string(row.topic)), ("worst", .string(row.worst.rawValue)),
      ("markets", .object(cells)),
    ])
  }

  private func cell(_ cell: VerdictMatrix.Cell) -> JSON {
    .object([
      ("worst", .string(cell.worst.rawValue)), ("severity", .string(cell.severity.rawValue)),
      (
        "counts",
        .object(
          VerdictName.allCases.map { ($0.rawValue, .integer(Int64(cell.counts[$0]))) })
      ),
      ("rules", .array(cell.outcomes.map { .string($0.rule.id) })),
    ])
  }
}
