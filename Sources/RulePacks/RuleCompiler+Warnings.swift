internal import CEL
public import Diagnostics
internal import Submissions

extension RuleCompiler {
  /// Returns what the author of a rule has probably not meant so, at its place in the rule file: a
  /// field that may be absent and that neither the expression nor what stands before it asks for.
  ///
  /// Such a rule is undecided where the field is absent, which may well be what is wanted.
  public mutating func warnings(of rule: Rule, in pack: RulePack) -> [Diagnostic] {
    let kinds = rule.kinds.isEmpty ? pack.kinds : rule.kinds
    let warnings = kinds.flatMap { kind -> [Diagnostic] in
      guard let schema = library.schema(kind: kind) else { return [] }
      let day = pack.firstDay(of: rule)
      guard let compiled = self.rule(rule, of: pack, schema: schema, asOf: day).compiled else {
        return []
      }
      return compiled.warnings
    }
    var told: Set<Diagnostic> = []
    return warnings.filter { told.insert($0).inserted }
  }
}

extension CompiledRule {
  /// The warnings of the expressions that decide, each in the light of those before it.
  fileprivate var warnings: [Diagnostic] {
    let conditions = [appliesToSubmission, appliesToElement].compactMap(\.self)
    var found: [Diagnostic] = []
    if let applies = rule.applies, let program = conditions.first {
      let lists = appliesToElement == nil ? [] : iterations
      found += warnings(of: program, in: applies, given: [], lists)
    }
    for (index, list) in iterations.enumerated() {
      let before = [appliesToSubmission].compactMap(\.self)
      found += warnings(
        of: list, in: rule.iterations[index].list, given: before, Array(iterations.prefix(index)))
    }
    if let written = rule.requires, let requires {
      found += warnings(of: requires, in: written, given: conditions, iterations)
    }
    return found
  }

  private func warnings(
    of program: Program, in expression: WrittenExpression, given conditions: [Program],
    _ lists: [Program]
  ) -> [Diagnostic] {
    program.warnings(given: conditions, elementsOf: lists).map { issue in
      let diagnostic = Diagnostic(issue, in: expression)
      return Diagnostic(.warning, "\(rule.id): \(diagnostic.message)", at: diagnostic.place)
    }
  }
}
