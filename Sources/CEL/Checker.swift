/// Works out the types of an expression and what its names stand for; tells all that is wrong.
struct Checker {
  private let environment: Environment
  private let parsed: ParsedExpression
  /// Whether nothing is told: names are resolved, types are left to the evaluation.
  private let isLenient: Bool
  private var issues: [Issue] = []
  private var facts: [CheckedExpression.NodeFacts]
  var locals: [(name: String, type: Type, slot: Int)] = []
  var slotCount: Int
  var substitution = Substitution()

  init(_ environment: Environment, _ parsed: ParsedExpression, isLenient: Bool = false) {
    self.environment = environment
    self.isLenient = isLenient
    self.parsed = parsed
    self.facts = Array(repeating: CheckedExpression.NodeFacts(type: .error), count: parsed.count)
    self.slotCount = environment.variables.count
  }

  mutating func check(expecting wanted: Type?) -> Result<CheckedExpression, Issues> {
    // The substitution is asked after the node has taught it.
    let root = self.type(of: parsed.root)
    let type = isLenient ? .dyn : substitution.resolved(root)
    if let wanted, !substitution.accept(wanted, type) {
      tell(
        "The expression is \(type.withArticle), wanted \(wanted.withArticle)", at: parsed.root.range
      )
    }
    if issues.contains(where: { $0.severity == .error }) { return .failure(Issues(issues)) }
    for index in facts.indices where facts[index].type.hasParameters {
      facts[index].type = substitution.resolved(facts[index].type)
    }
    return .success(
      CheckedExpression(parsed: parsed, type: type, facts: facts, slotCount: slotCount))
  }

  /// Notes the first slot of the variables that a node brings.
  mutating func bring(_ slot: Int, _ node: Expression) { facts[node.id].localSlot = slot }

  mutating func tell(_ message: String, at range: SourceRange) {
    if !isLenient { issues.append(Issue(.error, message, at: range)) }
  }

  /// Tells of a wrong node, which has no type that could be wrong again.
  mutating func wrong(_ message: String, at range: SourceRange) -> Type {
    tell(message, at: range)
    return .error
  }

  // MARK: Nodes

  mutating func type(of node: Expression) -> Type {
    let type: Type
    switch node.kind {
    case .literal(let value): type = value.staticType
    case .identifier(let name): type = identifier(name, node)
    case .select(let operand, let field, let mode): type = select(operand, field, mode, node)
    case .call(let function, let target, let arguments):
      type = call(function, target, arguments, node)
    case .list(let elements): type = list(elements)
    case .map(let entries): type = map(entries)
    case .message(let name, let fields): type = message(name, fields, node)
    case .comprehension(let comprehension): type = self.comprehension(comprehension, node)
    case .bind(let name, let value, let result): type = bind(name, value, result, node)
    case .optionalMap(let macro): type = optionalMap(macro, node)
    case .block(let values, let result): type = block(values, result, node)
    }
    facts[node.id].type = type
    return type
  }

  // MARK: Names

  private mutating func identifier(_ name: String, _ node: Expression) -> Type {
    if let type = value(named: name, node.id) { return type }
    let known = locals.map(\.name) + environment.valueNames
    return wrong(
      "Unknown name \"\(name)\"\(Spelling.suggestion(for: name, in: known))", at: node.range)
  }

  /// The type of a name that stands for a value, nil if it stands for none.
  private mutating func value(named name: String, _ id: Int) -> Type? {
    if let local = locals.last(where: { $0.name == name }) {
      facts[id].reference = .slot(local.slot)
      return local.type
    }
    if environment.container.isEmpty, !name.hasPrefix(".") { return global(named: name, id) }
    for candidate in environment.candidates(for: name) {
      if let type = global(named: candidate, id) { return type }
    }
    return nil
  }

