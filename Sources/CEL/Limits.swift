/// How much an expression may ask for.
enum Limits {
  /// The deepest nesting of an expression.
  static let depth = 250
  /// The most bytes of an expression.
  static let text = 100_000
  /// The most steps of one evaluation: elements gone through and pieces of text made.
  static let steps = 1_000_000
  /// The most bytes of a text that a function makes; making it counts as a step for every 16.
  static let textSize = steps * 16
  /// The most instructions of a compiled pattern.
  static let patternSize = 20_000
  /// The most times that a pattern may ask for a repetition.
  static let patternRepetitions = 1_000
  /// The most steps of an explanation, which evaluates parts again.
  static let explanationSteps = steps * 2
  /// The most parts that an explanation has.
  static let explanationParts = 200
  /// The most elements that an explanation tells of when none decided alone.
  static let explanationElements = 3

  /// Refuses a text before it is made, as the steps that it takes would do afterwards.
  static func checkText(_ size: Int) throws(EvaluationError) {
    if size > textSize { throw stepsUsedUp }
  }

  /// Refuses a list before it is made, as the steps that it takes would do afterwards.
  static func checkList(_ count: Int) throws(EvaluationError) {
    if count > steps { throw stepsUsedUp }
  }

  /// The evaluation has used up its steps.
  static let stepsUsedUp = EvaluationError.failed("The evaluation takes more than \(steps) steps")
}
