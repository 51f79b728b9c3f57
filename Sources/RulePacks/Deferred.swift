internal import Synchronization

/// A value that is worked out when it is first asked for.
final class Deferred<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)
  private let workOut: @Sendable () -> Value

  init(_ workOut: @escaping @Sendable () -> Value) {
    self.workOut = workOut
  }

  /// The value.
  var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = workOut()
      known = value
      return value
    }
  }
}
