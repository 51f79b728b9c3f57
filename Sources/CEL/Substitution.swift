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
    fresh += 1
    let suffix = "_\(fresh)"
    func renamed(_ type: Type) -> Type { type.mapParameters { .parameter($0 + suffix) } }
    return (function.parameters.map(renamed), renamed(function.result))
  }

  /// Returns a type with its parameters replaced, those that stand for nothing by `dyn`.
  func resolved(_ type: Type) -> Type {
    type.mapParameters { name in types[name].map(resolved) ?? .dyn }
  }

  /// Returns a type with the parameters replaced that stand for something.
  private func known(_ type: Type) -> Type {
    guard case .parameter(let name) = type, let meant = types[name] else { return type }
    return known(meant)
  }

  /// Whether a value of a type can be used where another type is wanted; learns what parameters
  /// stand for.
  mutating func accept(_ wanted: Type, _ given: Type) -> Bool {
    let (wanted, given) = (known(wanted), known(given))
    switch (wanted, given) {
    case (.error, _), (_, .error): return true
    case (.parameter(let left), .parameter(let right)) where left == right: return true
    case (.parameter(let name), let type), (let type, .parameter(let name)):
      if occurs(name, in: type) { return false }
      types[name] = type
      return true
    case (.dyn, _), (_, .dyn): return true
    case (.list(let left), .list(let right)): return accept(left, right)
    case (.optional(let left), .optional(let right)): return accept(left, right)
    case (.type, .type): return true
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      return accept(leftKey, rightKey) && accept(leftValue, rightValue)
    case (.wrapper(let left), .wrapper(let right)): return accept(left, right)
    case (.wrapper(let left), _): return given == .null || accept(left, given)
    case (_, .wrapper(let right)): return wanted == .null || accept(wanted, right)
    case (.null, let other), (let other, .null): return other.mayBeNull
    default: return wanted == given
    }
  }

  private func occurs(_ name: String, in type: Type) -> Bool {
    switch known(type) {
    case .parameter(let other): other == name
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
