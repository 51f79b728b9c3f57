internal import RulePacks

extension ExampleOutcome {
  /// How judgements contradict what was expected, or nil if they do not.
  func contradiction(_ judgements: [Judgement], at pointer: String?) -> String? {
    let verdicts = judgements.map(\.verdict)
    let names = verdicts.map(\.name)
    let isMet =
      switch self {
      case .passes:
        names.contains(.passes) && names.allSatisfy { [.passes, .doesNotApply].contains($0) }
      case .fails: names.contains(.fails)
      case .undecided:
        names.contains(.undecided) && !names.contains(.fails) && !names.contains(.error)
      case .doesNotApply: names.allSatisfy { $0 == .doesNotApply }
      }
    guard isMet else { return "Wanted \(rawValue), got \(Self.summary(of: verdicts))" }
    return misplaced(judgements, at: pointer)
  }

  private func misplaced(_ judgements: [Judgement], at pointer: String?) -> String? {
    guard self == .fails, let pointer else { return nil }
    let places = judgements.filter { $0.verdict == .fails }
      .map(\.pointer)
    if places.contains(pointer) { return nil }
    return "Wanted the finding at \(pointer), it is at \(places.joined(separator: " and "))"
  }

  private static func summary(of verdicts: [Verdict]) -> String {
    if verdicts.isEmpty { return "a rule that is not in force" }
    return verdicts.map(\.summary).joined(separator: ", ")
  }
}

extension Verdict {
  fileprivate var summary: String {
    switch self {
    case .passes, .fails: name.rawValue
    case .doesNotApply: "does-not-apply"
    case .undecided(.value(let pointer)): "undecided (\(pointer) is not given)"
    case .undecided(.registry(let registry)): "undecided (needs the registry \(registry))"
    case .undecided(.judgement): "undecided (for a person to judge)"
    case .error(let message): "error (\(message))"
    }
  }
}
