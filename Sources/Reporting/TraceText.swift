public import CEL
internal import Diagnostics

/// The values of an expression's parts under its text, each at the end of a bar from its operator
/// or name: what is known as a power assert.
public struct TraceText: Sendable {
  private let width: Int
  private let literal: @Sendable (Value) -> String

  /// The most cells of a value.
  private static let widestValue = 40

  /// Creates a writer for lines of a width in cells, and a way to write values.
  public init(
    width: Int = 80, literal: @escaping @Sendable (Value) -> String = { $0.literal }
  ) {
    self.width = max(20, width)
    self.literal = literal
  }

  /// Returns the lines of an explanation; if several elements are told of, the expression is
  /// repeated as far as it is about them.
  public func lines(of explanation: Explanation) -> [String] {
    let rows = TraceRow.rows(of: explanation.text, width: width)
    let bytes = Array(explanation.text.utf8)
    // What is written as its value needs no other.
    let parts = explanation.parts.filter { text(of: $0) != $0.text(in: bytes) }
    let groups = TraceGroups(parts).groups
    if groups.isEmpty { return rows.map(\.text) }
    return groups.enumerated().flatMap { index, notes in
      (index == 0 ? [] : [""]) + rows.flatMap { lines(of: $0, notes, isAlone: index > 0) }
    }
  }

  private func lines(
    of row: TraceRow, _ notes: [Int: Explanation.Part], isAlone: Bool
  ) -> [String] {
    let marks = notes.compactMap { anchor, part in
      row.cell(of: anchor).map { TraceMark(cell: $0, text: text(of: part)) }
    }
    if marks.isEmpty { return isAlone ? [] : [row.text] }
    return [row.text] + TraceMark.lines(of: marks, width: width)
  }

  private func text(of part: Explanation.Part) -> String {
    let text =
      switch part.outcome {
      case .success(let value): literal(value)
      case .failure(let error):
        if case .absent = error.kind { "absent" } else { "error: \(error.message)" }
      }
    return text.escapingHiddenCharacters.cut(toCells: min(width, Self.widestValue))
  }
}

/// A text that hangs from a cell of a line.
struct TraceMark {
  let cell: Int
  let text: String

  /// Returns the lines under a line: bars, then the texts from right to left.
  static func lines(of marks: [TraceMark], width: Int) -> [String] {
    var open = marks.sorted { $0.cell < $1.cell }
    var lines = [line(bars(open))]
    while !open.isEmpty {
      var rest: [TraceMark] = []
      var pieces: [(cell: Int, text: String)] = []
      var limit = width + 1
      for mark in open.reversed() {
        let start = pieces.isEmpty ? mark.start(within: width) : mark.cell
        if start + mark.text.terminalCells < limit {
          pieces.append((start, mark.text))
        } else {
          rest.append(mark)
          if mark.cell < limit { pieces.append((mark.cell, "|")) }
        }
        limit = min(limit, start, mark.cell)
      }
      lines.append(line(pieces.reversed()))
      open = rest.reversed()
    }
    return lines
  }

  /// The cell of the text: under the bar, or further left if it would not fit there.
  private func start(within width: Int) -> Int {
    max(0, min(cell, width - text.terminalCells))
  }

  private static func bars(_ marks: [TraceMark]) -> [(cell: Int, text: String)] {
    marks.map { ($0.cell, "|") }
  }

  private static func line(_ pieces: [(cell: Int, text: String)]) -> String {
    var line = ""
    var cells = 0
    for piece in pieces where piece.cell >= cells {
      line += String(repeating: " ", count: piece.cell - cells) + piece.text
      cells = piece.cell + piece.text.terminalCells
    }
    return line
  }
}

/// The parts of an explanation, put so that no two stand at the same place: what is about a second
/// element goes into the second group.
struct TraceGroups {
  private(set) var groups: [[Int: Explanation.Part]] = []
  private var indices: [[Explanation.Element]: Int] = [[]: 0]

  init(_ parts: [Explanation.Part]) {
    for part in parts { add(part) }
  }

  private mutating func add(_ part: Explanation.Part) {
    let index = indices[part.elements] ?? newIndex(for: part)
    while groups.count <= index { groups.append([:]) }
    if groups[index][part.anchor] == nil { groups[index][part.anchor] = part }
  }

  /// The first group, from that of the element around it on, in which the place is free.
  private mutating func newIndex(for part: Explanation.Part) -> Int {
    var index = indices[part.elements.dropLast()] ?? 0
    while index < groups.count, groups[index][part.anchor] != nil { index += 1 }
    indices[part.elements] = index
    return index
  }
}

extension String {
  /// The text, or its beginning with an ellipsis if it is wider.
  func cut(toCells width: Int) -> String {
    guard terminalCells > width else { return self }
    var text = ""
    var cells = 1
    for character in self {
      cells += String(character).terminalCells
      if cells > width { break }
      text.append(character)
    }
    return text + "…"
  }
}
