public import CEL
internal import Diagnostics
internal import Synchronization

/// A text for people whose expressions are compiled when they are first needed: most rules never
/// have a finding.
public final class CompiledTemplate: Sendable {
  /// A part of the text.
  public enum Segment: Sendable {
    /// Words as they are.
    case words(String)
    /// A program whose value is put in.
    case program(Program)
  }

  private let template: MessageTemplate
  private let environment: @Sendable () -> Environment
  private let compiled = Mutex<[Language: [Segment]]>([:])

  init(_ template: MessageTemplate, in environment: @escaping @Sendable () -> Environment) {
    self.template = template
    self.environment = environment
  }

  /// Returns the parts of the text in a language; an expression that does not compile, which a
  /// check of the rules tells, stands as it is written.
  public func segments(_ language: Language) -> [Segment] {
    compiled.withLock { compiled in
      if let segments = compiled[language] { return segments }
      let environment = environment()
      let segments = template.segments(language).map { segment in
        switch segment {
        case .words(let words): Segment.words(words)
        case .expression(let expression):
          switch environment.compile(expression.text) {
          case .success(let program): Segment.program(program)
          case .failure: Segment.words("{\(expression.text)}")
          }
        }
      }
      compiled[language] = segments
      return segments
    }
  }

  /// What is wrong with the expressions, in all languages.
  var diagnostics: [Diagnostic] {
    let environment = environment()
    return Language.allCases.flatMap(template.segments).flatMap { segment -> [Diagnostic] in
      guard case .expression(let expression) = segment,
        case .failure(let issues) = environment.compile(expression.text)
      else { return [] }
      return issues.list.map { Diagnostic($0, in: expression) }
    }
  }
}
