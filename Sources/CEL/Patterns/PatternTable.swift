/// A pattern's automaton with all its states worked out before (a DFA): one table look-up for each
/// character of a text.
///
/// There is none for patterns with word or line boundaries, with classes that only a property of
/// Unicode tells, or with too many states; those run on the instructions.
struct PatternTable: Sendable {
  private static let mostStates = 512
  /// The state that has matched; the one before it cannot match any more.
  static let matched = 1

  /// For each state and class of characters, the next state.
  private let transitions: [UInt16]
  /// Whether the pattern matches if the text ends in a state.
  private let matchesAtEnd: [Bool]
  /// The classes of characters that the pattern tells apart.
  let classes: ScalarClasses
  let start: UInt16
  /// Whether the pattern matches the empty text, whose start is its end.
  let matchesEmpty: Bool

  /// Works out the states of a program; nil if they cannot be worked out.
  init?(_ program: [PatternInstruction]) {
    guard let classes = ScalarClasses(program) else { return nil }
    var builder = PatternTableBuilder(program, classes)
    guard let start = builder.build(most: Self.mostStates) else { return nil }
    self.classes = classes
    self.transitions = builder.transitions
    self.matchesAtEnd = builder.matchesAtEnd
    self.matchesEmpty = builder.matchesEmpty
    self.start = start
  }

  /// The number of states.
  var stateCount: Int { matchesAtEnd.count }

  /// For each class of characters, the state behind a state.
  func row(of state: Int) -> ArraySlice<UInt16> {
    transitions[state * classes.count..<(state + 1) * classes.count]
  }

  /// Whether the pattern matches if the text ends in a state.
  func endsWell(_ state: Int) -> Bool { state == Self.matched || matchesAtEnd[state] }
}

/// What a pattern such as `^[0-9]{14}$` asks: that each character is of some classes, and how many
/// there are.
struct PatternRun: Sendable {
  /// Whether a class may stand in the text, by its column.
  let classes: [Bool]
  /// How many characters there may be.
  let counts: ClosedRange<Int>
}

extension PatternTable {
  /// What the pattern asks of texts that are not empty, if that is a run of characters of the same
  /// classes: every state leads on with these alone, and all of them to the same one.
  var run: PatternRun? {
    var (state, count) = (Int(start), 0)
    let classes = row(of: state).map { $0 > 0 }
    var counts: ClosedRange<Int>?
    while let next = row(of: state).first(where: { $0 > 0 }).map(Int.init) {
      guard count < stateCount, next != Self.matched,
        row(of: state).map({ Int($0) }) == classes.map({ $0 ? next : 0 })
      else { return nil }
      count += 1
      if endsWell(next) {
        // Counts that match follow on each other.
        if let counts, counts.upperBound < count - 1 { return nil }
        counts = (counts?.lowerBound ?? count)...(next == state ? .max : count)
      }
      if next == state { break }
      state = next
    }
    return counts.map { PatternRun(classes: classes, counts: $0) }
  }
}

/// Characters that no set of a pattern tells apart have the same column.
struct ScalarClasses: Sendable {
  /// The columns of ASCII.
  let ascii: [UInt8]
  /// The number of columns.
  let count: Int
  /// A character of each column.
  let examples: [Unicode.Scalar]
  /// Where the columns beyond ASCII begin, in order.
  private let starts: [UInt32]
  private let columns: [UInt8]

  init?(_ program: [PatternInstruction]) {
    var sets: [ScalarSet] = []
    for case .character(let set) in program { sets.append(set) }
    guard sets.allSatisfy(\.isListedByRanges) else { return nil }
    let bounds = Set(sets.flatMap(\.bounds) + (0...128).map { UInt32($0) }).sorted()
      .filter { $0 <= 0x10FFFF }
    var byMembership: [[Bool]: UInt8] = [:]
    var (examples, columns): ([Unicode.Scalar], [UInt8]) = ([], [])
    for bound in bounds {
      // No text has a surrogate: the characters on both sides of them stand for it.
      let scalar = Unicode.Scalar(bound) ?? "\u{FFFD}"
      let membership = sets.map { $0.contains(scalar) }
      if byMembership[membership] == nil {
        guard examples.count < 250 else { return nil }
        byMembership[membership] = UInt8(examples.count)
        examples.append(scalar)
      }
      columns.append(byMembership[membership] ?? 0)
    }
    self.ascii = Array(columns.prefix(128))
    self.count = examples.count
    self.examples = examples
    self.starts = bounds
    self.columns = columns
  }

