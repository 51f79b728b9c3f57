internal import CEL

/// Patterns as an expression runs them: as constants, and as texts that are known only later.
enum PatternProperty {
  static func problem(with text: String) -> String? {
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let (pattern, subject) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    var environment = Environment()
    environment.declare(variable: "pattern", type: .string)
    environment.declare(variable: "subject", type: .string)
    let literal = Value.string(pattern).literal
    guard case .success(let late) = environment.compile("subject.matches(pattern)") else {
      return "matches() is not there"
    }
    let values: [Value] = [.string(pattern), .string(subject)]
    let free = late.evaluate(values)
    switch environment.compile("subject.matches(\(literal))") {
    case .failure: return if case .success = free { "it is refused as a constant" } else { nil }
    case .success(let early):
      let fixed = early.evaluate(values)
      // The two differ in steps: what is compiled when it runs takes more of them.
      guard case .success = free else { return nil }
      return fixed == free ? nil : "as a constant it says \(fixed), otherwise \(free)"
    }
  }
}
