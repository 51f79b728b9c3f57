/// A change of one value with which a rule would pass.
///
/// It says something about the rule, never about the product: that a date of 2027-05-19 would pass
/// does not make a certificate valid until then.
public struct SmallestChange: Sendable, Hashable {
  /// The sorts of values, by what has to be looked at before anything is changed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A number on the right side of a threshold.
    case number
    /// A day.
    case day
    /// A code of a list.
    case code
    /// Another text that the rule names.
    case text
    /// The same identifier with another check digit.
    case checkDigit
    /// The same identifier written as it should be.
    case spelling
    /// The other truth value.
    case truth
  }

  /// The sort.
  public let kind: Kind
  /// The field, as a JSON Pointer.
  public let pointer: String
  /// What it holds now.
  public let current: Evidence.Content
  /// The nearest value that was found to pass.
  public let value: Evidence.Content
}
