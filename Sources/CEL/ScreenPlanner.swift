/// Compiles the part of a checked expression that a screen knows; the rest becomes *unsure*.
struct ScreenPlanner {
  private(set) var screen: Screen
  private let checked: CheckedExpression

  init(_ checked: CheckedExpression, _ screen: Screen) {
    self.checked = checked
    self.screen = screen
  }

  /// Compiles an expression that says true or false, and returns the number of its node.
  mutating func plan(_ node: Expression) -> Int32 {
    truth(node) ?? screen.append(.constant(.unsure))
  }

  /// Compiles an expression that is a field with a text, a number, a truth or a point in time; nil
  /// for any other.
  mutating func planScalarField(_ node: Expression) -> Int32? {
    switch checked.type(of: node) {
    case .string, .int, .double, .bool, .timestamp: fieldNode(node)
    default: nil
    }
  }

  private mutating func truth(_ node: Expression) -> Int32? {
    switch node.kind {
    case .literal(.bool(let truth)): return screen.append(.constant(truth ? .yes : .no))
    case .select(let operand, _, .test): return test(operand, node)
    case .identifier, .select: return flag(node)
    case .call(let function, let target, let arguments):
      return call(function.text, (target.map { [$0] } ?? []) + arguments)
    case .comprehension(let macro): return comprehension(macro, node)
    case .literal, .list, .map, .message, .bind, .optionalMap, .block: return nil
    }
  }

  // MARK: Fields

  private mutating func test(_ operand: Expression, _ node: Expression) -> Int32? {
    guard case .field(let slot)? = checked.reference(of: node), let path = path(operand) else {
      return nil
    }
    return screen.append(.has(path: path, slot: Int32(slot)))
  }

  private mutating func flag(_ node: Expression) -> Int32? {
    guard checked.type(of: node) == .bool, let (path, slot) = field(node) else { return nil }
    return screen.append(.flag(path: path, slot: slot))
  }

  /// The path of the record and the slot that a name or a selection stands for.
  private mutating func field(_ node: Expression) -> (path: Int32, slot: Int32)? {
    switch checked.reference(of: node) {
    case .scopeField(let record, let slot)?:
      return (screen.path(ofVariable: Int32(record)), Int32(slot))
    case .field(let slot)?:
      guard case .select(let operand, _, .value) = node.kind, let path = path(operand) else {
        return nil
      }
      return (path, Int32(slot))
    case .slot, .constant, .functions, .message, nil: return nil
    }
  }

  /// The path of a name or a selection that is a record.
  private mutating func path(_ node: Expression) -> Int32? {
    guard case .record = checked.type(of: node) else { return nil }
    if case .slot(let slot)? = checked.reference(of: node) {
      return screen.path(ofVariable: Int32(slot))
    }
    return field(node).map { screen.path($0.path, $0.slot) }
  }

  /// A name or a selection as an operand, whatever its type is.
  private mutating func operand(_ node: Expression) -> Int32? {
    if case .slot(let slot)? = checked.reference(of: node) {
      return screen.append(.variable(Int32(slot)))
    }
    return fieldNode(node)
  }

  /// The field that a name or a selection stands for, as a node.
  private mutating func fieldNode(_ node: Expression) -> Int32? {
    field(node).map { screen.append(.field(path: $0.path, slot: $0.slot)) }
  }

  // MARK: Calls

  private mutating func call(_ name: String, _ operands: [Expression]) -> Int32? {
    switch name {
    case "_&&_": return conjunction(operands)
    case "_||_": return logic(operands) { .or($0, $1) }
    case "!_": return truth(operands[0]).map { screen.append(.not($0)) }
    case "@in": return membership(operands)
    case "matches": return matching(operands)
    default: return Self.comparisons[name].flatMap { compare($0, operands) }
    }
  }

  private mutating func logic(
    _ operands: [Expression], _ make: (Int32, Int32) -> ScreenNode
  ) -> Int32? {
    let (left, right) = (plan(operands[0]), plan(operands[1]))
    return screen.append(make(left, right))
  }

