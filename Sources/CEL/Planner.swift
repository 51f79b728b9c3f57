/// Compiles a checked expression: every name becomes a slot, every call the functions it may mean.
struct Planner {
  private let environment: Environment
  private let checked: CheckedExpression
  private var issues: [Issue] = []

  init(_ environment: Environment, _ checked: CheckedExpression) {
    self.environment = environment
    self.checked = checked
  }

  mutating func program() -> Result<Program, Issues> {
    let root = plan(checked.parsed.root)
    if !issues.isEmpty { return .failure(Issues(issues)) }
    return .success(
      Program(
        type: checked.type, text: checked.parsed.text, root: root,
        origin: ProgramOrigin(environment, checked)))
  }

  mutating func plan(_ node: Expression) -> Step {
    switch node.kind {
    case .literal(let value): return Self.constant(value)
    case .identifier: return name(node)
    case .select(let operand, let field, let mode): return select(operand, field, mode, node)
    case .call(let function, let target, let arguments):
      return call(function, target, arguments, node)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .message(let name, let fields): return message(name, fields, node)
    case .comprehension(let comprehension): return self.comprehension(comprehension, node)
    case .bind(_, let value, let result): return bind(value, result, node)
    case .optionalMap(let macro): return optionalMap(macro, node)
    case .block(let values, let result): return block(values, result, node)
    }
  }

  private static func constant(_ value: Value) -> Step {
    { _ in value }
  }

  private static func failure(_ message: String, _ range: SourceRange) -> Step {
    { _ throws(EvaluationError) in throw EvaluationError(.failed, message, at: range) }
  }

  // MARK: Names and fields

  private func name(_ node: Expression) -> Step {
    switch checked.reference(of: node) {
    case .slot(let slot): return { frame in frame.slots[slot] }
    case .scopeField(let record, let slot):
      let missing = Absence(checked.type(of: node), node.range)
      return { frame throws(EvaluationError) in
        guard case .record(let record) = frame.slots[record] else { throw missing.noRecord }
        return try missing.value(of: record, slot: slot, &frame)
      }
    case .constant(let value): return Self.constant(value)
    case .field, .functions, .message, nil:
      return Self.failure("Unknown name\(node.quotedName)", node.range)
    }
  }

  private mutating func select(
    _ operand: Expression, _ field: Expression.Name, _ mode: Expression.SelectMode,
    _ node: Expression
  ) -> Step {
    switch checked.reference(of: node) {
    case .slot, .scopeField, .constant: return name(node)
    case .field, .functions, .message, nil: break
    }
    let base = path(operand)
    let selection = Selection(
      field: field.text, slot: fieldSlot(node),
      absence: Absence(checked.type(of: node), node.range),
      records: environment.records)
    switch mode {
    case .value:
      return { frame throws(EvaluationError) in try selection.value(of: try base(&frame), &frame) }
    case .test:
      return { frame throws(EvaluationError) in try selection.test(base, &frame) }
    case .optional:
      return { frame throws(EvaluationError) in
        .optional(try selection.optional(try base(&frame), &frame))
      }
    }
  }

  private func fieldSlot(_ node: Expression) -> Int? {
    if case .field(let slot)? = checked.reference(of: node) { return slot }
    return nil
  }

  /// Compiles the operand of a selection; the reads on the way to it decide nothing themselves.
  private mutating func path(_ node: Expression) -> Step {
    let step = plan(node)
    guard node.isPath else { return step }
    return { frame throws(EvaluationError) in
      let mark = frame.reads.count
      let value = try step(&frame)
      frame.forget(since: mark)
      return value
    }
  }

  // MARK: Literals

  private mutating func list(_ elements: [Expression.Element]) -> Step {
    var steps: [(step: Step, isOptional: Bool)] = []
    for element in elements { steps.append((plan(element.value), element.isOptional)) }
    return { [steps] frame throws(EvaluationError) in
      var values: [Value] = []
      values.reserveCapacity(steps.count)
      for (step, isOptional) in steps {
        try frame.count()
        let value = try step(&frame)
        guard isOptional, case .optional(let wrapped) = value else {
          values.append(value)
          continue
        }
        if let wrapped { values.append(wrapped) }
      }
      return .list(values)
    }
  }

