/// A source line with a mark under the place that a message is about.
public struct Snippet: Sendable {
  /// The place to show.
  public let place: Place

  /// Creates the snippet of a place.
  public init(_ place: Place) {
    self.place = place
  }

  /// The two lines, each indented by `indent` spaces: the source line and the mark under it.
  ///
  /// Characters that could hide or reorder text are shown escaped; the mark is counted in terminal
  /// cells, so that it stands right under wide characters and combining marks.
  public func lines(indent: Int = 0, width: Int = 100) -> [String] {
    let (start, end) = (place.start, place.end)
    let excerpt = place.excerpt
    let count = excerpt.unicodeScalars.count
    let first = min(start.column - 1, count)
    let last = max(end.line == start.line ? min(end.column - 1, count) : count, first)
    let shown =
      excerpt.utf8.count <= width && excerpt.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      ? (text: excerpt, before: first, marked: last - first)
      : window(of: excerpt, marking: first..<last, width: width)
    let number = String(start.line)
    let margin = String(repeating: " ", count: indent)
    let gutter = String(repeating: " ", count: number.count)
    let mark =
      String(repeating: " ", count: shown.before)
      + String(repeating: "^", count: max(1, shown.marked))
    return ["\(margin)\(number) | \(shown.text)", "\(margin)\(gutter) | \(mark)"]
  }

  /// The part of a line that is shown, how many cells are before the mark and how many are marked.
  private func window(
    of line: String, marking marked: Range<Int>, width: Int
  ) -> (text: String, before: Int, marked: Int) {
    let cells = line.unicodeScalars.map(ShownScalar.init)
    let first = marked.lowerBound
    let window = visibleWindow(of: cells, around: first, width: width)
    let end = max(min(marked.upperBound, window.upperBound), first)
    return (
      cells[window].map(\.text).joined(),
      cells[window.lowerBound..<max(first, window.lowerBound)].cellCount,
      cells[first..<end].cellCount
    )
  }

  /// Chooses the part of a long line that is shown, so that the place is in it: half of the width
  /// before the place, the rest behind it, and what is left over before it again.
  private func visibleWindow(of cells: [ShownScalar], around first: Int, width: Int) -> Range<Int> {
    guard cells[...].cellCount > width else { return 0..<cells.count }
    let half = Self.start(of: cells, before: first, room: width / 2)
    let end = Self.end(of: cells, from: half, room: width)
    return Self.start(of: cells, before: end, room: width)..<end
  }

  private static func start(of cells: [ShownScalar], before end: Int, room: Int) -> Int {
    var (start, used) = (end, 0)
    while start > 0, used + cells[start - 1].cells <= room {
      start -= 1
      used += cells[start].cells
    }
    return start
  }

  private static func end(of cells: [ShownScalar], from start: Int, room: Int) -> Int {
    var (end, used) = (start, 0)
    while end < cells.count, used + cells[end].cells <= room {
      used += cells[end].cells
      end += 1
    }
    return end
  }
}

/// One scalar of a source line as a terminal is given it.
private struct ShownScalar {
  let text: String
  let cells: Int

  init(_ scalar: Unicode.Scalar) {
    if scalar == "\t" {
      self.text = " "
      self.cells = 1
    } else if scalar.isHidden {
      self.text = scalar.escaped
      self.cells = self.text.count
    } else {
      self.text = String(Character(scalar))
      self.cells = scalar.terminalCells
    }
  }
}

extension ArraySlice<ShownScalar> {
  fileprivate var cellCount: Int { reduce(0) { $0 + $1.cells } }
}
