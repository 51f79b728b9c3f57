internal import Reporting

/// How far a long run is, as a line that a terminal shows while the run goes on.
///
/// It goes to the stream of diagnostics, and only where a person looks at it; it is gone before
/// anything else is written.
struct Progress {
  /// From how many submissions on a run is long.
  static let manySubmissions = 8
  /// From how many bytes of records on a run is long.
  static let manyBytes = 8 << 20

  private let total: Int
  private let width: Int?
  private var done = 0
  private var shown = ""

  /// A run that shows nothing.
  init() {
    self.total = 0
    self.width = nil
  }

  /// A run of so many parts, shown if there are enough of them and on a terminal.
  init(of total: Int, worthFrom least: Int) {
    self.total = total
    self.width =
      total >= least && Terminal.errors.isTerminal ? Terminal.errors.style.width : nil
  }

  /// A run through files of records, byte by byte.
  init(ofRecords paths: [String]) {
    let sizes = paths.compactMap { Disk.stamp(of: $0)?.size }
    self.init(of: sizes.reduce(0, +), worthFrom: Self.manyBytes)
  }

  /// Shows how many parts are done.
  mutating func show(_ done: Int) {
    self.done = done
    guard let width else { return }
    let line = ProgressLine(done: done, total: total).text(width: width)
    guard line != shown else { return }
    Terminal.errors.write("\r\(line)\u{1B}[K")
    shown = line
  }

  /// Shows that so many more parts are done.
  mutating func advance(by parts: Int) {
    show(done + parts)
  }

  /// Takes the line away.
  mutating func finish() {
    guard !shown.isEmpty else { return }
    Terminal.errors.write("\r\u{1B}[K")
    shown = ""
  }
}
