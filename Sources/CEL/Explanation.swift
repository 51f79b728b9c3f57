/// Why an expression has its value: the smallest of its parts that decided it.
///
/// Of `a && b` that is false only the false side decided, of `all` that is false only one element.
public struct Explanation: Sendable {
  /// The text of the expression.
  public let text: String
  /// The value of the whole expression, the same as without an explanation.
  public let outcome: Result<Value, EvaluationError>
  /// The parts that decided: each before the parts inside it, otherwise as they are written.
  public let parts: [Part]
  /// Whether the parts could be worked out; if that takes too many steps, the only part is the
  /// whole expression.
  public let isComplete: Bool

  /// A part of the expression that decided.
  public struct Part: Sendable {
    /// What kind of part it is.
    public enum Role: Sendable, Hashable {
      /// A variable, or a field by the names that lead to it.
      case field
      /// An element that a macro such as `all` gave to its variable.
      case element
      /// All other parts: calls, operators, tests, host's constants.
      case computed
    }

    /// What kind of part it is.
    public let role: Role
    /// Where it is written.
    public let range: SourceRange
    /// The byte that stands for it: its operator, or the name of its function or field.
    public let anchor: Int
    /// Its value, or why it has none.
    public let outcome: Result<Value, EvaluationError>
    /// The fields that were read for it and decided its value.
    public let reads: [FieldRead]
    /// The elements that it is about, those of the outermost macro first.
    public let elements: [Element]
  }

  /// An element that a macro goes through.
  public struct Element: Sendable, Hashable {
    /// The name of the variable that holds it.
    public let variable: String
    /// Its index in the list, or its key in the map.
    public let position: Value
    /// The element; of a map its value, unless the macro goes through the keys alone.
    public let value: Value
    /// The field that holds the list or map, nil if no field does.
    public let source: FieldRead?
  }
}

extension Explanation.Part {
  /// Returns the part as it is written in the bytes of the expression's text.
  public func text(in bytes: [UInt8]) -> String {
    let range = range.lower..<max(range.lower, range.upper)
    return String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}

extension Program {
  /// Evaluates with the values of the variables and tells why the value is what it is.
  ///
  /// This compiles parts of the expression anew and evaluates them one by one: it is for the few
  /// values that somebody asks about.
  public func explain(_ variables: [Value]) -> Explanation {
    var reads: [FieldRead] = []
    let outcome = evaluate(variables, noting: &reads)
    var walk = ExplanationWalk(origin, variables)
    let walked = walk.explain(checked.parsed.root)
    if walk.isWithinLimits, walked.isLike(outcome) {
      return Explanation(text: text, outcome: outcome, parts: walk.parts, isComplete: true)
    }
    let whole = Explanation.Part(
      role: .computed, range: checked.parsed.root.range, anchor: checked.parsed.root.range.lower,
      outcome: outcome, reads: reads, elements: [])
    return Explanation(text: text, outcome: outcome, parts: [whole], isComplete: false)
  }
}

extension Result<Value, EvaluationError> {
  /// Whether two evaluations came to the same; not a number is the same as itself here.
  func isLike(_ other: Self) -> Bool {
    switch (self, other) {
    case (.success(let left), .success(let right)): left == right || left.isNaN && right.isNaN
    case (.failure(let left), .failure(let right)): left.kind == right.kind
    case (.success, .failure), (.failure, .success): false
    }
  }

  /// The truth of a value, an error for one that has none.
  var truth: Result<Bool, EvaluationError> {
    flatMap { value in
      do throws(EvaluationError) {
        return .success(try value.truth)
      } catch {
        return .failure(error)
      }
    }
  }

  var isFailure: Bool { if case .failure = self { true } else { false } }
}

extension Value {
  fileprivate var isNaN: Bool { if case .double(let number) = self { number.isNaN } else { false } }
}