  /// The type of a whole name that stands for a value outside of the expression.
  private mutating func global(named name: String, _ id: Int) -> Type? {
    if !name.isEmpty, let slot = environment.variables.firstIndex(where: { $0.name == name }) {
      facts[id].reference = .slot(slot)
      return environment.variables[slot].type
    }
    if let scope = environment.scope, let slot = scope.type.slot(of: name) {
      facts[id].reference = .scopeField(record: scope.slot, slot: slot)
      return scope.type.fields[slot].type
    }
    if let type = Self.typeNames[name] {
      facts[id].reference = .constant(.type(type.runtimeName))
      return .type(type)
    }
    if name == "google.protobuf.NullValue.NULL_VALUE" {
      facts[id].reference = .constant(.int(0))
      return .int
    }
    return nil
  }

  private static let typeNames: [String: Type] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null,
    "type": .type(.dyn), "optional_type": .optional(.dyn), "google.protobuf.Timestamp": .timestamp,
    "google.protobuf.Duration": .duration, "net.IP": StandardLibrary.addressType,
    "net.CIDR": StandardLibrary.blockType,
  ]

  /// The points and names of an expression such as `a.b.c`, nil for another one.
  private func qualifiedName(_ node: Expression) -> String? {
    switch node.kind {
    case .identifier(let name): name
    case .select(let operand, let field, .value):
      qualifiedName(operand).map { "\($0).\(field.text)" }
    default: nil
    }
  }

  private mutating func select(
    _ operand: Expression, _ field: Expression.Name, _ mode: Expression.SelectMode,
    _ node: Expression
  ) -> Type {
    if mode == .value, mayBeQualified(root(of: operand)), let name = qualifiedName(node),
      let type = value(named: name, node.id)
    {
      return type
    }
    let given = self.type(of: operand)
    let type = fieldType(of: given, field, node)
    switch mode {
    case .value:
      // A field of what may be there may be there.
      if case .optional = substitution.resolved(given), type != .error { return .optional(type) }
      return type
    case .test: return .bool
    case .optional: return .optional(type)
    }
  }

  private func root(of node: Expression) -> Expression {
    var node = node
    while case .select(let operand, _, _) = node.kind { node = operand }
    return node
  }

  /// Whether points behind a node may belong to the name of a value outside of the expression.
  private func mayBeQualified(_ node: Expression) -> Bool {
    guard case .identifier(let name) = node.kind, environment.mayBeQualified(from: name) else {
      return false
    }
    return !locals.contains { $0.name == name }
  }

  private func isValue(_ node: Expression) -> Bool {
    guard case .identifier(let name) = node.kind else { return true }
    return locals.contains { $0.name == name } || environment.hasValue(named: name)
  }

  private mutating func fieldType(
    of operand: Type, _ field: Expression.Name, _ node: Expression
  ) -> Type {
    switch substitution.resolved(operand) {
    case .error: return .error
    case .dyn: return .dyn
    case .map(_, let value): return value
    case .optional(let wrapped): return fieldType(of: wrapped, field, node)
    case .record(let name):
      guard let record = environment.records[name] else { return .dyn }
      if let slot = record.slot(of: field.text) {
        facts[node.id].reference = .field(slot: slot)
        return record.fields[slot].type
      }
      let suggestion = Spelling.suggestion(for: field.text, in: record.fields.map(\.name))
      return wrong("Unknown field \"\(field.text)\" of \(name)\(suggestion)", at: field.range)
    case let other: return wrong("\(other.withCapitalArticle) has no fields", at: field.range)
    }
  }

  // MARK: Calls

  private mutating func call(
    _ function: Expression.Name, _ target: Expression?, _ arguments: [Expression],
    _ node: Expression
  ) -> Type {
    if let target, !isValue(root(of: target)), let namespace = qualifiedName(target) {
      let candidates = functions(named: "\(namespace).\(function.text)", isMethod: false)
      if !candidates.isEmpty {
        return call(function, candidates, nil, arguments, node, isQualified: true)
      }
    }
    let candidates = functions(named: function.text, isMethod: target != nil)
    if candidates.isEmpty {
      guard target == nil, let resolve = environment.constants[function.text] else {
        return unknownFunction(function, target, arguments)
      }
      return constant(function, arguments, resolve, node)
    }
    return call(function, candidates, target, arguments, node, isQualified: false)
  }

  /// The functions that a name may stand for: those of the innermost container that has one.
  private func functions(named name: String, isMethod: Bool) -> [Function] {
    if isMethod || environment.container.isEmpty && !name.hasPrefix(".") {
      return environment.functions(named: name, isMethod: isMethod)
    }
    for candidate in environment.candidates(for: name) {
      let found = environment.functions(named: candidate, isMethod: false)
      if !found.isEmpty { return found }
    }
    return []
  }

  private mutating func call(
    _ function: Expression.Name, _ candidates: [Function], _ target: Expression?,
    _ arguments: [Expression], _ node: Expression, isQualified: Bool
  ) -> Type {
    let given = types(of: target, arguments)
    let takesTarget = target != nil || !isQualified
    if !isLenient, let type = operatorType(function.text, given) {
      facts[node.id].reference = .functions(candidates[...], takesTarget: takesTarget)
      return type
    }
    var meant: ArraySlice<Function> = []
    var (first, others): (Type?, [Type]) = (nil, [])
    for index in candidates.indices where mayFit(candidates[index].parameters, given) {
      var attempt = substitution
      let instance = attempt.instance(of: candidates[index])
      let fits = zip(instance.parameters, given).allSatisfy { attempt.accept($0, $1) }
      guard fits || isLenient else { continue }
      if first == nil {
        (first, meant, substitution) = (instance.result, candidates[index...index], attempt)
      } else {
        others.append(instance.result)
        meant.append(candidates[index])
      }
    }
    guard let first else {
      return given.contains(.error)
        ? .error : noOverload(function, candidates, given, isMethod: target != nil)
    }
    facts[node.id].reference = .functions(meant, takesTarget: takesTarget)
    // Nobody has seen to the arguments, so nothing may be read by what the result should be.
    if isLenient { return .dyn }
    if others.isEmpty { return first }
    let type = substitution.resolved(first)
    return others.allSatisfy { substitution.resolved($0) == type } ? type : .dyn
  }

  private mutating func types(of target: Expression?, _ arguments: [Expression]) -> [Type] {
    var types: [Type] = []
    types.reserveCapacity(arguments.count + 1)
    if let target { types.append(type(of: target)) }
    for argument in arguments { types.append(type(of: argument)) }
    return types
  }

  /// The type of what an operator gives whose one form is known without looking for it; nil if the
  /// operands do not fit, and for other functions.
  private mutating func operatorType(_ name: String, _ operands: [Type]) -> Type? {
    switch name {
    case "_&&_", "_||_", "!_":
      // What names a type that a call decides is learnt only if all operands fit.
      var attempt = substitution
      guard operands.allSatisfy({ attempt.accept(.bool, $0) }) else { return nil }
      substitution = attempt
      return .bool
    case "_==_", "_!=_": return substitution.joined(operands[1], operands[0]).map { _ in .bool }
    default: return nil
    }
  }

  /// Whether it is worth asking if a function takes some types.
  private func mayFit(_ parameters: [Type], _ given: [Type]) -> Bool {
    guard parameters.count == given.count else { return false }
    if isLenient { return true }
    for index in parameters.indices where !parameters[index].mayAccept(given[index]) {
      return false
    }
    return true
  }

  private mutating func constant(
    _ function: Expression.Name, _ arguments: [Expression],
    _ resolve: Environment.ConstantResolver, _ node: Expression
  ) -> Type {
    guard arguments.count == 1, case .literal(.string(let id)) = arguments[0].kind else {
      return wrong("\(function.text)() wants one text in quotes", at: node.range)
    }
    switch resolve(id) {
    case .failure(let refusal): return wrong(refusal.message, at: arguments[0].range)
    case .success((let value, let type)):
      facts[node.id].reference = .constant(value)
      return type
    }
  }

  private mutating func unknownFunction(
    _ function: Expression.Name, _ target: Expression?, _ arguments: [Expression]
  ) -> Type {
    for argument in arguments { _ = type(of: argument) }
    if let target, qualifiedName(target) == nil || isValue(root(of: target)) {
      _ = type(of: target)
    }
    let suggestion = Spelling.suggestion(for: function.text, in: environment.functionNames)
    return wrong("Unknown function \"\(function.text)\"\(suggestion)", at: function.range)
  }

  private mutating func noOverload(
    _ function: Expression.Name, _ candidates: [Function], _ given: [Type], isMethod: Bool
  ) -> Type {
    let types = given.map { substitution.resolved($0).description }
    if let symbol = Operators.symbol(of: function.text) {
      let operands = types.joined(separator: " and ")
      return wrong("The operator \(symbol) does not take \(operands)", at: function.range)
    }
    let wanted = Self.shown(candidates, count: given.count)
    let list = types.dropFirst(isMethod ? 1 : 0).joined(separator: ", ")
    let got = isMethod ? "\(types[0]).\(function.text)(\(list))" : "\(function.text)(\(list))"
    return wrong("Wanted \(wanted), found \(got)", at: function.range)
  }

  /// The functions that may have been meant: those that take as many arguments, and not all of
  /// very many.
  private static func shown(_ candidates: [Function], count: Int) -> String {
    let alike = candidates.filter { $0.parameters.count == count }
    let signatures = (alike.isEmpty ? candidates : alike).map(\.signature)
    let rest = signatures.count > 4 ? ["\(signatures.count - 3) others"] : []
    return (rest.isEmpty ? signatures : signatures.prefix(3) + rest).joined(separator: " or ")
  }

  // MARK: Literals

  private mutating func list(_ elements: [Expression.Element]) -> Type {
    var element: Type?
    for item in elements {
      let given = unwrapped(type(of: item.value), item.isOptional, at: item.value.range)
      element = element.map { joined($0, given) } ?? given
    }
    return .list(element ?? substitution.freshParameter())
  }

  private mutating func map(_ entries: [Expression.Entry]) -> Type {
    var (key, value): (Type?, Type?)
    for entry in entries {
      let givenKey = type(of: entry.key)
      let givenValue = unwrapped(type(of: entry.value), entry.isOptional, at: entry.value.range)
      key = key.map { joined($0, givenKey) } ?? givenKey
      value = value.map { joined($0, givenValue) } ?? givenValue
    }
    return .map(key ?? substitution.freshParameter(), value ?? substitution.freshParameter())
  }

  /// Elements of different types make a list of `dyn`.
  private mutating func joined(_ left: Type, _ right: Type) -> Type {
    substitution.joined(left, right) ?? .dyn
  }

  private mutating func unwrapped(_ type: Type, _ isOptional: Bool, at range: SourceRange) -> Type {
    guard isOptional else { return type }
    switch substitution.resolved(type) {
    case .optional(let wrapped): return wrapped
    case .dyn, .error: return .dyn
    case let other:
      return wrong("Wanted an optional value after \"?\", found \(other.withArticle)", at: range)
    }
  }

  private mutating func message(
    _ name: Expression.Name, _ fields: [Expression.Field], _ node: Expression
  ) -> Type {
    let messages = environment.candidates(for: name.text).compactMap(WellKnownMessage.init)
    for field in fields { check(field, of: messages.first) }
    guard let message = messages.first else {
      return wrong("Unknown message type \"\(name.text)\"", at: name.range)
    }
    facts[node.id].reference = .message(message)
    return message.type
  }

  private mutating func check(_ field: Expression.Field, of message: WellKnownMessage?) {
    let type = type(of: field.value)
    let given = unwrapped(type, field.isOptional, at: field.value.range)
    guard let message else { return }
    guard let wanted = message.fields[field.name.text] else {
      let suggestion = Spelling.suggestion(for: field.name.text, in: message.fields.keys.sorted())
      let name = field.name.text
      return tell(
        "Unknown field \"\(name)\" of \(message.rawValue)\(suggestion)", at: field.name.range)
    }
    if !substitution.accept(wanted, given) {
      let found = substitution.resolved(given)
      tell("Wanted \(wanted.withArticle), found \(found.withArticle)", at: field.value.range)
    }
  }
}

extension Value {
  /// The type of a literal.
  fileprivate var staticType: Type {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .list, .map, .type, .optional, .record, .address, .block: .dyn
    }
  }
}
