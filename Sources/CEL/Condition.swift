/// A condition of an expression in a form that can be laid beside that of another expression.
///
/// Names are written out: the elements of a list `sites` are all called `sites[]`, whatever a macro
/// calls them, and host's constants stand there with their values.
public indirect enum Condition: Sendable, Hashable {
  /// A value lies in a domain; the subject is the expression that the value has.
  case bound(subject: String, Domain)
  /// Some element of a list meets all of some conditions.
  case exists(list: String, [Condition])
  /// Every element of a list meets all of some conditions.
  case all(list: String, [Condition])

  /// Whether another condition holds wherever this one does; false where that cannot be told.
  public func implies(_ other: Condition) -> Bool {
    switch (self, other) {
    case (.bound(let subject, let domain), .bound(let other, let others)):
      subject == other && domain.isSubset(of: others)
    case (.exists(let list, let own), .exists(let other, let others)),
      (.all(let list, let own), .all(let other, let others)):
      list == other && own.imply(others)
    case (.bound, _), (.exists, _), (.all, _): false
    }
  }

  /// Whether another condition cannot hold where this one does; false where that cannot be told.
  public func excludes(_ other: Condition) -> Bool {
    switch (self, other) {
    case (.bound(let subject, let domain), .bound(let other, let others)):
      subject == other && domain.isDisjoint(with: others)
    case (.all(let list, let own), .exists(let other, let others)),
      (.exists(let list, let own), .all(let other, let others)):
      list == other && own.exclude(others)
    case (.bound, _), (.exists, _), (.all, _): false
    }
  }

  /// The bounds in it, those on elements of lists, too, in the order written.
  public var bounds: [(subject: String, domain: Domain)] {
    switch self {
    case .bound(let subject, let domain): [(subject, domain)]
    case .exists(_, let conditions), .all(_, let conditions): conditions.flatMap(\.bounds)
    }
  }
}

extension [Condition] {
  /// Whether all of some other conditions hold wherever all of these do.
  public func imply(_ others: [Condition]) -> Bool {
    let merged = withoutRepeatedSubjects
    return others.withoutRepeatedSubjects.allSatisfy { other in
      merged.contains { $0.implies(other) }
    }
  }

  /// Whether some of these conditions and some of others can never hold together.
  public func exclude(_ others: [Condition]) -> Bool {
    let merged = withoutRepeatedSubjects
    return others.withoutRepeatedSubjects.contains { other in
      merged.contains { $0.excludes(other) }
    }
  }

  /// The conditions with all bounds of a subject in one, where a domain can say it.
  private var withoutRepeatedSubjects: [Condition] {
    reduce(into: []) { merged, condition in
      guard case .bound(let subject, let domain) = condition else {
        merged.append(condition)
        return
      }
      for (index, other) in merged.enumerated() {
        guard case .bound(let name, let known) = other, name == subject,
          let both = known.intersection(domain)
        else { continue }
        merged[index] = .bound(subject: subject, both)
        return
      }
      merged.append(condition)
    }
  }
}
