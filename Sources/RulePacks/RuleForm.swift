internal import CEL

/// A rule as two lists of conditions, written out so that it can be laid beside one of another market.
struct RuleForm: Sendable {
  /// What the market that is judged for is called in conditions, so that each market's own things are
  /// the same.
  static let ownMarket = "own-market"

  /// When it asks: of the product, and of the elements it goes through.
  let guards: [Condition]
  /// What it asks; nil if only a person can tell.
  let requirements: [Condition]?

  /// Writes out a rule as it is compiled for a market.
  init(_ rule: CompiledRule, market: String) {
    let own = [Value.string(market).literal, "market.code"]
    var names = ConditionNames(
      constants: Dictionary(uniqueKeysWithValues: own.map { ($0, Self.ownMarket) }))
    var guards = rule.appliesToSubmission?.conditions(naming: names) ?? []
    for (iteration, program) in zip(rule.rule.iterations, rule.iterations) {
      let (list, conditions) = program.filteredList(naming: names)
      names.variables[iteration.name] = "\(list)[]"
      guards += conditions
    }
    guards += rule.appliesToElement?.conditions(naming: names) ?? []
    self.guards = guards
    self.requirements = rule.requires?.conditions(naming: names)
  }

  /// Whether it asks wherever another rule asks, and at least as much.
  func covers(_ other: RuleForm) -> Bool {
    guard let requirements, let others = other.requirements else { return false }
    return other.guards.imply(guards) && requirements.imply(others)
  }

  /// Whether nothing can meet both where both ask; false where that cannot be told.
  ///
  /// What is about the market's own things cannot be in conflict with those of another market.
  func excludes(_ other: RuleForm) -> Bool {
    guard let requirements, let others = other.requirements else { return false }
    let asksTogether = guards.imply(other.guards) || other.guards.imply(guards)
    return asksTogether && !isAboutOwnThings && !other.isAboutOwnThings
      && requirements.exclude(others)
  }

  private var isAboutOwnThings: Bool {
    (guards + (requirements ?? [])).flatMap(\.bounds).contains { subject, domain in
      subject.contains(Self.ownMarket) || domain.description.contains(Self.ownMarket)
    }
  }

  /// Where both bound the same value in different ways.
  func differences(from other: RuleForm) -> [RuleDifference] {
    let (own, others) = (bounds, other.bounds)
    return own.keys.sorted().compactMap { subject in
      guard let left = own[subject], let right = others[subject], left != right else { return nil }
      return RuleDifference(subject: subject, left: left, right: right)
    }
  }

  /// The bounds of each subject as text; of a subject that several conditions bound each for itself,
  /// as two of `exists` do, nothing can be said in one line.
  private var bounds: [String: String] {
    let bySubject = (requirements ?? []).groupedForBounds.map { conditions in
      Dictionary(grouping: conditions.flatMap(\.bounds), by: \.subject)
        .mapValues { $0.map(\.domain.description).joined(separator: " && ") }
    }
    let subjects = bySubject.flatMap(\.keys)
    return bySubject.reduce(into: [:]) { bounds, texts in
      for (subject, text) in texts where subjects.count(where: { $0 == subject }) == 1 {
        bounds[subject] = text
      }
    }
  }
}

/// A value that two rules bound in different ways.
public struct RuleDifference: Sendable, Hashable {
  /// The value, written out.
  public let subject: String
  /// What the first market's rule allows.
  public let left: String
  /// What the second market's rule allows.
  public let right: String
}

extension [Condition] {
  /// The bounds of the subject itself together, what is asked of lists each for itself.
  fileprivate var groupedForBounds: [[Condition]] {
    let isBound = { (condition: Condition) in
      switch condition {
      case .bound: true
      case .exists, .all: false
      }
    }
    return [filter(isBound)] + filter { !isBound($0) }.map { [$0] }
  }
}
