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
    let number = String(place.start.line)
    let margin = String(repeating: " ", count: indent)
    let gutter = String(repeating: " ", count: number.count)
    let cells = place.excerpt.unicodeScalars.map(ShownScalar.init)
    let first = min(place.start.column - 1, cells.count)
    let last = place.end.line == place.start.line ? place.end.column - 1 : cells.count
    let window = visibleWindow(of: cells, around: first, width: width)
    let shown = cells[window].map(\.text).joined()
    let before = cells[window.lowerBound..<max(first, window.lowerBound)].cellCount
    let marked = cells[
      first..<min(max(last, first), window.upperBound, cells.count).clamped(from: first)]
    let mark =
      String(repeating: " ", count: before)
      + String(repeating: "^", count: max(1, marked.cellCount))
    return ["\(margin)\(number) | \(shown)", "\(margin)\(gutter) | \(mark)"]
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

extension Int {
  fileprivate func clamped(from least: Int) -> Int { Swift.max(self, least) }
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
