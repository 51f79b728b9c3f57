/// What holds a host's records; bound to classes, so that a record is a reference and an index.
public protocol RecordStore: AnyObject, Sendable {
  /// Returns the name of a record's type.
  func typeName(of record: Int32) -> String
  /// Returns the value of a field, or nil if it is absent.
  func value(of record: Int32, slot: Int) -> Value?
}

/// One record of a host.
public struct Record: Sendable {
  /// What holds it.
  public let store: any RecordStore
  /// Its number in the store.
  public let index: Int32

  /// Creates a reference to a record.
  public init(store: any RecordStore, index: Int32) {
    self.store = store
    self.index = index
  }
}

extension Record: Hashable {
  /// Whether two references lead to the same record.
  public static func == (left: Record, right: Record) -> Bool {
    left.store === right.store && left.index == right.index
  }

  /// Hashes the reference.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(store))
    hasher.combine(index)
  }
}

/// A field of a record that an evaluation asked for.
public struct FieldRead: Sendable, Hashable {
  /// The record.
  public let record: Record
  /// The field's slot.
  public let slot: Int
  /// Whether the field was there.
  public let isPresent: Bool

  /// Creates a read.
  public init(record: Record, slot: Int, isPresent: Bool) {
    self.record = record
    self.slot = slot
    self.isPresent = isPresent
  }
}

/// Why an expression has no value.
public struct EvaluationError: Error, Sendable, Hashable {
  /// The sorts of errors, by what a host does about them.
  public enum Kind: Sendable, Hashable {
    /// A field that was needed is absent.
    case absent(FieldRead)
    /// Something outside the data is needed, such as a registry.
    case unknown(needs: String)
    /// The expression itself failed.
    case failed
  }

  /// The sort.
  public var kind: Kind
  /// What went wrong.
  public var message: String
  /// Where in the expression, if that is known.
  public var range: SourceRange?

  /// Creates an error.
  public init(_ kind: Kind, _ message: String, at range: SourceRange? = nil) {
    self.kind = kind
    self.message = message
    self.range = range
  }

  /// An expression that failed.
  public static func failed(_ message: String) -> EvaluationError {
    EvaluationError(.failed, message)
  }

  /// Something outside the data is needed.
  public static func unknown(needs thing: String) -> EvaluationError {
    EvaluationError(.unknown(needs: thing), "It cannot be known without \(thing)")
  }

  /// Which of two errors is told: what failed before what is unknown before what is absent.
  func outweighing(_ other: EvaluationError) -> EvaluationError {
    weight >= other.weight ? self : other
  }

  private var weight: Int {
    switch kind {
    case .absent: 0
    case .unknown: 1
    case .failed: 2
    }
  }
}
