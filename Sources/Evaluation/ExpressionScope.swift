public import CEL
public import RulePacks
public import Submissions

/// The names that an expression of no rule may use, and what they stand for.
public struct ExpressionScope: Sendable {
  /// The names.
  public let environment: Environment
  /// The values of the variables, in the order of their declaration.
  public let variables: [Value]

  /// Creates a scope of names and the values of its variables.
  public init(_ environment: Environment, variables: [Value]) {
    self.environment = environment
    self.variables = variables
  }

  /// Creates the scope that rules have on a submission; without a market, `market` is null.
  public init(
    _ submission: Submission, market: String?, asOf day: Day, _ library: RuleLibrary
  ) {
    self.environment = library.environment(for: submission.schema, market: market, asOf: day)
    self.variables = Subject(submission, market: market ?? "", asOf: day).variables
  }
}
