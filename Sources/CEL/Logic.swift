/// The operators that do not need all of their operands, or bear errors.
enum Logic {
  /// `a && b`: false if one side is, whatever the other is.
  static func and(_ left: @escaping Step, _ right: @escaping Step) -> Step {
    decidable(by: false, left, right)
  }

  /// `a || b`: true if one side is, whatever the other is.
  static func or(_ left: @escaping Step, _ right: @escaping Step) -> Step {
    decidable(by: true, left, right)
  }

  static func not(_ operand: @escaping Step) -> Step {
    { frame throws(EvaluationError) in .bool(!(try operand(&frame).truth)) }
  }

  static func choice(
    _ condition: @escaping Step, _ yes: @escaping Step, _ no: @escaping Step
  ) -> Step {
    { frame throws(EvaluationError) in
      try condition(&frame).truth ? try yes(&frame) : try no(&frame)
    }
  }

  /// One side that has the deciding value decides alone, and only its reads are kept.
  private static func decidable(
    by deciding: Bool, _ left: @escaping Step, _ right: @escaping Step
  ) -> Step {
    { frame throws(EvaluationError) in
      let mark = frame.reads.count
      let first = truth(left, &frame)
      if case .success(deciding) = first { return .bool(deciding) }
      let middle = frame.reads.count
      let second = truth(right, &frame)
      if case .success(deciding) = second {
        if frame.isNoting { frame.reads.removeSubrange(mark..<middle) }
        return .bool(deciding)
      }
      return .bool(try both(first, second) ? !deciding : deciding)
    }
  }

  /// Neither side decided: both have the other value, or one of the errors is told.
  private static func both(
    _ first: Result<Bool, EvaluationError>, _ second: Result<Bool, EvaluationError>
  ) throws(EvaluationError) -> Bool {
    switch (first, second) {
    case (.success, .success): return true
    case (.failure(let error), .success), (.success, .failure(let error)): throw error
    case (.failure(let left), .failure(let right)): throw left.outweighing(right)
    }
  }

  static func truth(_ step: Step, _ frame: inout Frame) -> Result<Bool, EvaluationError> {
    do throws(EvaluationError) {
      return .success(try step(&frame).truth)
    } catch {
      return .failure(error)
    }
  }
}

extension Value {
  /// The truth of a bool; another value is an error.
  var truth: Bool {
    get throws(EvaluationError) {
      guard case .bool(let truth) = self else {
        throw .failed("No such overload: wanted a bool, found \(typeName.withArticle)")
      }
      return truth
    }
  }
}
