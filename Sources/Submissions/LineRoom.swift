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

  /// As many absent cells as the largest record has, and their places.
  let blankCells: [RecordTable.Cell]
  let blankPlaces: [SourceSpan]

  /// Creates memory for a line of so many cells, the records of which have up to a number of them.
  init(cells: Int, largestRecord: Int) {
    self.blankCells = Array(repeating: RecordTable.Cell(), count: max(1, largestRecord))
    self.blankPlaces = Array(repeating: .none, count: max(1, largestRecord))
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
    self = LineRoom(
      cells: 2 * max(counts.cells, counts.records, counts.elements), largestRecord: blankCells.count
    )
  }
}
