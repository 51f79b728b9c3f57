/// Programs that say true or false, in a form that is run on a flat table without making values.
///
/// A screen knows the common part of the language: fields, comparisons, logic, lists of constants,
/// patterns, and `all` and `exists` over records. Whatever it does not know, and every error, is
/// *unsure*: the program itself is then asked. What the screen is sure of is what the program says.
public struct Screen: Sendable {
  /// What a screen knows of a program's value.
  public enum Answer: UInt8, Sendable {
    case no
    case yes
    case unsure
  }

  private(set) var nodes: [ScreenNode] = []
  /// The records that nodes read fields of; one stands behind the one that holds it.
  private(set) var paths: [ScreenPath] = []
  /// The bytes of constant texts.
  private(set) var constants: [UInt8] = []
  private(set) var texts: [TextRange] = []
  private(set) var sets: [Range<Int32>] = []
  /// The members of the sets.
  private(set) var members: [SetMember] = []
  private(set) var patterns: [ScreenPattern] = []
  /// The transitions of all patterns, one behind the other.
  private(set) var transitions: [UInt32] = []
  /// For each pattern the columns of bytes and of characters of two bytes.
  private(set) var columns: [UInt8] = []
  /// The classes of the patterns' characters, for those of more bytes.
  private(set) var classes: [ScalarClasses] = []
  private(set) var roots: [Int32] = []

  /// Creates a screen without programs.
  public init() {}

  /// The number of programs.
  public var count: Int { roots.count }

  /// Adds a program and returns its number.
  public mutating func add(_ program: Program) -> Int {
    var planner = ScreenPlanner(program.checked, self)
    let root = planner.plan(program.checked.parsed.root)
    return append(root, of: planner.screen)
  }

  /// Adds a program that is a field with a scalar and returns its number; nil for another program.
  public mutating func add(field program: Program) -> Int? {
    var planner = ScreenPlanner(program.checked, self)
    guard let root = planner.planScalarField(program.checked.parsed.root) else { return nil }
    return append(root, of: planner.screen)
  }

  private mutating func append(_ root: Int32, of screen: Screen) -> Int {
    let roots = roots + [root]
    self = screen
    self.roots = roots
    return roots.count - 1
  }
}

/// One step of a screened program.
///
/// Nodes name each other by their place in the screen's list.
enum ScreenNode: Sendable {
  /// Truths.
  case constant(Screen.Answer)
  case and(Int32, Int32)
  case or(Int32, Int32)
  case not(Int32)
  case has(path: Int32, slot: Int32)
  /// `has(f) && g != ""`, where `g` mostly is the same field: what is asked most.
  case hasText(path: Int32, slot: Int32, text: Int32)
  case flag(path: Int32, slot: Int32)
  case compare(ScreenComparison, Int32, Int32)
  case compareTexts(ScreenComparison, Int32, Int32)
  case textIsIn(Int32, set: Int32)
  case matches(Int32, pattern: Int32)
  case all(list: Int32, path: Int32, body: Int32)
  case exists(list: Int32, path: Int32, body: Int32)
  /// Operands: a variable, a field, a number, a text.
  case variable(Int32)
  case field(path: Int32, slot: Int32)
  case int(Int64)
  case double(Double)
  case text(Int32)
  case size(Int32)
}

/// A way to a record: a variable, or a field of the record at the end of another path.
struct ScreenPath: Sendable {
  /// The path of the record that holds it, -1 for a variable.
  let parent: Int32
  /// The slot of the variable or of the field.
  let slot: Int32
  /// The path of the variable that it begins with.
  let root: Int32
  /// Whether others begin with it.
  var leadsOn = false
}

/// How two operands are compared.
enum ScreenComparison: UInt8, Sendable {
  case equal
  case unequal
  case less
  case atMost
  case more
  case atLeast

  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .unequal: order != 0
    case .less: order < 0
    case .atMost: order <= 0
    case .more: order > 0
    case .atLeast: order >= 0
    }
  }
}

/// A text: a range of the bytes of a table or of the constants.
struct TextRange: Sendable {
  enum Source: UInt8, Sendable {
    case table
    case decoded
    case constants
  }

  var source: Source
  var start: Int32
  var count: Int32
}

// MARK: Making