  private mutating func map(_ entries: [Expression.Entry]) -> Step {
    var steps: [(key: Step, value: Step, isOptional: Bool, range: SourceRange)] = []
    for entry in entries {
      steps.append((plan(entry.key), plan(entry.value), entry.isOptional, entry.key.range))
    }
    return { [steps] frame throws(EvaluationError) in
      var map = MapValue()
      for entry in steps {
        let key = try entry.key(&frame)
        try frame.count(1 + key.textExtent)
        guard key.isMapKey else {
          throw EvaluationError(
            .failed, "\(key.typeName.withCapitalArticle) cannot be a key", at: entry.range)
        }
        var value: Value? = try entry.value(&frame)
        if entry.isOptional, case .optional(let wrapped)? = value { value = wrapped }
        guard let value else { continue }
        guard map.insert(value, for: key) else {
          throw EvaluationError(.failed, "The key stands twice in the map", at: entry.range)
        }
      }
      return .map(map)
    }
  }

  private mutating func message(
    _ name: Expression.Name, _ fields: [Expression.Field], _ node: Expression
  ) -> Step {
    guard case .message(let message)? = checked.reference(of: node) else {
      return Self.failure("Unknown message type \"\(name.text)\"", node.range)
    }
    var construction = MessageConstruction(message: message, range: node.range)
    for field in fields { construction.add(field, plan(field.value)) }
    return { [construction] frame throws(EvaluationError) in try construction.value(&frame) }
  }

  // MARK: Calls

  private mutating func call(
    _ function: Expression.Name, _ target: Expression?, _ arguments: [Expression],
    _ node: Expression
  ) -> Step {
    guard case .functions(let functions, let takesTarget)? = checked.reference(of: node) else {
      if case .constant(let value)? = checked.reference(of: node) { return Self.constant(value) }
      return Self.failure("Unknown function \"\(function.text)\"", node.range)
    }
    let operands = takesTarget ? target.map { [$0] + arguments } ?? arguments : arguments
    if let step = operation(function.text, operands, node) { return step }
    if let step = matching(function.text, operands, node) { return step }
    var steps: [Step] = []
    for operand in operands { steps.append(plan(operand)) }
    return Self.invocation(function.text, functions, steps, node.range)
  }

  /// Compiles a call whose operands are all evaluated.
  private static func invocation(
    _ name: String, _ functions: ArraySlice<Function>, _ steps: [Step], _ range: SourceRange
  ) -> Step {
    let reach = ArgumentReach(of: functions.first?.name ?? name)
    return { frame throws(EvaluationError) in
      var arguments: [Value] = []
      arguments.reserveCapacity(steps.count)
      for step in steps { arguments.append(try step(&frame)) }
      try frame.count()
      for argument in arguments { try frame.count(reach.extent(of: argument, frame.steps + 1)) }
      // Types checked as `dyn` are seen only now.
      guard let index = functions.indices.first(where: { functions[$0].accepts(arguments) }) else {
        throw .noOverload(name, arguments, range)
      }
      do throws(EvaluationError) {
        let value = try functions[index].implementation(arguments)
        try frame.count(value.weight)
        return value
      } catch {
        throw error.located(at: range)
      }
    }
  }

  /// Compiles a call of `matches`, which takes as many steps as text and pattern together ask for;
  /// a constant pattern is compiled once.
  private mutating func matching(
    _ name: String, _ operands: [Expression], _ node: Expression
  ) -> Step? {
    guard name == "matches", operands.count == 2 else { return nil }
    let subject = plan(operands[0])
    guard case .literal(.string(let text)) = operands[1].kind else {
      return Self.matching(subject, plan(operands[1]), node.range)
    }
    switch Pattern.compile(text) {
    case .failure(let problem):
      issues.append(
        Issue(.error, "The pattern is wrong: \(problem.message)", at: operands[1].range))
      return subject
    case .success(let pattern):
      let range = operands[0].range
      return { frame throws(EvaluationError) in
        guard case .string(let text) = try subject(&frame) else {
          throw EvaluationError(.failed, "matches() wants a string", at: range)
        }
        try frame.count(pattern.stepCount(for: text))
        return .bool(pattern.matches(text))
      }
    }
  }

