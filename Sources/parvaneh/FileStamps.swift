/// What tells that files were changed, without reading them.
struct FileStamps: Sendable, Equatable {
  /// When a file was last written, and how long it is.
  struct Stamp: Sendable, Hashable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
  }

  private let stamps: [String: Stamp]

  /// Creates stamps by path; a file that is not there has none.
  init(_ stamps: [String: Stamp]) {
    self.stamps = stamps
  }

  /// Looks at files on the disk.
  init(of paths: [String]) {
    self.init(
      paths.reduce(into: [:]) { stamps, path in stamps[path] = Disk.stamp(of: path) })
  }

  /// Returns the paths of the files that came, went or were written since earlier stamps, in order.
  func changes(since earlier: FileStamps) -> [String] {
    Set(stamps.keys).union(earlier.stamps.keys)
      .filter { stamps[$0] != earlier.stamps[$0] }
      .sorted()
  }
}
