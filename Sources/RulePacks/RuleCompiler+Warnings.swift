internal import CEL
public import Diagnostics
internal import Documents
internal import Submissions

/// What the author of a rule has probably not meant so.
public struct RuleWarnings: Sendable {
  /// Reads of fields that may be absent, where nothing has asked for them, expression by expression:
  /// the rule is undecided there, which may well be what is wanted.
  public var absences: [[Diagnostic]] = []
  /// Conditions that are decided before any field has a value.
  public var foregone: [Diagnostic] = []
  /// The bounds that the rule sets.
  var bounds: [RuleBound] = []
}

/// A number or a day that a rule compares a field with.
struct RuleBound: Sendable, Hashable {
  let field: String
  let operation: String
  let constant: String
  let place: Place
}

extension RuleCompiler {
  /// Returns the warnings of a rule, at their places in the rule file.
  public mutating func warnings(of rule: Rule, in pack: RulePack) -> RuleWarnings {
    let kinds = rule.kinds.isEmpty ? pack.kinds : rule.kinds
    var warnings = RuleWarnings()
    for kind in kinds {
      guard let schema = library.schema(kind: kind) else { continue }
      let day = pack.firstDay(of: rule)
      guard let compiled = self.rule(rule, of: pack, schema: schema, asOf: day).compiled else {
        continue
      }
      let told = warnings.absences.flatMap(\.self)
      warnings.absences += compiled.absences.map { part in part.filter { !told.contains($0) } }
      warnings.foregone += compiled.foregone.filter { !warnings.foregone.contains($0) }
      warnings.bounds += compiled.bounds.filter { !warnings.bounds.contains($0) }
    }
    return warnings
  }
}

extension CompiledRule {
  /// An expression that decides, with the conditions and lists before it.
  private struct Deciding {
    let program: Program
    let written: WrittenExpression
    var conditions: [Program] = []
    var lists: [Program] = []
  }

  private var deciding: [Deciding] {
    let conditions = [appliesToSubmission, appliesToElement].compactMap(\.self)
    var deciding: [Deciding] = []
    if let applies = rule.applies, let program = conditions.first {
      let lists = appliesToElement == nil ? [] : iterations
      deciding.append(Deciding(program: program, written: applies, lists: lists))
    }
    for (index, list) in iterations.enumerated() {
      deciding.append(
        Deciding(
          program: list, written: rule.iterations[index].list,
          conditions: [appliesToSubmission].compactMap(\.self),
          lists: Array(iterations.prefix(index))))
    }
    if let written = rule.requires, let requires {
      deciding.append(
        Deciding(program: requires, written: written, conditions: conditions, lists: iterations))
    }
    return deciding
  }

  fileprivate var absences: [[Diagnostic]] {
    deciding.map { part in
      part.program.warnings(given: part.conditions, elementsOf: part.lists)
        .map { warning($0, in: part.written) }
    }
  }

  fileprivate var foregone: [Diagnostic] {
    deciding.flatMap { part in
      part.program.foregoneConditions.map { warning($0, in: part.written) }
    }
  }

  fileprivate var bounds: [RuleBound] {
    guard let requires, let written = rule.requires else { return [] }
    return requires.comparisons.compactMap { comparison in
      guard ["<", "<=", ">", ">="].contains(comparison.operation),
        let constant = comparison.constants.first
      else { return nil }
      let issue = Issue(.warning, "", at: comparison.range)
      return Diagnostic(issue, in: written).place.map { place in
        RuleBound(
          field: comparison.field, operation: comparison.operation, constant: constant.literal,
          place: place)
      }
    }
  }

  private func warning(_ issue: Issue, in expression: WrittenExpression) -> Diagnostic {
    let diagnostic = Diagnostic(issue, in: expression)
    return Diagnostic(.warning, "\(rule.id): \(diagnostic.message)", at: diagnostic.place)
  }
}
