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

  /// Chooses the part of a long line that is shown, so that the place is in it.
  private func visibleWindow(of cells: [ShownScalar], around first: Int, width: Int) -> Range<Int> {
    guard cells[...].cellCount > width else { return 0..<cells.count }
    var start = max(0, first - width / 2)
    if cells.count - start < width { start = max(0, cells.count - width) }
    var end = start
    var used = 0
    while end < cells.count, used + cells[end].cells <= width {
      used += cells[end].cells
      end += 1
    }
    return start..<max(end, min(first, cells.count))
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
