/// What brings names of its own: comprehensions, `cel.bind`, `cel.block` and the macros of optionals.
extension Checker {
  mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> Type {
    let given = type(of: macro.range)
    let range = substitution.resolved(given)
    let elements = elementTypes(of: range, count: macro.variables.count, at: macro.range.range)
    let depth = locals.count
    let slot = openSlots(macro.variables.count, node)
    for (index, variable) in macro.variables.enumerated() {
      locals.append((variable.text, elements[index], slot + index))
    }
    defer { locals.removeSubrange(depth...) }
    if let condition = macro.condition { expectBool(condition) }
    switch macro.kind {
    case .all, .exists, .existsOne:
      expectBool(macro.body)
      return .bool
    case .filter:
      expectBool(macro.body)
      return .list(elements[0])
    case .map: return .list(type(of: macro.body))
    case .transformMap: return .map(keyType(of: range), type(of: macro.body))
    case .transformMapEntry: return mapType(of: macro.body)
    case .sortBy:
      _ = type(of: macro.body)
      return .list(elements[0])
    }
  }

  private func keyType(of range: Type) -> Type {
    switch range {
    case .list: .int
    case .map(let key, _): key
    default: .dyn
    }
  }

  private mutating func mapType(of node: Expression) -> Type {
    let type = type(of: node)
    let wanted: Type = .map(substitution.freshParameter(), substitution.freshParameter())
    guard substitution.accept(wanted, type) else {
      return wrong("Wanted a map, found \(substitution.resolved(type).withArticle)", at: node.range)
    }
    return wanted
  }

  private mutating func elementTypes(
    of range: Type, count: Int, at place: SourceRange
  ) -> [Type] {
    switch range {
    case .list(let element): return count == 1 ? [element] : [.int, element]
    case .map(let key, let value): return count == 1 ? [key] : [key, value]
    case .dyn, .error: return Array(repeating: range, count: count)
    default:
      tell("Wanted a list or a map to go through, found \(range.withArticle)", at: place)
      return Array(repeating: .error, count: count)
    }
  }

  /// Reserves slots for the variables of a node that no node inside or around it uses.
  private mutating func openSlots(_ count: Int, _ node: Expression) -> Int {
    let slot = slotCount
    slotCount += count
    bring(slot, node)
    return slot
  }

  private mutating func expectBool(_ node: Expression) {
    let type = type(of: node)
    if !substitution.accept(.bool, type) {
      tell("Wanted a bool, found \(substitution.resolved(type).withArticle)", at: node.range)
    }
  }

  mutating func bind(
    _ name: Expression.Name, _ value: Expression, _ result: Expression, _ node: Expression
  ) -> Type {
    let type = type(of: value)
    locals.append((name.text, type, openSlots(1, node)))
    defer { locals.removeLast() }
    return self.type(of: result)
  }

  mutating func optionalMap(_ macro: OptionalMap, _ node: Expression) -> Type {
    let wrapped = wrappedType(of: macro.target)
    locals.append((macro.variable.text, wrapped, openSlots(1, node)))
    defer { locals.removeLast() }
    return .optional(macro.isFlat ? wrappedType(of: macro.body) : type(of: macro.body))
  }

  /// The type that an optional wraps.
  private mutating func wrappedType(of node: Expression) -> Type {
    let type = type(of: node)
    let wrapped = substitution.freshParameter()
    guard substitution.accept(.optional(wrapped), type) else {
      return wrong(
        "Wanted an optional, found \(substitution.resolved(type).withArticle)", at: node.range)
    }
    return wrapped
  }

  mutating func block(
    _ values: [Expression], _ result: Expression, _ node: Expression
  ) -> Type {
    let depth = locals.count
    let slot = openSlots(values.count, node)
    for (index, value) in values.enumerated() {
      let type = type(of: value)
      locals.append((BlockName.index(Int64(index)), type, slot + index))
    }
    defer { locals.removeSubrange(depth...) }
    return type(of: result)
  }
}
