public import RulePacks

/// Law that ends, or has ended, and of which nothing is known that comes after it.
public struct LawLapse: Sendable, Hashable {
  /// The act that ends, or that the rules which end cite.
  public let act: Act
  /// The last day.
  public let lastDay: Day
  /// Whether the whole act ends, and not only what some rules of it demand.
  public let isWholeAct: Bool
  /// The rules that end with it, by id.
  public let rules: [String]

  /// How many months before the last day it is told.
  public static let months = 3
}

extension MarketResult {
  /// The law that ends within three months of the day whose law was applied, and the acts that have
  /// ended, as long as no successor is known; by their last days.
  public var lapses: [LawLapse] {
    (lapsedActs + lapsedRules).sorted {
      ($0.lastDay, $0.act.id, $0.rules.first ?? "") < ($1.lastDay, $1.act.id, $1.rules.first ?? "")
    }
  }

  /// Whether a day is before the time at which what ends on it is told.
  private func isFarOff(_ day: Day) -> Bool {
    asOf.adding(months: LawLapse.months).map { day >= $0 } ?? true
  }

  private var lapsedActs: [LawLapse] {
    let ending = rules.filter { $0.act.period.until.map { !isFarOff($0) } ?? false }
      .filter { $0.act.replacedBy == nil }
    return Dictionary(grouping: ending, by: \.act).compactMap { act, rules in
      act.period.until.map {
        LawLapse(act: act, lastDay: $0, isWholeAct: true, rules: rules.map(\.rule.id))
      }
    }
  }

  /// Rules that end although their acts go on, and that no rule on the same topic follows.
  private var lapsedRules: [LawLapse] {
    rules.compactMap { outcome in
      guard let last = outcome.rule.period.until, last >= asOf, !isFarOff(last),
        outcome.act.period.until != last,
        !rules.contains(where: { $0.rule.follows(outcome.rule, on: last.adding(days: 1)) })
      else { return nil }
      return LawLapse(
        act: outcome.act, lastDay: last, isWholeAct: false, rules: [outcome.rule.id])
    }
  }
}

extension Rule {
  /// Whether the rule is about the same topic as another one and in force on a day.
  fileprivate func follows(_ other: Rule, on day: Day) -> Bool {
    id != other.id && topic == other.topic && period.contains(day)
  }
}
