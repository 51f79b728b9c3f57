/// A regular expression in RE2's syntax, run in time linear in the text: an automaton goes through
/// the text once and never back.
struct Pattern: Sendable {
  private let program: [PatternInstruction]

  /// The pattern with all its states worked out, if they can be: dear to make, cheap to run.
  var table: PatternTable? { PatternTable(program) }

  /// The number of its instructions.
  var size: Int { program.count }

  /// How many steps it counts to go through a text: each of its characters may be tried in each
  /// state.
  func stepCount(for text: String) -> Int { 1 + text.utf8.count * size / 128 }

  /// Compiles a pattern.
  static func compile(_ text: String) -> Result<Pattern, PatternProblem> {
    do throws(PatternProblem) {
      let tree = try PatternParser.parse(text)
      return .success(Pattern(program: try PatternCompiler.compile(tree)))
    } catch {
      return .failure(error)
    }
  }

  /// Whether the pattern matches some part of a text.
  func matches(_ text: String) -> Bool {
    var states = PatternStates(program)
    var before: Unicode.Scalar?
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while true {
      let boundary = PatternBoundary(before: before, after: next)
      if states.enter(0, boundary) { return true }
      guard let scalar = next else { return false }
      next = scalars.next()
      before = scalar
      if states.step(scalar, PatternBoundary(before: scalar, after: next)) { return true }
    }
  }
}

/// Why a text is no pattern.
struct PatternProblem: Error {
  let message: String
}

/// What is on both sides of a position in a text.
struct PatternBoundary {
  let before: Unicode.Scalar?
  let after: Unicode.Scalar?

  func holds(_ assertion: PatternAssertion) -> Bool {
    switch assertion {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == "\n"
    case .lineEnd: after == nil || after == "\n"
    case .wordBoundary: isWord(before) != isWord(after)
    case .noWordBoundary: isWord(before) == isWord(after)
    }
  }

  private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ScalarSet.word.contains($0) } ?? false
  }
}

/// The states that an automaton is in: each at most once, so that a text of n characters takes at
/// most n times the size of the program.
private struct PatternStates {
  private let program: [PatternInstruction]
  /// The character instructions that wait for the next character.
  private var waiting: [Int] = []
  /// For each instruction, the generation in which it was entered last.
  private var entered: [Int]
  private var generation = 1
  private var open: [Int] = []

  init(_ program: [PatternInstruction]) {
    self.program = program
    self.entered = Array(repeating: 0, count: program.count)
  }

  /// Follows all that needs no character from an instruction; true if that reaches the end.
  mutating func enter(_ start: Int, _ boundary: PatternBoundary) -> Bool {
    open.append(start)
    while let index = open.popLast() {
      guard entered[index] != generation else { continue }
      entered[index] = generation
      switch program[index] {
      case .character: waiting.append(index)
      case .jump(let target): open.append(target)
      case .split(let first, let second):
        open.append(second)
        open.append(first)
      case .assertion(let assertion):
        if boundary.holds(assertion) { open.append(index + 1) }
      case .match:
        open.removeAll()
        return true
      }
    }
    return false
  }

  /// Takes a character; true if the pattern has matched.
  mutating func step(_ scalar: Unicode.Scalar, _ boundary: PatternBoundary) -> Bool {
    let current = waiting
    waiting.removeAll(keepingCapacity: true)
    generation += 1
    for index in current {
      guard case .character(let set) = program[index], set.contains(scalar) else { continue }
      if enter(index + 1, boundary) { return true }
    }
    return false
  }
}
