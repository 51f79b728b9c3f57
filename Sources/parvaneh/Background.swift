internal import Dispatch
internal import Synchronization

/// A value that is worked out on another core while this one goes on.
final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()
  private let work: @Sendable () -> Value

  /// Begins to work a value out.
  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    DispatchQueue.global().async(group: group) { self.result.withLock { $0 = work() } }
  }

  /// The value, waited for if it is not there yet.
  var value: Value {
    group.wait()
    return result.withLock(\.self) ?? work()
  }
}
