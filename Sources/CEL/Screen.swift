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
  /// The bytes of constant texts.
  private(set) var constants: [UInt8] = []
  private(set) var texts: [TextRange] = []
  private(set) var sets: [Range<Int32>] = []
  private(set) var patterns: [PatternTable] = []
  private(set) var roots: [Int32] = []

  /// Creates a screen without programs.
  public init() {}

  /// The number of programs.
  public var count: Int { roots.count }

  /// Adds a program and returns its number.
  public mutating func add(_ program: Program) -> Int {
    var planner = ScreenPlanner(program.checked, self)
    roots.append(planner.plan(program.checked.parsed.root))
    let roots = roots
    self = planner.screen
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
  case has(record: Int32, slot: Int32)
  case flag(record: Int32, slot: Int32)
  case compare(ScreenComparison, Int32, Int32)
  case compareTexts(ScreenComparison, Int32, Int32)
  case textIsIn(Int32, set: Int32)
  case matches(Int32, pattern: Int32)
  case all(list: Int32, slot: Int32, body: Int32)
  case exists(list: Int32, slot: Int32, body: Int32)
  /// Operands: a record, a field, a number, a text.
  case variable(Int32)
  case field(record: Int32, slot: Int32)
  /// A field of the record in a slot.
  case variableField(variable: Int32, slot: Int32)
  case int(Int64)
  case double(Double)
  case text(Int32)
  case size(Int32)
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

  mutating func append(text: String) -> Int32 {
    let start = Int32(constants.count)
    constants += text.utf8
    texts.append(TextRange(source: .constants, start: start, count: Int32(text.utf8.count)))
    return Int32(texts.count - 1)
  }

  mutating func append(set members: [String]) -> Int32 {
    let start = Int32(texts.count)
    for member in members { _ = append(text: member) }
    sets.append(start..<Int32(texts.count))
    return Int32(sets.count - 1)
  }

  mutating func append(pattern: PatternTable) -> Int32 {
    patterns.append(pattern)
    return Int32(patterns.count - 1)
  }
}
