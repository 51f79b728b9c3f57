extension ExplanationWalk {
  // MARK: Macros that bring variables

  mutating func bind(
    _ values: [Expression], _ result: Expression, _ node: Expression
  ) -> Outcome {
    let slot = origin.checked.localSlot(of: node) ?? 0
    for (index, value) in values.enumerated() {
      let outcome = explain(value)
      guard case .success(let value) = outcome else { return outcome }
      slots[slot + index] = value
    }
    return explain(result)
  }

  mutating func optionalMap(_ macro: OptionalMap, _ node: Expression) -> Outcome {
    let (outcome, reads) = evaluate(node)
    let start = parts.count
    note(.computed, node.range, anchor: macro.name.range.lower, outcome, reads)
    let afterNode = parts.count
    let target = explain(macro.target)
    if target.isFailure {
      parts.removeSubrange(start..<afterNode)
    } else if case .success(.optional(let wrapped?)) = target {
      slots[origin.checked.localSlot(of: node) ?? 0] = wrapped
      let middle = parts.count
      if explain(macro.body).isFailure, outcome.isFailure { parts.removeSubrange(start..<middle) }
    }
    return outcome
  }

  mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> Outcome {
    let (outcome, reads) = evaluate(node)
    let start = parts.count
    note(.computed, node.range, anchor: macro.name.range.lower, outcome, reads)
    let afterNode = parts.count
    let (source, sourceReads) = evaluate(macro.range)
    if explain(macro.range).isFailure {
      parts.removeSubrange(start..<afterNode)
      return outcome
    }
    guard case .success(let container) = source, let members = container.members else {
      return outcome
    }
    let slot = origin.checked.localSlot(of: node) ?? 0
    let field = macro.range.isPlainPath ? sourceReads.last : nil
    for index in deciding(macro, members, slot) {
      describe(macro, members[index], at: slot, of: field)
    }
    return outcome
  }

  private mutating func set(_ macro: Comprehension, _ member: ContainerMember, at slot: Int) {
    if macro.variables.count == 2 {
      (slots[slot], slots[slot + 1]) = (member.position, member.value)
    } else {
      slots[slot] = member.single
    }
  }

  /// The members that decided; if none did alone, the few that came nearest to it.
  private mutating func deciding(
    _ macro: Comprehension, _ members: [ContainerMember], _ slot: Int
  ) -> [Int] {
    var planner = Planner(origin.environment, origin.checked)
    let condition = macro.condition.map { planner.plan($0) }
    let body = planner.plan(macro.body)
    var choice = DecidingMembers(macro.kind)
    for (index, member) in members.enumerated() where isWithinLimits && !choice.isComplete {
      set(macro, member, at: slot)
      if let condition {
        let outcome = run(condition).outcome.truth
        choice.meetCondition(outcome, at: index)
        guard outcome == .success(true) else { continue }
      }
      choice.meet(run(body).outcome, at: index)
    }
    return choice.indices ?? nearest(macro, members, slot)
  }

  /// The few members for which most of the parts of `a && b && c` hold, the nearest first.
  private mutating func nearest(
    _ macro: Comprehension, _ members: [ContainerMember], _ slot: Int
  ) -> [Int] {
    let conjuncts = macro.body.conjuncts
    var counts = Array(repeating: 0, count: members.count)
    if conjuncts.count > 1, members.count > 1 {
      var planner = Planner(origin.environment, origin.checked)
      let steps = conjuncts.map { planner.plan($0) }
      for (index, member) in members.enumerated() where isWithinLimits {
        set(macro, member, at: slot)
        counts[index] = steps.count { run($0).outcome == .success(.bool(true)) }
      }
    }
    let order = members.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    return Array(order.prefix(Limits.explanationElements))
  }

  /// Notes one element that decided, and what inside the macro decided for it.
  private mutating func describe(
    _ macro: Comprehension, _ member: ContainerMember, at slot: Int, of field: FieldRead?
  ) {
    guard let variable = macro.variables.last else { return }
    let value = macro.variables.count == 2 ? member.value : member.single
    set(macro, member, at: slot)
    elements.append(
      Explanation.Element(
        variable: variable.text, position: member.position, value: value, source: field))
    let known = elementSlots
    for offset in 0..<macro.variables.count { elementSlots.insert(slot + offset) }
    defer {
      elements.removeLast()
      elementSlots = known
    }
    note(.element, variable.range, anchor: variable.range.lower, .success(value), [])
    if let condition = macro.condition, explain(condition).truth != .success(true) { return }
    _ = explain(macro.body)
  }
}
