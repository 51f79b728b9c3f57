/// A part of a rule's expression that decided the verdict, with what it came to.
public struct ExplainedValue: Sendable, Hashable {
  /// What a part is.
  public enum Role: Sendable, Hashable {
    /// The whole expression, whose value is the verdict.
    case whole
    /// A field or a variable, by the names that lead to it.
    case field
    /// An element that a macro such as `all` gave to its variable.
    case element
    /// A test, a call, an operation.
    case computed
  }

  /// What a part came to.
  public enum Outcome: Sendable, Hashable {
    /// Its value.
    case value(Evidence.Content)
    /// Why it has none.
    case failed(String)
  }

  /// What the part is.
  public let role: Role
  /// The part as it is written in the rule, its lines joined.
  public let expression: String
  /// What it came to.
  public let outcome: Outcome
  /// The fields that were read for it, as JSON Pointers; of an element the element itself.
  public let fields: [String]
  /// The element that it is about, as a JSON Pointer, or as `[2]` if it stands in no field; nil if
  /// it is about none.
  public let element: String?
}

extension Finding {
  /// The parts of the rule's expression that decided the verdict, each before the parts inside it;
  /// none if a person has to judge.
  ///
  /// They are worked out each time they are asked for.
  public var explanation: [ExplainedValue] { grounds.explanation }
}
