/// A set of values that a condition allows.
public enum Domain: Sendable, Hashable {
  /// An end of an interval.
  public struct Limit: Sendable, Hashable {
    /// The value at the end.
    public let value: Value
    /// Whether it belongs to the interval.
    public let isIncluded: Bool
  }

  /// One of some values.
  case among(Set<Value>)
  /// Anything but some values.
  case outside(Set<Value>)
  /// What lies between two ends; without one of them there is no end on that side.
  case interval(low: Limit?, high: Limit?)

  /// Only one value; a number or a point in time is an interval, so that it can be compared with one.
  init(only value: Value) {
    let limit = Limit(value: value, isIncluded: true)
    self = value.hasOrder ? .interval(low: limit, high: limit) : .among([value])
  }

  /// Whether every value of the domain is in another one; false where that cannot be told.
  public func isSubset(of other: Domain) -> Bool {
    switch (self, other) {
    case (.among(let own), .among(let others)): own.isSubset(of: others)
    case (.among(let own), .outside(let others)): own.isDisjoint(with: others)
    case (.among(let own), .interval): own.allSatisfy { Domain(only: $0).isWithin(other) }
    case (.outside(let own), .outside(let others)): others.isSubset(of: own)
    case (.outside, _): false
    case (.interval, .interval): isWithin(other)
    case (.interval, .outside(let others)):
      others.allSatisfy { !Domain(only: $0).overlaps(self) }
    case (.interval, .among(let others)): others.contains { isOnly($0) }
    }
  }

  /// Whether no value is in both domains; false where that cannot be told.
  public func isDisjoint(with other: Domain) -> Bool {
    switch (self, other) {
    case (.among(let own), .among(let others)): own.isDisjoint(with: others)
    case (.among(let own), .outside(let others)): own.isSubset(of: others)
    case (.among(let own), .interval): own.allSatisfy { !Domain(only: $0).overlaps(other) }
    case (.interval, .interval): !overlaps(other)
    case (.interval, .outside(let others)): others.contains { isOnly($0) }
    case (.interval, .among), (.outside, .among), (.outside, .interval):
      other.isDisjoint(with: self)
    case (.outside, .outside): false
    }
  }

  /// The values in both domains, nil if no domain says it.
  func intersection(_ other: Domain) -> Domain? {
    switch (self, other) {
    case (.among(let own), .among(let others)): return .among(own.intersection(others))
    case (.among(let own), .outside(let others)): return .among(own.subtracting(others))
    case (.outside, .among): return other.intersection(self)
    case (.outside(let own), .outside(let others)): return .outside(own.union(others))
    case (.interval(let low, let high), .interval(let otherLow, let otherHigh)):
      return .interval(
        low: Limit.tighter(low, otherLow, .after), high: Limit.tighter(high, otherHigh, .before))
    case (.among, .interval), (.interval, .among), (.outside, .interval), (.interval, .outside):
      return nil
    }
  }

  /// All values that are not in the domain; of an interval only if it has one end.
  var complement: Domain? {
    switch self {
    case .among(let values): .outside(values)
    case .outside(let values): .among(values)
    case .interval(let low?, nil): .interval(low: nil, high: low.opposite)
    case .interval(nil, let high?): .interval(low: high.opposite, high: nil)
    case .interval(let low?, _?): isOnly(low.value) ? .outside([low.value]) : nil
    case .interval(nil, nil): nil
    }
  }

  // MARK: Intervals

  private func isOnly(_ value: Value) -> Bool {
    guard case .interval(let low?, let high?) = self else { return false }
    return low.value == value && high.value == value
  }

  private func isWithin(_ other: Domain) -> Bool {
    guard case .interval(let low, let high) = self,
      case .interval(let otherLow, let otherHigh) = other
    else { return false }
    return Limit.isTighter(low, than: otherLow, .after)
      && Limit.isTighter(high, than: otherHigh, .before)
  }

  /// Whether some value may be in both; true where that cannot be told.
  private func overlaps(_ other: Domain) -> Bool {
    guard case .interval(let low, let high) = self,
      case .interval(let otherLow, let otherHigh) = other
    else { return true }
    return Limit.meet(low, otherHigh) && Limit.meet(otherLow, high)
  }
}

extension Domain.Limit {
  fileprivate var opposite: Self { Self(value: value, isIncluded: !isIncluded) }

  /// Whether a limit leaves no more than another; `side` is where the stricter one lies.
  fileprivate static func isTighter(_ own: Self?, than other: Self?, _ side: Value.Order) -> Bool {
    guard let other else { return true }
    guard let own, let order = own.value.order(to: other.value) else { return false }
    return order == .same ? other.isIncluded || !own.isIncluded : order == side
  }

  fileprivate static func tighter(_ left: Self?, _ right: Self?, _ side: Value.Order) -> Self? {
    guard let left, let right else { return left ?? right }
    return isTighter(left, than: right, side) ? left : right
  }

  /// Whether there may be a value from a lower end to an upper one.
  fileprivate static func meet(_ low: Self?, _ high: Self?) -> Bool {
    guard let low, let high, let order = low.value.order(to: high.value) else { return true }
    return order == .same ? low.isIncluded && high.isIncluded : order == .before
  }
}

extension Value {
  /// Whether the value lies on a line, as numbers and points in time do.
  var hasOrder: Bool {
    switch self {
    case .int, .uint, .double, .timestamp, .duration: true
    case .null, .bool, .string, .bytes, .list, .map, .type, .optional, .record, .address, .block:
      false
    }
  }
}

extension Domain: CustomStringConvertible {
  /// The domain as an expression would say it, without its subject: `>= 30`, `in ["a", "b"]`.
  public var description: String {
    switch self {
    case .among(let values): Self.text(values, one: "==", many: "in")
    case .outside(let values): Self.text(values, one: "!=", many: "not in")
    case .interval(let low?, let high?) where low == high: "== \(low.value.shownInDomain)"
    case .interval(let low, let high):
      [
        low.map { "\($0.isIncluded ? ">=" : ">") \($0.value.shownInDomain)" },
        high.map { "\($0.isIncluded ? "<=" : "<") \($0.value.shownInDomain)" },
      ]
      .compactMap(\.self).joined(separator: " && ")
    }
  }

  private static func text(_ values: Set<Value>, one: String, many: String) -> String {
    let shown = values.map(\.shownInDomain).sorted()
    return shown.count == 1 ? "\(one) \(shown[0])" : "\(many) [\(shown.joined(separator: ", "))]"
  }
}

extension Value {
  /// The value as an expression writes it; a whole number without a fraction, a day without a time.
  fileprivate var shownInDomain: String {
    switch self {
    case .double(let number) where number == number.rounded() && number.magnitude < 1e15:
      String(Int64(number))
    case .timestamp(let timestamp):
      "\(timestamp)".hasSuffix("T00:00:00Z") ? String("\(timestamp)".dropLast(10)) : literal
    default: literal
    }
  }
}
