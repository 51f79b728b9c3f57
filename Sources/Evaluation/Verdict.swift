/// What one rule says about one subject.
public enum Verdict: Sendable, Hashable {
  /// The requirement holds.
  case passes
  /// The requirement does not hold.
  case fails
  /// The rule is not about this subject.
  case doesNotApply
  /// The rule could not be decided. Nobody may read this as a pass.
  case undecided(OpenQuestion)
  /// The rule itself broke; the message says how.
  case error(String)
}

/// What is missing to decide a rule.
public enum OpenQuestion: Sendable, Hashable {
  /// A value that the submission does not give, by its JSON Pointer.
  case value(pointer: String)
  /// A registry that was not loaded.
  case registry(String)
  /// The judgement of a person.
  case judgement
}

/// A verdict without its reasons, as reports name it.
public enum VerdictName: String, Sendable, Hashable, CaseIterable {
  /// The requirement holds.
  case passes
  /// The requirement does not hold.
  case fails
  /// The rule is not about this subject.
  case doesNotApply
  /// The rule could not be decided.
  case undecided
  /// The rule itself broke.
  case error
}

extension Verdict {
  /// The verdict without its reasons.
  public var name: VerdictName {
    switch self {
    case .passes: .passes
    case .fails: .fails
    case .doesNotApply: .doesNotApply
    case .undecided: .undecided
    case .error: .error
    }
  }
}
