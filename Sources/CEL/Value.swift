/// A value that an expression has.
public indirect enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([Value])
  case map(MapValue)
  case timestamp(Timestamp)
  case duration(Span)
  case type(String)
  case optional(Value?)
  case record(Record)
  case address(InternetAddress)
  case block(AddressBlock)
}

/// A map: entries in the order in which they were written, found by key.
public struct MapValue: Sendable {
  /// The entries.
  public private(set) var entries: [(key: Value, value: Value)] = []
  private var positions: [Value: Int] = [:]

  /// Creates an empty map.
  public init() {}

  /// Creates a map of entries; of equal keys the last counts.
  public init(_ entries: [(key: Value, value: Value)]) {
    for entry in entries { insert(entry.value, for: entry.key) }
  }

  /// The number of entries.
  public var count: Int { entries.count }

  /// Returns the value of a key, numbers compared by what they are worth; a double finds the whole
  /// number that it is exactly.
  public subscript(key: Value) -> Value? {
    guard case .double(let number) = key else { return positions[key].map { entries[$0].value } }
    let whole = Int64(exactly: number).map(Value.int) ?? UInt64(exactly: number).map(Value.uint)
    return whole.flatMap { positions[$0] }.map { entries[$0].value }
  }

  /// Inserts an entry, and says whether the key was new.
  @discardableResult
  mutating func insert(_ value: Value, for key: Value) -> Bool {
    if let position = positions[key] {
      entries[position].value = value
      return false
    }
    positions[key] = entries.count
    entries.append((key, value))
    return true
  }
}

extension Value: Hashable {
  /// CEL's equality: numbers of different types are compared by what they are worth, NaN is equal
  /// to nothing, values of other different types are not equal.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.bytes(let left), .bytes(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)):
      left.count == right.count && left.entries.allSatisfy { right[$0.key] == $0.value }
    case (.timestamp(let left), .timestamp(let right)): left == right
    case (.duration(let left), .duration(let right)): left == right
    case (.type(let left), .type(let right)): left == right
    case (.optional(let left), .optional(let right)): left == right
    case (.record(let left), .record(let right)): left == right
    case (.address(let left), .address(let right)): left == right
    case (.block(let left), .block(let right)): left == right
    default: left.order(to: right, isNumeric: true) == .some(.same)
    }
  }

  /// Hashes equal values alike: numbers by their double.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let truth): hasher.combine(truth)
    case .int(let number): hasher.combine(Double(number))
    case .uint(let number): hasher.combine(Double(number))
    case .double(let number): hasher.combine(number)
    case .string(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .bytes(let bytes): hasher.combine(bytes)
    case .list(let elements): hasher.combine(elements)
    case .map(let map): hasher.combine(map.count)
    case .timestamp(let timestamp): hasher.combine(timestamp)
    case .duration(let duration): hasher.combine(duration)
    case .type(let name): hasher.combine(name)
    case .optional(let value): hasher.combine(value)
    case .record(let record): hasher.combine(record)
    case .address(let address): hasher.combine(address)
    case .block(let block): hasher.combine(block)
    }
  }
}

extension Value {
  /// How one value stands to another.
  enum Order: Sendable {
    case before
    case same
    case after

    init<Element: Comparable>(_ left: Element, _ right: Element) {
      self = left < right ? .before : left == right ? .same : .after
    }
  }

  /// The order of two values, nil if they have none; of numbers alone if that is asked for.
  func order(to other: Value, isNumeric: Bool = false) -> Order? {
    switch (self, other) {
    case (.int(let left), .int(let right)): return Order(left, right)
    case (.uint(let left), .uint(let right)): return Order(left, right)
    case (.double(let left), .double(let right)):
      return left.isNaN || right.isNaN ? nil : Order(left, right)
    case (.int(let left), .uint(let right)): return left < 0 ? .before : Order(UInt64(left), right)
    case (.uint(let left), .int(let right)): return right < 0 ? .after : Order(left, UInt64(right))
    case (.int(let left), .double(let right)): return Self.order(left, right)
    case (.double(let left), .int(let right)): return Self.order(right, left)?.reversed
    case (.uint(let left), .double(let right)): return Self.order(left, right)
    case (.double(let left), .uint(let right)): return Self.order(right, left)?.reversed
    default: return isNumeric ? nil : otherOrder(to: other)
    }
  }

  private func otherOrder(to other: Value) -> Order? {
    switch (self, other) {
    case (.bool(let left), .bool(let right)): Order(left ? 1 : 0, right ? 1 : 0)
    case (.string(let left), .string(let right)):
      left.utf8.elementsEqual(right.utf8)
        ? .same : left.utf8.lexicographicallyPrecedes(right.utf8) ? .before : .after
    case (.bytes(let left), .bytes(let right)):
      left == right ? .same : left.lexicographicallyPrecedes(right) ? .before : .after
    case (.timestamp(let left), .timestamp(let right)): Order(left, right)
    case (.duration(let left), .duration(let right)): Order(left, right)
    default: nil
    }
  }

  /// Compares a whole number with a double; where doubles are further apart than whole numbers,
  /// the whole number counts as the nearest double, as the suite of the specification has it.
  private static func order<Whole: FixedWidthInteger>(_ whole: Whole, _ number: Double) -> Order? {
    if number.isNaN { return nil }
    return Order(Double(whole), number)
  }

  /// The name of the value's type.
  var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .type: "type"
    case .optional: "optional_type"
    case .record(let record): record.store.typeName(of: record.index)
    case .address: "net.IP"
    case .block: "net.CIDR"
    }
  }
}

extension Value.Order {
  fileprivate var reversed: Value.Order {
    switch self {
    case .before: .after
    case .same: .same
    case .after: .before
    }
  }
}
