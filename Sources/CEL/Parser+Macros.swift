extension Parser {
  // MARK: Calls and macros

  mutating func globalCall(
    _ function: Expression.Name, _ arguments: [Expression], _ range: SourceRange
  ) throws(Issue) -> Expression {
    if function.text == "has", arguments.count == 1 { return try has(arguments[0], range) }
    return node(.call(function: function, target: nil, arguments: arguments), range)
  }

  mutating func methodCall(
    _ function: Expression.Name, _ target: Expression, _ arguments: [Expression],
    _ range: SourceRange
  ) throws(Issue) -> Expression {
    switch target.kind {
    case .identifier("cel"):
      if let kind = try scoped(function, arguments, range) { return node(kind, range) }
    case .identifier("math") where Self.extremes.contains(function.text) && arguments.count > 3:
      let elements = arguments.map { Expression.Element(value: $0, isOptional: false) }
      let list = node(.list(elements), arguments[0].range.joined(range))
      return node(.call(function: function, target: target, arguments: [list]), range)
    default: break
    }
    if let macro = try optionalMap(function, target, arguments) {
      return node(.optionalMap(macro), range)
    }
    if let macro = try comprehension(function, target, arguments) {
      return node(.comprehension(macro), range)
    }
    return node(.call(function: function, target: target, arguments: arguments), range)
  }

  /// The functions that take any number of arguments.
  private static let extremes: Set<String> = ["greatest", "least"]

  private mutating func has(_ argument: Expression, _ range: SourceRange) throws(Issue)
    -> Expression
  {
    guard case .select(let operand, let field, .value) = argument.kind else {
      throw Issue(.error, "has() asks for a field, as in has(e.f)", at: argument.range)
    }
    return node(.select(operand, field: field, mode: .test), range)
  }

  // MARK: cel.…

  /// `cel.bind`, `cel.block` and the names that stand in a block; nil for another function.
  private func scoped(
    _ function: Expression.Name, _ arguments: [Expression], _ range: SourceRange
  ) throws(Issue) -> Expression.Kind? {
    switch (function.text, arguments.count) {
    case ("bind", 3):
      return .bind(try variable(arguments[0]), arguments[1], result: arguments[2])
    case ("block", 2): return .block(try blockValues(arguments[0]), result: arguments[1])
    case ("index", 1): return .identifier(BlockName.index(try number(arguments[0])))
    case ("iterVar", 2), ("accuVar", 2):
      let (depth, number) = (try number(arguments[0]), try number(arguments[1]))
      return .identifier(
        function.text == "iterVar"
          ? BlockName.element(depth, number) : BlockName.result(depth, number))
    default: return nil
    }
  }

  private func blockValues(_ argument: Expression) throws(Issue) -> [Expression] {
    guard case .list(let elements) = argument.kind, !elements.contains(where: \.isOptional) else {
      throw Issue(.error, "cel.block() wants a list of expressions first", at: argument.range)
    }
    return elements.map(\.value)
  }

  private func number(_ argument: Expression) throws(Issue) -> Int64 {
    guard case .literal(.int(let number)) = argument.kind, number >= 0 else {
      throw Issue(.error, "Wanted a number from 0", at: argument.range)
    }
    return number
  }

  // MARK: Macros that bring variables

  private func optionalMap(
    _ name: Expression.Name, _ target: Expression, _ arguments: [Expression]
  ) throws(Issue) -> OptionalMap? {
    guard arguments.count == 2, name.text == "optMap" || name.text == "optFlatMap" else {
      return nil
    }
    return OptionalMap(
      name: name, target: target, variable: try variable(arguments[0]), body: arguments[1],
      isFlat: name.text == "optFlatMap")
  }

  private func comprehension(
    _ name: Expression.Name, _ range: Expression, _ arguments: [Expression]
  ) throws(Issue) -> Comprehension? {
    guard arguments.count > 1,
      let (kind, variableCounts, mayHaveCondition) = Self.comprehensions[name.text]
    else { return nil }
    for count in variableCounts {
      let rest = arguments.count - count
      guard rest == 1 || rest == 2 && mayHaveCondition else { continue }
      let variables = try arguments.prefix(count).map { argument throws(Issue) in
        try variable(argument)
      }
      try refuseTwins(variables)
      return Comprehension(
        kind: kind, name: name, range: range, variables: variables,
        condition: rest == 2 ? arguments[count] : nil, body: arguments[arguments.count - 1])
    }
    return nil
  }

  /// The macros that go through a list or a map: how many variables they bring, and whether they
  /// may have a condition before the last argument.
  private static let comprehensions: [String: (Comprehension.Kind, [Int], Bool)] = [
    "all": (.all, [1, 2], false), "exists": (.exists, [1, 2], false),
    "exists_one": (.existsOne, [1, 2], false), "existsOne": (.existsOne, [1, 2], false),
    "filter": (.filter, [1], false), "map": (.map, [1], true),
    "transformList": (.map, [2], true), "transformMap": (.transformMap, [2], true),
    "transformMapEntry": (.transformMapEntry, [2], true), "sortBy": (.sortBy, [1], false),
  ]

  private func variable(_ argument: Expression) throws(Issue) -> Expression.Name {
    guard case .identifier(let name) = argument.kind, !name.hasPrefix(".") else {
      throw Issue(.error, "Wanted the name of a variable", at: argument.range)
    }
    return Expression.Name(text: name, range: argument.range)
  }

  private func refuseTwins(_ variables: [Expression.Name]) throws(Issue) {
    guard variables.count == 2, variables[0].text == variables[1].text else { return }
    throw Issue(.error, "The variables need different names", at: variables[1].range)
  }
}

/// The names of what `cel.index` and the like stand for; no name that is written starts with `@`.
enum BlockName {
  static func index(_ number: Int64) -> String { "@index\(number)" }
  static func element(_ depth: Int64, _ number: Int64) -> String { "@it:\(depth):\(number)" }
  static func result(_ depth: Int64, _ number: Int64) -> String { "@ac:\(depth):\(number)" }
}