  /// Compiles a call of `matches` with a pattern that is known only when it runs.
  private static func matching(
    _ subject: @escaping Step, _ pattern: @escaping Step, _ range: SourceRange
  ) -> Step {
    { frame throws(EvaluationError) in
      let (subject, pattern) = (try subject(&frame), try pattern(&frame))
      guard case .string(let text) = subject, case .string(let written) = pattern else {
        throw .noOverload("matches", [subject, pattern], range)
      }
      try frame.count(1 + pattern.textExtent)
      switch Pattern.compile(written) {
      case .success(let pattern):
        try frame.count(pattern.size + pattern.stepCount(for: text))
        return .bool(pattern.matches(text))
      case .failure(let problem):
        throw EvaluationError(.failed, "The pattern is wrong: \(problem.message)", at: range)
      }
    }
  }

  /// Compiles the operators whose operands are not all evaluated, or that are worth a shortcut.
  private mutating func operation(
    _ name: String, _ operands: [Expression], _ node: Expression
  ) -> Step? {
    switch name {
    case "_&&_": return Logic.and(plan(operands[0]), plan(operands[1]))
    case "_||_": return Logic.or(plan(operands[0]), plan(operands[1]))
    case "!_": return Logic.not(plan(operands[0]))
    case "_?_:_":
      return Logic.choice(plan(operands[0]), plan(operands[1]), plan(operands[2]))
    case "_==_", "_!=_": return equality(operands, isNegated: name == "_!=_")
    case "@in": return membership(operands, node.range)
    case "_[_]": return index(operands, node)
    case "_[?_]": return optionalIndex(operands, node)
    default: return nil
    }
  }

  private mutating func equality(_ operands: [Expression], isNegated: Bool) -> Step {
    let (left, right) = (plan(operands[0]), plan(operands[1]))
    return { frame throws(EvaluationError) in
      let (left, right) = (try left(&frame), try right(&frame))
      try frame.count(left.extent(atMost: frame.steps + 1))
      return .bool((left == right) != isNegated)
    }
  }

  private mutating func membership(_ operands: [Expression], _ range: SourceRange) -> Step {
    let element = plan(operands[0])
    if let constants = constants(operands[1]) {
      let set = Set(constants)
      return { frame throws(EvaluationError) in
        let element = try element(&frame)
        try frame.count(element.extent(atMost: frame.steps + 1))
        return .bool(set.contains(element))
      }
    }
    let container = plan(operands[1])
    return { frame throws(EvaluationError) in
      let element = try element(&frame)
      let container = try container(&frame)
      switch container {
      case .list(let values):
        try frame.count(container.extent(atMost: frame.steps + 1))
        return .bool(values.contains(element))
      case .map(let map):
        try frame.count(element.textExtent)
        return .bool(map[element] != nil)
      case let other: throw .noOverload("in", [element, other], range)
      }
    }
  }

  /// The elements of a list that is known when the expression is compiled.
  private func constants(_ node: Expression) -> [Value]? {
    if case .constant(.list(let values))? = checked.reference(of: node) { return values }
    guard case .list(let elements) = node.kind else { return nil }
    var values: [Value] = []
    for element in elements {
      guard case .literal(let value) = element.value.kind, !element.isOptional else { return nil }
      values.append(value)
    }
    return values
  }

  private mutating func index(_ operands: [Expression], _ node: Expression) -> Step {
    let (container, index) = (plan(operands[0]), plan(operands[1]))
    let range = node.range
    return { frame throws(EvaluationError) in
      let container = try container(&frame)
      let index = try index(&frame)
      try frame.count(index.textExtent)
      if case .optional(let wrapped) = container {
        return .optional(
          try wrapped.flatMap { value throws(EvaluationError) in
            try Indexing.optional(value, index, range)
          })
      }
      return try Indexing.value(container, index, range)
    }
  }

  private mutating func optionalIndex(_ operands: [Expression], _ node: Expression) -> Step {
    let (container, index) = (plan(operands[0]), plan(operands[1]))
    let range = node.range
    return { frame throws(EvaluationError) in
      let container = try container(&frame)
      let index = try index(&frame)
      try frame.count(index.textExtent)
      guard case .optional(let wrapped) = container else {
        return .optional(try Indexing.optional(container, index, range))
      }
      guard let wrapped else { return .optional(nil) }
      return .optional(try Indexing.optional(wrapped, index, range))
    }
  }

