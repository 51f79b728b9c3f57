public import CEL
public import Submissions

extension CompiledRule {
  /// How the rule's verdicts hang on the day whose law is applied and on the day of filing, if the
  /// two move together.
  public func timeDependence(_ schema: Schema) -> TimeDependence {
    let moving = [[RuleEnvironment.asOf], schema.datePath].filter { !$0.isEmpty }
    let programs = [appliesToSubmission, appliesToElement, requires].compactMap(\.self)
    return (iterations + programs).reduce(into: TimeDependence()) {
      $0.formUnion($1.timeDependence(on: moving))
    }
  }
}