  /// `a && b`; `has(f) && g != ""` is one question.
  private mutating func conjunction(_ operands: [Expression]) -> Int32? {
    let (left, right) = (plan(operands[0]), plan(operands[1]))
    if case .has(let path, let slot) = screen.nodes[Int(left)],
      case .compareTexts(.unequal, let text, let constant) = screen.nodes[Int(right)],
      case .text(let empty) = screen.nodes[Int(constant)], screen.texts[Int(empty)].count == 0
    {
      return screen.append(.hasText(path: path, slot: slot, text: text))
    }
    return screen.append(.and(left, right))
  }

  private static let comparisons: [String: ScreenComparison] = [
    "_==_": .equal, "_!=_": .unequal, "_<_": .less, "_<=_": .atMost, "_>_": .more,
    "_>=_": .atLeast,
  ]

  private mutating func compare(
    _ comparison: ScreenComparison, _ operands: [Expression]
  ) -> Int32? {
    let type = checked.type(of: operands[0])
    guard type == checked.type(of: operands[1]) else { return nil }
    switch type {
    case .string:
      guard let left = text(operands[0]), let right = text(operands[1]) else { return nil }
      return screen.append(.compareTexts(comparison, left, right))
    case .int, .double, .timestamp, .bool:
      guard let left = scalar(operands[0]), let right = scalar(operands[1]) else { return nil }
      return screen.append(.compare(comparison, left, right))
    default: return nil
    }
  }

  private mutating func scalar(_ node: Expression) -> Int32? {
    switch node.kind {
    case .literal(.int(let number)): return screen.append(.int(number))
    case .literal(.double(let number)): return screen.append(.double(number))
    case .call(let function, let target, let arguments):
      if case .constant(.double(let number))? = checked.reference(of: node) {
        return screen.append(.double(number))
      }
      let operands = (target.map { [$0] } ?? []) + arguments
      guard function.text == "size", operands.count == 1, let list = list(operands[0]) else {
        return nil
      }
      return screen.append(.size(list))
    case .identifier, .select: return operand(node)
    case .literal, .list, .map, .message, .comprehension, .bind, .optionalMap, .block: return nil
    }
  }

  private mutating func text(_ node: Expression) -> Int32? {
    if case .literal(.string(let text)) = node.kind {
      let constant = screen.append(text: text)
      return screen.append(.text(constant))
    }
    return operand(node)
  }

  private mutating func list(_ node: Expression) -> Int32? {
    guard case .list = checked.type(of: node) else { return nil }
    return fieldNode(node)
  }

  private mutating func membership(_ operands: [Expression]) -> Int32? {
    guard checked.type(of: operands[0]) == .string, let members = texts(operands[1]),
      let text = text(operands[0])
    else { return nil }
    let set = screen.append(set: members)
    return screen.append(.textIsIn(text, set: set))
  }

  /// The texts of a list that is known when the expression is compiled.
  private func texts(_ node: Expression) -> [String]? {
    if case .constant(.list(let values))? = checked.reference(of: node) {
      return Self.texts(values)
    }
    guard case .list(let elements) = node.kind else { return nil }
    return Self.texts(
      elements.map { element in
        guard case .literal(let value) = element.value.kind, !element.isOptional else {
          return .null
        }
        return value
      })
  }

  private static func texts(_ values: [Value]) -> [String]? {
    let texts = values.compactMap { value in
      if case .string(let text) = value { text } else { nil as String? }
    }
    return texts.count == values.count ? texts : nil
  }

  private mutating func matching(_ operands: [Expression]) -> Int32? {
    guard operands.count == 2, checked.type(of: operands[0]) == .string,
      case .literal(.string(let pattern)) = operands[1].kind,
      case .success(let compiled) = Pattern.compile(pattern), let table = compiled.table,
      let text = text(operands[0])
    else { return nil }
    let number = screen.append(pattern: table)
    return screen.append(.matches(text, pattern: number))
  }

  // MARK: Comprehensions

  private mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> Int32? {
    guard macro.variables.count == 1, let slot = checked.localSlot(of: node),
      case .list(.record) = checked.type(of: macro.range), let list = list(macro.range)
    else { return nil }
    let element = screen.path(ofVariable: Int32(slot))
    let body = plan(macro.body)
    switch macro.kind {
    case .all: return screen.append(.all(list: list, path: element, body: body))
    case .exists: return screen.append(.exists(list: list, path: element, body: body))
    case .existsOne, .filter, .map, .transformMap, .transformMapEntry, .sortBy: return nil
    }
  }
}
