internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// Returns what a function makes of each element, worked out on all cores, in the order of the
  /// elements.
  package func concurrentMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Returns what a function makes of each element, in the order of the elements; on all cores, if
  /// there are so many that it is worth while.
  package func concurrentMap<Result: Sendable>(
    inChunksOf size: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > size else { return map(transform) }
    let chunks = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    return chunks.concurrentMap { $0.map(transform) }.flatMap(\.self)
  }
}

/// Returns what two functions make, each on a core of its own.
func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let results = Mutex<(first: First?, second: Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = first()
      results.withLock { $0.first = result }
    } else {
      let result = second()
      results.withLock { $0.second = result }
    }
  }
  let (one, other) = results.withLock(\.self)
  return (one ?? first(), other ?? second())
}
