extension Expression {
  /// Returns the tree with one of its nodes replaced by what a function makes of it.
  func replacing(_ id: Int, with replacement: (Expression) -> Expression) -> Expression {
    if self.id == id { return replacement(self) }
    var copy = Expression(
      id: self.id, range: range,
      kind: kind.mapping { $0.replacing(id, with: replacement) })
    copy.outerRange = outerRange
    return copy
  }

  /// Returns the node with something else in its place.
  func becoming(_ kind: Kind) -> Expression {
    var copy = Expression(id: id, range: range, kind: kind)
    copy.outerRange = outerRange
    return copy
  }
}

extension Expression.Kind {
  /// The same with each node right under it replaced.
  fileprivate func mapping(_ transform: (Expression) -> Expression) -> Expression.Kind {
    switch self {
    case .literal, .identifier: self
    case .select(let operand, let field, let mode):
      .select(transform(operand), field: field, mode: mode)
    case .call(let function, let target, let arguments):
      .call(
        function: function, target: target.map(transform), arguments: arguments.map(transform))
    case .list(let elements):
      .list(
        elements.map {
          Expression.Element(value: transform($0.value), isOptional: $0.isOptional)
        })
    case .map(let entries):
      .map(
        entries.map {
          Expression.Entry(
            key: transform($0.key), value: transform($0.value), isOptional: $0.isOptional)
        })
    case .message(let name, let fields):
      .message(
        name,
        fields.map {
          Expression.Field(name: $0.name, value: transform($0.value), isOptional: $0.isOptional)
        })
    case .comprehension(let macro): .comprehension(macro.mapping(transform))
    case .bind(let name, let value, let result):
      .bind(name, transform(value), result: transform(result))
    case .optionalMap(let macro):
      .optionalMap(
        OptionalMap(
          name: macro.name, target: transform(macro.target), variable: macro.variable,
          body: transform(macro.body), isFlat: macro.isFlat))
    case .block(let values, let result):
      .block(values.map(transform), result: transform(result))
    }
  }
}

extension Comprehension {
  /// The same macro of another kind.
  func becoming(_ kind: Kind) -> Comprehension {
    Comprehension(
      kind: kind, name: name, range: range, variables: variables, condition: condition, body: body)
  }

  fileprivate func mapping(_ transform: (Expression) -> Expression) -> Comprehension {
    Comprehension(
      kind: kind, name: name, range: transform(range), variables: variables,
      condition: condition.map(transform), body: transform(body))
  }
}
