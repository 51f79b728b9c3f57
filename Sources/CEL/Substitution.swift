/// What the type parameters of a call stand for, as far as is known.
struct Substitution {
  private var types: [String: Type] = [:]
  private var fresh = 0

  /// Returns a parameter that no other type has.
  mutating func freshParameter() -> Type {
    fresh += 1
    return .parameter("_\(fresh)")
  }

  /// Returns a function's types with parameters of their own.
  mutating func instance(of function: Function) -> (parameters: [Type], result: Type) {
    guard function.isGeneric else { return (function.parameters, function.result) }
    fresh += 1
    let suffix = "_\(fresh)"
    func renamed(_ type: Type) -> Type { type.mapParameters { .parameter($0 + suffix) } }
    return (function.parameters.map(renamed), renamed(function.result))
  }

  /// Returns a type with its parameters replaced, those that stand for nothing by `dyn`.
  func resolved(_ type: Type) -> Type {
    guard type.hasParameters else { return type }
    return type.mapParameters { name in types[name].map(resolved) ?? .dyn }
  }

  /// Whether a value of a type can be used where another type is wanted; learns what parameters
  /// stand for.
  mutating func accept(_ wanted: Type, _ given: Type) -> Bool {
    switch (wanted, given) {
    case (.error, _), (_, .error): return true
    case (.parameter(let left), .parameter(let right)) where left == right: return true
    case (_, .parameter(let name)):
      if learn(name, wanted) { return true }
      guard types[name] == nil, case .parameter(let other) = wanted else { return false }
      return learn(other, given)
    case (.parameter(let name), _): return learn(name, given)
    case (.dyn, _), (_, .dyn): return true
    case (.list(let left), .list(let right)): return accept(left, right)
    case (.optional(let left), .optional(let right)): return accept(left, right)
    case (.type, .type): return true
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      return accept(leftKey, rightKey) && accept(leftValue, rightValue)
    case (.abstract(let left, let leftTypes), .abstract(let right, let rightTypes)):
      return left == right && accept(leftTypes, rightTypes)
    case (.wrapper(let left), .wrapper(let right)): return accept(left, right)
    case (.wrapper(let left), _): return given == .null || accept(left, given)
    case (_, .wrapper(let right)): return wanted == .null || accept(wanted, right)
    case (.null, let other), (let other, .null): return other.mayBeNull
    default: return wanted == given
    }
  }

  private mutating func accept(_ wanted: [Type], _ given: [Type]) -> Bool {
    guard wanted.count == given.count else { return false }
    for (left, right) in zip(wanted, given) where !accept(left, right) { return false }
    return true
  }

  /// Whether a parameter can stand for a type; of what it stood for before and this, it stands for
  /// the more general from now on.
  private mutating func learn(_ name: String, _ type: Type) -> Bool {
    guard let known = types[name] else {
      if occurs(name, in: type) { return false }
      types[name] = type
      return true
    }
    guard type != known else { return true }
    guard accept(type, known) else { return false }
    let general = type.moreGeneral(than: known)
    if !occurs(name, in: general) { types[name] = general }
    return true
  }

  /// Returns the type of what is of one of two types: the more general one, nil if neither can be
  /// used for the other.
  mutating func joined(_ left: Type, _ right: Type) -> Type? {
    var attempt = self
    guard attempt.accept(left, right) else { return nil }
    self = attempt
    return left.moreGeneral(than: right)
  }

  private func occurs(_ name: String, in type: Type) -> Bool {
    switch type {
    case .parameter(let other):
      other == name || types[other].map { occurs(name, in: $0) } ?? false
    case .list(let element), .optional(let element), .type(let element), .wrapper(let element):
      occurs(name, in: element)
    case .map(let key, let value): occurs(name, in: key) || occurs(name, in: value)
    case .abstract(_, let types): types.contains { occurs(name, in: $0) }
    case .dyn, .error, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
      .record:
      false
    }
  }
}

extension Type {
  /// The one of two types, which fit each other, that leaves more open.
  fileprivate func moreGeneral(than other: Type) -> Type {
    isAsGeneral(as: other) ? self : other
  }

  private func isAsGeneral(as other: Type) -> Bool {
    switch (self, other) {
    case (.dyn, _), (.parameter, _): true
    case (_, .dyn), (_, .parameter): false
    case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
      left.isAsGeneral(as: right)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      key.isAsGeneral(as: otherKey) && value.isAsGeneral(as: otherValue)
    case (.abstract(_, let left), .abstract(_, let right)):
      zip(left, right).allSatisfy { $0.isAsGeneral(as: $1) }
    case (.wrapper, .wrapper), (.type, .type): true
    case (.wrapper, _), (_, .null): true
    default: self == other
    }
  }

  fileprivate func mapParameters(_ replace: (String) -> Type) -> Type {
    switch self {
    case .parameter(let name): replace(name)
    case .list(let element): .list(element.mapParameters(replace))
    case .optional(let element): .optional(element.mapParameters(replace))
    case .type(let element): .type(element.mapParameters(replace))
    case .wrapper(let element): .wrapper(element.mapParameters(replace))
    case .map(let key, let value):
      .map(key.mapParameters(replace), value.mapParameters(replace))
    case .abstract(let name, let types): .abstract(name, types.map { $0.mapParameters(replace) })
    case .dyn, .error, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
      .record:
      self
    }
  }

  fileprivate var mayBeNull: Bool {
    switch self {
    case .null, .dyn, .record, .timestamp, .duration, .wrapper, .error, .optional, .abstract: true
    case .bool, .int, .uint, .double, .string, .bytes, .list, .map, .type, .parameter: false
    }
  }
}
