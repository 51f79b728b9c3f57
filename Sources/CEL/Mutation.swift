/// A small change of an expression, made to see whether its examples tell the two apart.
public struct Mutation: Sendable, Hashable {
  /// What a node becomes.
  enum Change: Sendable, Hashable {
    /// The call of another operator on the same operands.
    case operation(String)
    /// One of the operands of a call.
    case operand(Int)
    /// The contrary.
    case negated
    /// A choice whose two values have changed places.
    case exchanged
    /// A macro of another kind.
    case macro(Comprehension.Kind)
    /// What a macro goes through.
    case range
    /// A list without one of its elements.
    case withoutElement(Int)
    /// Another literal.
    case literal(Value)
    /// The value that the host gives, moved by a number of units, or by days.
    case moved(by: Int)
    /// The value that the host gives, with nothing in it or with something else.
    case spoilt
  }

  /// The part of the expression that is changed.
  public let range: SourceRange
  /// The change, as the end of a sentence: *with `>` in place of `>=`*.
  public let description: String
  let node: Int
  let change: Change
}

extension Program {
  /// The changes that a rule's examples should notice, in the order of the text.
  ///
  /// No change is among them of which it is known that it changes nothing, or the same as another
  /// one: see `MutationFinder`. The texts that some functions are given as names are left alone.
  public func mutations(leavingNamesOf functions: Set<String> = []) -> [Mutation] {
    var finder = MutationFinder(checked, leavingNamesOf: functions)
    finder.walk(checked.parsed.root)
    return finder.found.enumerated()
      .sorted { ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset) }
      .map(\.element)
  }

  /// Compiles the changed expression from its tree; nil if its types are not right any more.
  public func applying(_ mutation: Mutation) -> Program? {
    let parsed = checked.parsed
    let root = parsed.root.replacing(mutation.node) { node in
      node.changed(by: mutation.change, given: checked, freshID: parsed.count)
    }
    let mutant = ParsedExpression(text: parsed.text, root: root, count: parsed.count + 1)
    let environment = origin.environment
    guard case .success(let checked) = environment.check(mutant), checked.type == type,
      case .success(let program) = environment.plan(checked)
    else { return nil }
    return program
  }
}

extension Expression {
  /// The node after a change; itself if the change is none for it.
  fileprivate func changed(
    by change: Mutation.Change, given checked: CheckedExpression, freshID: Int
  ) -> Expression {
    switch (change, kind) {
    case (.operation(let name), .call(let function, let target, let arguments)):
      let other = Name(text: name, range: function.range)
      return becoming(.call(function: other, target: target, arguments: arguments))
    case (.operand(let index), .call(_, _, let arguments)): return arguments[index]
    case (.negated, _):
      let function = Name(text: "!_", range: range)
      return Expression(
        id: freshID, range: range,
        kind: .call(function: function, target: nil, arguments: [self]))
    case (.exchanged, .call(let function, let target, let arguments)):
      let exchanged = [arguments[0], arguments[2], arguments[1]]
      return becoming(.call(function: function, target: target, arguments: exchanged))
    case (.macro(let kind), .comprehension(let macro)):
      return becoming(.comprehension(macro.becoming(kind)))
    case (.range, .comprehension(let macro)): return macro.range
    case (.withoutElement(let index), .list(var elements)):
      elements.remove(at: index)
      return becoming(.list(elements))
    case (.literal(let value), _): return becoming(.literal(value))
    case (.moved(let units), _): return constant(of: checked) { $0.moved(by: units) }
    case (.spoilt, _): return constant(of: checked) { $0.spoilt }
    case (.operation, _), (.operand, _), (.exchanged, _), (.macro, _), (.range, _),
      (.withoutElement, _):
      return self
    }
  }

  /// The constant that the node stands for, changed; a list becomes one without elements.
  private func constant(
    of checked: CheckedExpression, _ change: (Value) -> Value?
  ) -> Expression {
    guard case .constant(let value)? = checked.reference(of: self), let changed = change(value)
    else {
      return self
    }
    if case .list = changed { return becoming(.list([])) }
    return becoming(.literal(changed))
  }
}

extension Value {
  /// A number some units more, the unit being that of its last digit, or a day some days later.
  ///
  /// A day is a point in time or a text that is written as one; nil for other values.
  func moved(by units: Int) -> Value? {
    switch self {
    case .int(let number): .int(number &+ Int64(units))
    case .uint(let number):
      number == 0 && units < 0
        ? nil : .uint(units < 0 ? number &- 1 : number &+ UInt64(units.magnitude))
    case .double(let number): .double(number + Double(units) * number.unitOfLastDigit)
    case .timestamp(let time): .timestamp(time.later(byDays: units))
    case .string(let text):
      text.asDay.map { .string(String("\($0.later(byDays: units))".prefix(10))) }
    case .null, .bool, .bytes, .list, .map, .duration, .type, .optional, .record, .address, .block:
      nil
    }
  }

  /// A list without anything in it, a text that nobody meant; nil for other values.
  var spoilt: Value? {
    switch self {
    case .list: .list([])
    case .string(let text): .string(text + "~")
    case .null, .bool, .int, .uint, .double, .bytes, .map, .timestamp, .duration, .type, .optional,
      .record, .address, .block:
      nil
    }
  }
}

extension Timestamp {
  fileprivate func later(byDays days: Int) -> Timestamp {
    Timestamp(seconds: seconds + Int64(days) * 86400, nanoseconds: nanoseconds)
  }
}

extension String {
  /// The midnight of the day that a text `YYYY-MM-DD` is, nil for another text.
  var asDay: Timestamp? {
    utf8.count == 10 ? Timestamp(parsing: self + "T00:00:00Z") : nil
  }
}

extension Double {
  /// 1 for a whole number, 0.01 for 0.25.
  fileprivate var unitOfLastDigit: Double {
    if self == rounded() { return 1 }
    let text = "\(self)"
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else { return magnitude / 10 }
    let digits = text.distance(from: point, to: text.endIndex) - 1
    return (0..<digits).reduce(1) { unit, _ in unit / 10 }
  }
}
