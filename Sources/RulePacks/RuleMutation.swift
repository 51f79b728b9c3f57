internal import CEL
public import Diagnostics
internal import Documents

/// A small change of a rule, made to see whether the rule's examples notice it.
public struct RuleMutation: Sendable, Hashable {
  /// What is changed.
  enum Change: Sendable, Hashable {
    case applies(Mutation)
    case list(Int, Mutation)
    case requires(Mutation)
    case firstDay(EffectivePeriod)
    case lastDay(EffectivePeriod)
  }

  let change: Change

  /// The change in words.
  public var description: String {
    switch change {
    case .applies(let mutation), .list(_, let mutation), .requires(let mutation):
      mutation.description
    case .firstDay(let period): "with \(period.from.map(\.description) ?? "") as the first day"
    case .lastDay(let period): "with \(period.until.map(\.description) ?? "") as the last day"
    }
  }

  /// Whether the change is one of the days on which the rule is in force, so that it is seen only
  /// from a day.
  public var isAboutDays: Bool {
    switch change {
    case .firstDay, .lastDay: true
    case .applies, .list, .requires: false
    }
  }
}

extension CompiledRule {
  /// The functions whose texts are names: another name is no other condition.
  private static let namingFunctions: Set<String> = [
    "registered", "conformsTo", "normalised", "scriptShare",
  ]

  /// The changes that can be made to the rule: those of its expressions, and its first and last day
  /// moved by one.
  ///
  /// A day is left alone where only days that the pack does not cover would tell.
  public func mutations(in pack: RulePack) -> [RuleMutation] {
    func mutations(
      _ program: Program?, _ change: (Mutation) -> RuleMutation.Change
    ) -> [RuleMutation] {
      let found = program?.mutations(leavingNamesOf: Self.namingFunctions) ?? []
      return found.map { RuleMutation(change: change($0)) }
    }
    let lists = iterations.enumerated().flatMap { index, list in
      mutations(list) { .list(index, $0) }
    }
    return dayMutations(within: pack.covers)
      + mutations(appliesToSubmission ?? appliesToElement) { .applies($0) }
      + lists + mutations(requires) { .requires($0) }
  }

  private func dayMutations(within covered: EffectivePeriod) -> [RuleMutation] {
    var mutations: [RuleMutation] = []
    for (moved, seenOn) in [(-1, -1), (1, 0)] {
      guard let from = rule.period.from, writes("from"),
        covered.contains(from.adding(days: seenOn))
      else { continue }
      var period = rule.period
      period.from = from.adding(days: moved)
      mutations.append(RuleMutation(change: .firstDay(period)))
    }
    for (moved, seenOn) in [(-1, 0), (1, 1)] {
      guard let until = rule.period.until, writes("until"),
        covered.contains(until.adding(days: seenOn))
      else { continue }
      var period = rule.period
      period.until = until.adding(days: moved)
      mutations.append(RuleMutation(change: .lastDay(period)))
    }
    return mutations
  }

  /// Whether the rule itself says on which day it begins or ends to be in force; else it is the day
  /// of its act.
  private func writes(_ end: String) -> Bool { rule.node[key: "effective"]?[key: end] != nil }

  /// Compiles the changed rule as of a day; nil if it would not load.
  public func applying(_ mutation: RuleMutation, asOf day: Day) -> CompiledRule? {
    switch mutation.change {
    case .applies(let mutation):
      let program = (appliesToSubmission ?? appliesToElement)?.applying(mutation)
      return program.map { program in
        copy { opening, programs in
          if opening == nil { programs.appliesToElement = program } else { opening = program }
        }
      }
    case .requires(let mutation):
      return requires?.applying(mutation).map { program in
        copy { _, programs in programs.requires = program }
      }
    case .list(let index, let mutation):
      return iterations[index].applying(mutation).map { program in
        copy { _, programs in programs.iterations[index] = program }
      }
    case .firstDay(let period), .lastDay(let period):
      guard act.possiblePeriod.contains(period), (period.from ?? day) <= (period.until ?? day)
      else {
        return nil
      }
      return copy(standing: Standing(of: period, asOf: day))
    }
  }
}

extension Rule {
  /// Tells of a change that no example notices, at the place of what was changed.
  public func warning(of mutation: RuleMutation) -> Diagnostic {
    let message = "\(id): no example fails \(mutation.description)"
    return Diagnostic(.warning, message, at: place(of: mutation))
  }

  private func place(of mutation: RuleMutation) -> Place {
    switch mutation.change {
    case .applies(let mutation): place(of: mutation, in: applies)
    case .requires(let mutation): place(of: mutation, in: requires)
    case .list(let index, let mutation): place(of: mutation, in: iterations[index].list)
    case .firstDay: node[key: "effective"]?[key: "from"]?.place ?? node.headPlace
    case .lastDay: node[key: "effective"]?[key: "until"]?.place ?? node.headPlace
    }
  }

  private func place(of mutation: Mutation, in expression: WrittenExpression?) -> Place {
    guard let expression else { return node.headPlace }
    let start = expression.range.lowerBound
    return expression.node.place(
      ofText: start + mutation.range.lower..<start + mutation.range.upper)
  }
}
