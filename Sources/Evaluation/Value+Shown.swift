internal import CEL
internal import RulePacks

extension Value {
  /// The value as a message shows it: days without a time, whole numbers without a point, lists
  /// with commas.
  ///
  /// Hidden characters are for whoever prints it to escape.
  var shown: String {
    switch self {
    case .string(let text): text
    case .double(let number): number.shown
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .bool(let truth): truth ? "true" : "false"
    case .timestamp(let timestamp): timestamp.shown
    case .list(let elements): elements.map(\.shown).joined(separator: ", ")
    case .null, .bytes, .map, .duration, .type, .optional, .record, .address, .block:
      String(describing: self)
    }
  }
}

extension Timestamp {
  /// The day alone if it is midnight.
  var shown: String {
    seconds % 86400 == 0 && nanoseconds == 0 ? Day(self).description : description
  }
}

extension Double {
  /// The number without a point if it is whole and small enough to be exact.
  var shown: String {
    self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self)
  }
}

extension Evidence.Content {
  /// What a field holds, or that it is not given.
  init(_ value: Value?) {
    switch value {
    case nil: self = .absent
    case .string(let text): self = .text(text)
    case .double(let number): self = .number(number)
    case .int(let number): self = .integer(number)
    case .bool(let truth): self = .boolean(truth)
    case .list(let elements): self = .list(elements)
    case let value?: self = .text(value.shown)
    }
  }

  /// A short list of scalars is shown whole, any other by the number of its entries.
  private static func list(_ elements: [Value]) -> Evidence.Content {
    let isShort = elements.count <= 8 && elements.allSatisfy(\.isScalar)
    return isShort && !elements.isEmpty
      ? .text(Value.list(elements).shown) : .entries(elements.count)
  }
}

extension Value {
  fileprivate var isScalar: Bool {
    switch self {
    case .string, .double, .int, .uint, .bool, .timestamp, .null: true
    case .bytes, .list, .map, .duration, .type, .optional, .record, .address, .block:
      false
    }
  }
}