extension Screen {
  mutating func append(_ node: ScreenNode) -> Int32 {
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  /// The path of the record in a variable.
  mutating func path(ofVariable slot: Int32) -> Int32 { path(-1, slot) }

  /// The path of a record in a field of another one.
  mutating func path(_ parent: Int32, _ slot: Int32) -> Int32 {
    if let known = paths.firstIndex(where: { $0.parent == parent && $0.slot == slot }) {
      return Int32(known)
    }
    let number = Int32(paths.count)
    let root = parent < 0 ? number : paths[Int(parent)].root
    if parent >= 0 { paths[Int(root)].leadsOn = true }
    paths.append(ScreenPath(parent: parent, slot: slot, root: root))
    return number
  }

  mutating func append(text: String) -> Int32 {
    let start = Int32(constants.count)
    constants += text.utf8
    texts.append(TextRange(source: .constants, start: start, count: Int32(text.utf8.count)))
    return Int32(texts.count - 1)
  }

  mutating func append(set texts: [String]) -> Int32 {
    let start = Int32(members.count)
    members += texts.map { SetMember(word: TextWord($0.utf8), text: append(text: $0)) }
    sets.append(start..<Int32(members.count))
    return Int32(sets.count - 1)
  }

  mutating func append(pattern table: PatternTable) -> Int32 {
    let classes = table.classes
    let width = UInt32(classes.count + 2)
    let beyondASCII = UInt32(table.stateCount) * width
    let run = table.run
    patterns.append(
      ScreenPattern(
        firstTransition: Int32(transitions.count), firstColumn: Int32(columns.count),
        start: UInt32(table.start) * width, beyondASCII: beyondASCII,
        end: Int32(classes.count + 1), matchesEmpty: table.matchesEmpty, runCounts: run?.counts))
    for state in 0..<table.stateCount {
      transitions += table.row(of: state).map { UInt32($0) * width }
      transitions += [beyondASCII, table.endsWell(state) ? 1 : 0]
    }
    // A byte beyond ASCII leads to a state of its own, which is never left.
    transitions += Array(repeating: beyondASCII, count: classes.count + 1) + [0]
    columns += classes.ascii + Array(repeating: UInt8(classes.count), count: 128)
    columns += ScreenPattern.twoBytes.map { UInt8(classes.column(of: $0)) }
    if let run {
      columns += classes.ascii.map { run.classes[Int($0)] ? 1 : 0 }
      columns += Array(repeating: 0, count: 128)
    }
    self.classes.append(classes)
    return Int32(patterns.count - 1)
  }
}

/// The first eight bytes of a text, the first one lowest, and how many bytes it has: of short texts
/// all.
struct TextWord: Sendable, Hashable {
  let bytes: UInt64
  let count: Int

  init(_ text: some Collection<UInt8>) {
    bytes = text.prefix(8).enumerated().reduce(0) {
      $0 | UInt64($1.element) << UInt64($1.offset * 8)
    }
    count = text.count
  }

  init(bytes: UInt64, count: Int) {
    self.bytes = bytes
    self.count = count
  }
}

/// A member of a set of constants.
struct SetMember: Sendable {
  let word: TextWord
  /// The whole text, by its number.
  let text: Int32
}

/// A pattern whose states are the places where their rows begin, so that a state and the column of a
/// byte add up to the place of a transition.
///
/// The rows are as short as the pattern allows, so that those of all patterns stay near the
/// processor.
struct ScreenPattern: Sendable {
  /// The characters that have two bytes in UTF-8, as most Cyrillic and Persian letters do.
  static let twoBytes: Range<UInt32> = 0x80..<0x800

  let firstTransition: Int32
  /// Where the columns of the pattern begin: first those of the 256 bytes, then those of `twoBytes`.
  ///
  /// Behind them stands for each byte whether it is a character of a run, if the pattern is one.
  let firstColumn: Int32
  let start: UInt32
  /// The state behind a byte that is not ASCII: the pattern is then asked character by character.
  let beyondASCII: UInt32
  /// The column that tells whether the pattern matches if the text ends.
  let end: Int32
  let matchesEmpty: Bool
  /// How many characters of a run there may be; nil if the pattern is no run.
  let runCounts: ClosedRange<Int>?
}
