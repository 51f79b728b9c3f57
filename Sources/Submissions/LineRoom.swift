internal import CEL

/// How much a line holds.
struct LineCounts {
  var cells = 0
  var records = 0
  var elements = 0
}

/// Memory for what a line holds besides its cells, used anew for each line.
struct LineRoom: Sendable {
  /// Where each cell is written.
  var places: [SourceSpan]
  /// Where the cells of each record begin.
  var rows: [Int32]
  /// The records.
  var records: [RecordEntry]
  /// The elements of lists of scalars.
  var elements: [RecordTable.Cell]

  /// Creates memory for a line of so many cells.
  init(cells: Int) {
    self.places = Array(repeating: .none, count: cells)
    self.rows = Array(repeating: 0, count: cells)
    self.records = Array(repeating: RecordEntry(type: 0), count: cells)
    self.elements = Array(repeating: RecordTable.Cell(), count: cells)
  }

  /// Whether a line found room.
  func holds(_ counts: LineCounts) -> Bool {
    max(counts.cells, counts.records, counts.elements) <= places.count
  }

  /// Makes room for a line.
  mutating func grow(for counts: LineCounts) {
    self = LineRoom(cells: 2 * max(counts.cells, counts.records, counts.elements))
  }
}
