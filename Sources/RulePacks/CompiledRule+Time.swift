public import CEL
public import Submissions

extension CompiledRule {
  /// How the rule's verdicts hang on the day whose law is applied and on the day of filing, if the
  /// two move together.
  public func timeDependence(_ schema: Schema) -> TimeDependence {
    let moving = Self.moving(schema)
    let programs = [appliesToSubmission, appliesToElement, requires].compactMap(\.self)
    return (iterations + programs).reduce(into: TimeDependence()) {
      $0.formUnion($1.timeDependence(on: moving))
    }
  }

  /// How it hangs on those days whether the rule applies, before its lists are gone through.
  public func openingTimeDependence(_ schema: Schema) -> TimeDependence {
    appliesToSubmission?.timeDependence(on: Self.moving(schema)) ?? TimeDependence()
  }

  private static func moving(_ schema: Schema) -> [[String]] {
    [[RuleEnvironment.asOf], schema.datePath].filter { !$0.isEmpty }
  }
}
