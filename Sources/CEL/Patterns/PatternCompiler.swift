/// A step of the automaton.
enum PatternInstruction: Sendable {
  /// Takes a character and goes on to the next instruction.
  case character(ScalarSet)
  case jump(Int)
  case split(Int, Int)
  case assertion(PatternAssertion)
  case match
}

/// Makes the automaton of a pattern (Thompson's construction).
struct PatternCompiler {
  private var program: [PatternInstruction] = []

  static func compile(_ tree: PatternTree) throws(PatternProblem) -> [PatternInstruction] {
    var compiler = PatternCompiler()
    try compiler.add(tree)
    try compiler.append(.match)
    return compiler.program
  }

  @discardableResult
  private mutating func append(_ instruction: PatternInstruction) throws(PatternProblem) -> Int {
    guard program.count < Limits.patternSize else {
      throw PatternProblem(message: "it is larger than \(Limits.patternSize) steps")
    }
    program.append(instruction)
    return program.count - 1
  }

  private mutating func add(_ tree: PatternTree) throws(PatternProblem) {
    switch tree {
    case .empty: break
    case .character(let set): try append(.character(set))
    case .assertion(let assertion): try append(.assertion(assertion))
    case .sequence(let parts): for part in parts { try add(part) }
    case .alternatives(let choices): try add(choices[...])
    case .repetition(let part, let least, let most): try add(part, least, most)
    }
  }

  private mutating func add(_ choices: ArraySlice<PatternTree>) throws(PatternProblem) {
    var jumps: [Int] = []
    for (index, choice) in choices.enumerated() {
      guard index + 1 < choices.count else {
        try add(choice)
        break
      }
      let split = try append(.jump(0))
      try add(choice)
      jumps.append(try append(.jump(0)))
      program[split] = .split(split + 1, program.count)
    }
    for jump in jumps { program[jump] = .jump(program.count) }
  }

  private mutating func add(
    _ part: PatternTree, _ least: Int, _ most: Int?
  ) throws(PatternProblem) {
    for _ in 0..<least { try add(part) }
    guard let most else {
      let split = try append(.jump(0))
      try add(part)
      try append(.jump(split))
      program[split] = .split(split + 1, program.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(try append(.jump(0)))
      try add(part)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }
}
