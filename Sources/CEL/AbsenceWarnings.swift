extension Program {
  /// What is probably not meant so: fields that may be absent and are read as if they were there.
  public var warnings: [Issue] { warnings(given: [], elementsOf: []) }

  /// Returns the warnings of an expression that is evaluated only if some conditions hold, for
  /// elements of some lists.
  ///
  /// Each list was compiled before the variable of its elements was declared.
  public func warnings(given conditions: [Program], elementsOf lists: [Program]) -> [Issue] {
    var known: Set<FieldPath> = []
    for list in lists {
      let slot = list.origin.environment.variables.count
      let fields = list.origin.elementFields(of: list.checked.parsed.root)
      for names in fields { known.formUnion(FieldPath(root: slot, names: names).withPrefixes) }
    }
    for condition in conditions {
      known.formUnion(condition.origin.fields(in: condition.checked.parsed.root, whenIt: true))
    }
    var warnings = AbsenceWarnings(origin)
    warnings.walk(checked.parsed.root, known)
    return Issues(warnings.issues).list
  }
}

/// Finds reads of fields that may be absent, where nothing has asked for them.
private struct AbsenceWarnings {
  private let origin: ProgramOrigin
  private var told: Set<FieldPath> = []
  private(set) var issues: [Issue] = []

  init(_ origin: ProgramOrigin) {
    self.origin = origin
  }

  /// Looks at a node of which it is known that some fields are there.
  mutating func walk(_ node: Expression, _ known: Set<FieldPath>) {
    switch node.kind {
    case .literal: break
    case .identifier: read(node, node.range, known)
    case .select(let operand, let field, .value):
      if !read(node, field.range, known) { walk(operand, known) }
    case .select(let operand, _, .test):
      // Records on the way may be absent, too.
      if origin.path(of: operand) == nil { walk(operand, known) }
    case .select(let operand, _, .optional): walk(operand, known)
    case .call(let function, let target, let arguments):
      call(function.text, (target.map { [$0] } ?? []) + arguments, known)
    case .list(let elements): walk(elements.map(\.value), known)
    case .map(let entries): walk(entries.flatMap { [$0.key, $0.value] }, known)
    case .message(_, let fields): walk(fields.map(\.value), known)
    case .comprehension(let macro): comprehension(macro, node, known)
    case .bind(_, let value, let result): walk([value, result], known)
    case .block(let values, let result): walk(values + [result], known)
    case .optionalMap(let macro): walk([macro.target, macro.body], known)
    }
  }

  private mutating func walk(_ nodes: [Expression], _ known: Set<FieldPath>) {
    for node in nodes { walk(node, known) }
  }

  /// Tells of a field that may be absent, each once; says whether the node is told of.
  @discardableResult
  private mutating func read(
    _ node: Expression, _ range: SourceRange, _ known: Set<FieldPath>
  ) -> Bool {
    guard origin.mayBeAbsent(node) else { return false }
    let path = origin.path(of: node)
    if let path, known.contains(path) || !told.insert(path).inserted { return true }
    let name = path?.names.last ?? "The field"
    issues.append(
      Issue(
        .warning, "\"\(name)\" may be absent; ask has() for it first, or read it with ?.",
        at: range))
    return true
  }

  /// Either side of a logical operator may count on what the other must come to if it matters.
  private mutating func call(
    _ function: String, _ operands: [Expression], _ known: Set<FieldPath>
  ) {
    switch function {
    case "_&&_", "_||_":
      let (left, right) = (operands[0], operands[1])
      let truth = function == "_&&_"
      walk(left, known.union(tests(in: right, whenIt: truth)))
      walk(right, known.union(tests(in: left, whenIt: truth)))
    case "_?_:_":
      walk(operands[0], known)
      walk(operands[1], known.union(origin.fields(in: operands[0], whenIt: true)))
      walk(operands[2], known.union(origin.fields(in: operands[0], whenIt: false)))
    default: walk(operands, known)
    }
  }

  /// The fields that has() has asked for: a side that only reads them is told of itself.
  private func tests(in side: Expression, whenIt truth: Bool) -> Set<FieldPath> {
    origin.fields(in: side, whenIt: truth)
      .subtracting(origin.fields(in: side, whenIt: !truth))
  }

  private mutating func comprehension(
    _ macro: Comprehension, _ node: Expression, _ known: Set<FieldPath>
  ) {
    walk(macro.range, known)
    var known = known
    if let slot = origin.checked.localSlot(of: node) {
      for names in origin.elementFields(of: macro.range) {
        let element = slot + macro.variables.count - 1
        known.formUnion(FieldPath(root: element, names: names).withPrefixes)
      }
    }
    if let condition = macro.condition {
      walk(condition, known)
      known.formUnion(origin.fields(in: condition, whenIt: true))
    }
    walk(macro.body, known)
  }
}
