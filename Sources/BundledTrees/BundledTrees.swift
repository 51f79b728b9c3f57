/// The trees of the rule files that the program carries, made from `Rules/` when it is built.
public enum BundledTrees {
  /// What `DocumentImages` reads: the trees of all files by their paths, without the examples of
  /// rules.
  public static var bytes: [UInt8] {
    let text = bundledTrees
    return unsafe Array(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
