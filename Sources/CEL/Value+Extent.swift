/// How far a function looks into its arguments.
enum ArgumentReach: Sendable {
  /// It reads texts; of a list it needs no element, or one.
  case texts
  /// It goes through the elements of a list.
  case elements
  /// It goes through all that is in a list, and through all that is in there.
  case everything

  /// The reach of a function of a name; a host's own may go through lists.
  init(of function: String) {
    self =
      Self.comparing.contains(function)
      ? .everything : Self.passing.contains(function) ? .texts : .elements
  }

  private static let comparing: Set<String> = [
    "distinct", "sets.contains", "sets.equivalent", "sets.intersects", "format", "sort",
  ]

  private static let passing: Set<String> = [
    "size", "type", "dyn", "first", "last", "optional.of", "optional.ofNonZeroValue", "hasValue",
    "value", "orValue", "or",
  ]

  /// How many steps it counts to look at an argument, counted no further than a limit.
  func extent(of argument: Value, _ limit: Int) -> Int {
    switch self {
    case .texts: argument.textExtent
    case .elements: argument.textExtent + argument.elementExtent
    case .everything: argument.extent(atMost: limit)
    }
  }
}

extension Value {
  /// How many values a comparison may have to look at, counted no further than a limit: lists and
  /// maps that hold the same part many times are far larger than what was counted to make them.
  func extent(atMost limit: Int) -> Int {
    var open: [Value] = [self]
    var count = 0
    while count < limit, let value = open.popLast() {
      switch value {
      case .list(let elements):
        count += elements.count
        open += elements
      case .map(let map):
        count += map.count
        open += map.entries.map(\.value)
      case .optional(let wrapped): open += wrapped.map { [$0] } ?? []
      case .string, .bytes: count += value.textExtent
      case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .record, .address,
        .block:
        break
      }
    }
    return min(count, limit)
  }

  /// How many steps it counts to read a text; nothing for other values.
  var textExtent: Int {
    switch self {
    case .string(let text): text.utf8.count / 64
    case .bytes(let bytes): bytes.count / 64
    default: 0
    }
  }

  /// How many steps it counts to go through the elements of a list; nothing for other values.
  fileprivate var elementExtent: Int {
    if case .list(let elements) = self { elements.count / 8 } else { 0 }
  }

  /// How many steps it counts to have made the value.
  var weight: Int {
    switch self {
    case .string(let text): text.utf8.count / 16
    case .bytes(let bytes): bytes.count / 16
    case .list(let elements): elements.count
    case .map(let map): map.count
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .optional, .record,
      .address, .block:
      0
    }
  }
}
