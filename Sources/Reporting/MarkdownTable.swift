/// A table in Markdown; its cells are Markdown already.
struct MarkdownTable {
  /// The names of the columns.
  let columns: [String]
  /// The cells of each row.
  let rows: [[String]]

  /// The lines of the table.
  var lines: [String] {
    [Self.row(columns), "|\(String(repeating: " --- |", count: columns.count))"]
      + rows.map(Self.row)
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
}
