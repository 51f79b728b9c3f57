/// How much a reader takes in before it refuses a text, so that hostile input costs little.
public struct ReadLimits: Sendable {
  /// The most bytes a text may have.
  public var bytes: Int
  /// The deepest that lists and mappings may be nested.
  public var depth: Int
  /// The most nodes a document may have, expanded aliases counted.
  public var nodes: Int

  /// Creates limits.
  public init(bytes: Int, depth: Int, nodes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }

  /// 64 MiB, 128 levels, 4 million nodes.
  public static let standard = ReadLimits(bytes: 64 << 20, depth: 128, nodes: 4_000_000)
}
