public import Diagnostics
internal import Documents
public import RulePacks

/// Looks for what the authors of rules may not have meant.
public struct RuleLinter: Sendable {
  private let library: RuleLibrary
  private var compiler: RuleCompiler
  private var reader: ExampleReader

  /// Creates a linter for the rules of a library.
  public init(_ library: RuleLibrary) {
    self.library = library
    self.compiler = RuleCompiler(library)
    self.reader = ExampleReader(library)
  }

  /// Returns what is to be said of the rules of a pack, those of packs that it extends left out.
  public func diagnostics(of pack: RulePack) -> [Diagnostic] {
    pack.mapRules(startingWith: self) { linter, rule in linter.diagnostics(of: rule, pack) }
      .flatMap(\.self)
  }

  /// Returns what is to be said of all packs together.
  public func diagnosticsOfLibrary() -> [Diagnostic] {
    var compiler = compiler
    return library.clashingBounds(&compiler) + library.unusedNames
  }

  private mutating func diagnostics(of rule: Rule, _ pack: RulePack) -> [Diagnostic] {
    let warnings = compiler.warnings(of: rule, in: pack)
    let shown = warnings.absences.isEmpty ? [] : fieldsShownToBeMissing(in: rule, pack)
    // Whoever shows what one absent value of an expression comes to knows of the others.
    let unknowing = warnings.absences.filter { part in
      !part.contains { shown.contains($0.place?.text ?? "") }
    }
    return warnings.foregone + unknowing.flatMap(\.self)
      + library.textWarnings(of: rule)
  }

  /// The fields without which an example shows that the rule is undecided: there it is what its
  /// author wanted.
  private mutating func fieldsShownToBeMissing(in rule: Rule, _ pack: RulePack) -> Set<String> {
    var fields: Set<String> = []
    for example in rule.examples where example.outcome == .undecided {
      for pointer in missing(in: example, rule, pack) {
        fields.formUnion(pointer.split(separator: "/").suffix(1).map(String.init))
      }
    }
    return fields
  }

  /// The places whose values an example leaves open; an example that cannot be run shows nothing,
  /// and is told by those who run it.
  private mutating func missing(
    in example: RuleExample, _ rule: Rule, _ pack: RulePack
  ) -> [String] {
    do throws(ExampleProblem) {
      let read = try reader.read(example, of: rule, in: pack)
      let compiled = try compiler.rule(rule, of: pack, for: read)
      return read.judgements(by: compiled).compactMap { judgement in
        if case .undecided(.value(let pointer)) = judgement.verdict { pointer } else { nil }
      }
    } catch {
      return []
    }
  }
}

extension Place {
  /// What is written at the place.
  fileprivate var text: String { String(decoding: source.bytes[range], as: UTF8.self) }
}