  /// The column of a character.
  func column(of scalar: UInt32) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return Int(columns[low])
  }
}

/// Works out the states of an automaton from the sets of instructions it can be at.
private struct PatternTableBuilder {
  private let program: [PatternInstruction]
  private let classes: ScalarClasses
  private(set) var transitions: [UInt16] = []
  private(set) var matchesAtEnd: [Bool] = []
  private var numbers: [[Int]: UInt16] = [:]
  private var open: [[Int]] = []

  init(_ program: [PatternInstruction], _ classes: ScalarClasses) {
    self.program = program
    self.classes = classes
  }

  /// Builds all states and returns the first one; nil if there are too many or if the program asks
  /// for what is on both sides of a character.
  mutating func build(most: Int) -> UInt16? {
    let hasBoundaries = program.contains { instruction in
      switch instruction {
      case .assertion(.textStart), .assertion(.textEnd): false
      case .assertion: true
      case .character, .jump, .split, .match: false
      }
    }
    guard !hasBoundaries else { return nil }
    // Numbers 0 and 1 are for the state that cannot match any more and for the one that has.
    addRow(of: 0, matchesAtEnd: false)
    addRow(of: 1, matchesAtEnd: true)
    let start = number(of: closure([0], atStart: true))
    while let state = open.popLast() {
      guard numbers.count < most else { return nil }
      fill(state)
    }
    return start
  }

  private mutating func addRow(of number: UInt16, matchesAtEnd: Bool) {
    transitions += Array(repeating: number, count: classes.count)
    self.matchesAtEnd.append(matchesAtEnd)
  }

  private mutating func fill(_ state: [Int]) {
    guard let row = numbers[state].map(Int.init) else { return }
    for (column, scalar) in classes.examples.enumerated() {
      var next: [Int] = [0]
      for index in state {
        guard case .character(let set) = program[index], set.contains(scalar) else { continue }
        next.append(index + 1)
      }
      let number = number(of: closure(next, atStart: false))
      transitions[row * classes.count + column] = number
    }
  }

  /// The number of a state; nil stands for the one that has matched.
  private mutating func number(of state: [Int]?) -> UInt16 {
    guard let state else { return 1 }
    if state.isEmpty { return 0 }
    if let number = numbers[state] { return number }
    let number = UInt16(matchesAtEnd.count)
    numbers[state] = number
    addRow(of: 0, matchesAtEnd: reachesEnd(state))
    open.append(state)
    return number
  }

  /// The instructions that wait for a character, reached without one, and those that wait for the
  /// end of the text; nil if the end of the pattern is among them.
  private func closure(_ starts: [Int], atStart: Bool) -> [Int]? {
    var seen: Set<Int> = []
    var open = starts
    var waiting: [Int] = []
    while let index = open.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch program[index] {
      case .character: waiting.append(index)
      case .jump(let target): open.append(target)
      case .split(let first, let second): open += [first, second]
      case .assertion(.textStart): if atStart { open.append(index + 1) }
      case .assertion: waiting.append(index)
      case .match: return nil
      }
    }
    return waiting.sorted()
  }

  /// Whether the empty text, which starts where it ends, matches.
  var matchesEmpty: Bool { reachesEnd([0], atStart: true) }

  /// Whether the end of the pattern is reached from a state if the text ends there.
  private func reachesEnd(_ state: [Int], atStart: Bool = false) -> Bool {
    var seen: Set<Int> = []
    var open = state
    while let index = open.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch program[index] {
      case .character: break
      case .jump(let target): open.append(target)
      case .split(let first, let second): open += [first, second]
      case .assertion(.textEnd): open.append(index + 1)
      case .assertion(.textStart): if atStart { open.append(index + 1) }
      case .assertion: break
      case .match: return true
      }
    }
    return false
  }
}