  // MARK: Comprehensions

  private mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> Step {
    let loop = Loop(
      range: plan(macro.range), condition: macro.condition.map { plan($0) }, body: plan(macro.body),
      slot: checked.localSlot(of: node) ?? 0, hasTwoVariables: macro.variables.count == 2,
      place: macro.range.range)
    switch macro.kind {
    case .all: return { frame throws(EvaluationError) in try loop.holds(&frame, decidedBy: false) }
    case .exists:
      return { frame throws(EvaluationError) in try loop.holds(&frame, decidedBy: true) }
    case .existsOne: return { frame throws(EvaluationError) in try loop.holdsOnce(&frame) }
    case .filter: return { frame throws(EvaluationError) in try loop.filtered(&frame) }
    case .map: return { frame throws(EvaluationError) in try loop.mapped(&frame) }
    case .transformMap:
      return { frame throws(EvaluationError) in try loop.transformedMap(&frame) }
    case .transformMapEntry:
      return { frame throws(EvaluationError) in try loop.mergedMap(&frame) }
    case .sortBy: return { frame throws(EvaluationError) in try loop.sorted(&frame) }
    }
  }

  private mutating func optionalMap(_ macro: OptionalMap, _ node: Expression) -> Step {
    let (target, body) = (plan(macro.target), plan(macro.body))
    let slot = checked.localSlot(of: node) ?? 0
    let (isFlat, range) = (macro.isFlat, macro.target.range)
    return { frame throws(EvaluationError) in
      let given = try target(&frame)
      guard case .optional(let wrapped) = given else {
        throw .noOverload(isFlat ? "optFlatMap" : "optMap", [given], range)
      }
      guard let wrapped else { return given }
      frame.slots[slot] = wrapped
      let result = try body(&frame)
      return isFlat ? result : .optional(result)
    }
  }

  private mutating func block(
    _ values: [Expression], _ result: Expression, _ node: Expression
  ) -> Step {
    var steps: [Step] = []
    for value in values { steps.append(plan(value)) }
    let result = plan(result)
    let slot = checked.localSlot(of: node) ?? 0
    return { [steps] frame throws(EvaluationError) in
      for (index, step) in steps.enumerated() { frame.slots[slot + index] = try step(&frame) }
      return try result(&frame)
    }
  }

  private mutating func bind(_ value: Expression, _ result: Expression, _ node: Expression) -> Step
  {
    let (value, result) = (plan(value), plan(result))
    let slot = checked.localSlot(of: node) ?? 0
    return { frame throws(EvaluationError) in
      frame.slots[slot] = try value(&frame)
      return try result(&frame)
    }
  }
}

extension Expression {
  /// The name that the expression is, as a message quotes it.
  fileprivate var quotedName: String {
    if case .identifier(let name) = kind { " \"\(name)\"" } else { "" }
  }

  /// Whether the expression only leads to a record: names, fields, indices.
  fileprivate var isPath: Bool {
    switch kind {
    case .identifier: true
    case .select(let operand, _, .value): operand.isPath
    case .call(let function, nil, let arguments):
      function.text == "_[_]" && arguments.first?.isPath == true
    default: false
    }
  }
}

extension Value {
  var isMapKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    case .null, .double, .bytes, .list, .map, .timestamp, .duration, .type, .optional, .record,
      .address, .block:
      false
    }
  }
}

extension EvaluationError {
  /// No function of a name takes values of these types.
  static func noOverload(
    _ name: String, _ arguments: [Value], _ range: SourceRange
  ) -> EvaluationError {
    let types = arguments.map(\.typeName).joined(separator: ", ")
    let shown = Operators.symbol(of: name) ?? name
    return EvaluationError(.failed, "No such overload: \(shown) of \(types)", at: range)
  }

  /// The same error with a place, if it has none.
  func located(at range: SourceRange) -> EvaluationError {
    var error = self
    error.range = self.range ?? range
    return error
  }
}
