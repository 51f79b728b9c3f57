/// How far a run is, drawn in one line: a bar and a share.
public struct ProgressLine: Sendable, Hashable {
  private let share: Double

  /// Creates a line for a number of parts that are done of all of them.
  public init(done: Int, total: Int) {
    self.share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 1
  }

  /// The longest bar, in cells.
  private static let longest = 40

  /// The line, which leaves the last cell of the terminal free so that it does not wrap.
  public func text(width: Int) -> String {
    let percent = "\(Int(share * 100))"
    let figure = String(repeating: " ", count: 3 - percent.count) + percent + " %"
    let cells = min(Self.longest, width - figure.count - 4)
    guard cells > 0 else { return figure }
    let full = Int(share * Double(cells))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    return "\(bar) \(figure)"
  }
}
