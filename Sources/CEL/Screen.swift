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

  private var nodes: [ScreenNode] = []
  /// The bytes of constant texts.
  private var constants: [UInt8] = []
  private var texts: [TextRange] = []
  private var sets: [Range<Int32>] = []
  private var patterns: [PatternTable] = []
  private var roots: [Int32] = []

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

  /// Returns what the program with a number says of the records of a table.
  ///
  /// `slots` are the variables in the order of their declaration and room for `slotCount` of the
  /// program's own; what is behind the variables is overwritten.
  public func answer(
    _ number: Int, _ table: RecordTable, _ slots: inout [RecordTable.Cell]
  ) -> Answer {
    truth(Int(roots[number]), table, &slots)
  }
}

/// One step of a screened program. Nodes name each other by their place in the screen's list.
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

  fileprivate func holds(_ order: Int) -> Bool {
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

// MARK: Running

extension Screen {
  private typealias Table = RecordTable
  private typealias Cell = RecordTable.Cell

  private func truth(_ index: Int, _ table: RecordTable, _ slots: inout [RecordTable.Cell])
    -> Answer
  {
    switch nodes[index] {
    case .constant(let answer): return answer
    case .and(let left, let right): return both(left, right, deciding: .no, table, &slots)
    case .or(let left, let right): return both(left, right, deciding: .yes, table, &slots)
    case .not(let operand):
      switch truth(Int(operand), table, &slots) {
      case .yes: return .no
      case .no: return .yes
      case .unsure: return .unsure
      }
    case .has(let record, let slot): return has(record, slot, table, slots)
    case .flag(let record, let slot):
      let cell = field(record, slot, table, slots)
      return cell.kind == .bool ? Answer(cell.bits != 0) : .unsure
    case .compare(let comparison, let left, let right):
      return compare(comparison, cell(left, table, slots), cell(right, table, slots))
    case .compareTexts(let comparison, let left, let right):
      return compareTexts(comparison, left, right, table, slots)
    case .textIsIn(let operand, let set):
      guard let text = text(operand, table, slots) else { return .unsure }
      return Answer(isMember(text, set, table))
    case .matches(let operand, let pattern):
      guard let text = text(operand, table, slots) else { return .unsure }
      return matches(text, Int(pattern), table)
    case .all(let list, let slot, let body):
      return loop(list, slot, body, deciding: .no, table, &slots)
    case .exists(let list, let slot, let body):
      return loop(list, slot, body, deciding: .yes, table, &slots)
    case .variable, .field, .int, .double, .text, .size: return .unsure
    }
  }

  private func both(
    _ left: Int32, _ right: Int32, deciding: Answer, _ table: RecordTable,
    _ slots: inout [RecordTable.Cell]
  ) -> Answer {
    let first = truth(Int(left), table, &slots)
    if first == deciding { return deciding }
    let second = truth(Int(right), table, &slots)
    if second == deciding { return deciding }
    if first == .unsure || second == .unsure { return .unsure }
    return deciding == .no ? .yes : .no
  }

  private func loop(
    _ list: Int32, _ slot: Int32, _ body: Int32, deciding: Answer, _ table: RecordTable,
    _ slots: inout [RecordTable.Cell]
  ) -> Answer {
    let cell = cell(list, table, slots)
    guard cell.kind == .records || cell.kind == .absent && isField(list, table, slots) else {
      return .unsure
    }
    var isSure = true
    for offset in 0..<Int64(cell.count) {
      slots[Int(slot)] = Cell(.record, cell.bits + offset)
      let answer = truth(Int(body), table, &slots)
      if answer == deciding { return deciding }
      if answer == .unsure { isSure = false }
    }
    guard isSure else { return .unsure }
    return deciding == .no ? .yes : .no
  }

  /// Whether a list is a field of a record that is there, so that its absence makes it empty.
  private func isField(
    _ list: Int32, _ table: RecordTable, _ slots: [RecordTable.Cell]
  ) -> Bool {
    guard case .field(let record, _) = nodes[Int(list)] else { return false }
    return self.record(record, table, slots) >= 0
  }

  private func has(
    _ record: Int32, _ slot: Int32, _ table: RecordTable, _ slots: [RecordTable.Cell]
  ) -> Answer {
    let row = self.record(record, table, slots)
    if row == -2 { return .unsure }
    return Answer(row >= 0 && table.cell(row, Int(slot)).kind != .absent)
  }

  /// The number of a record, -1 if it is absent, -2 if it is none.
  private func record(
    _ index: Int32, _ table: RecordTable, _ slots: [RecordTable.Cell]
  ) -> Int32 {
    let cell = cell(index, table, slots)
    switch cell.kind {
    case .record: return Int32(truncatingIfNeeded: cell.bits)
    case .absent: return -1
    default: return -2
    }
  }

  private func cell(
    _ index: Int32, _ table: RecordTable, _ slots: [RecordTable.Cell]
  ) -> RecordTable.Cell {
    switch nodes[Int(index)] {
    case .variable(let slot): return slots[Int(slot)]
    case .field(let record, let slot): return field(record, slot, table, slots)
    case .int(let number): return Cell(.int, number)
    case .double(let number): return Cell(.double, Int64(bitPattern: number.bitPattern))
    case .size(let list):
      let cell = cell(list, table, slots)
      switch cell.kind {
      case .records, .list: return Cell(.int, Int64(cell.count))
      case .absent: return isField(list, table, slots) ? Cell(.int, 0) : Cell()
      default: return Cell()
      }
    default: return Cell()
    }
  }

  private func field(
    _ record: Int32, _ slot: Int32, _ table: RecordTable, _ slots: [RecordTable.Cell]
  ) -> RecordTable.Cell {
    let row = self.record(record, table, slots)
    return row >= 0 ? table.cell(row, Int(slot)) : Cell()
  }

  // MARK: Comparing

  private func compare(
    _ comparison: ScreenComparison, _ left: RecordTable.Cell, _ right: RecordTable.Cell
  ) -> Answer {
    guard left.kind == right.kind else { return .unsure }
    switch left.kind {
    case .int, .timestamp, .bool:
      return Answer(comparison.holds(left.bits < right.bits ? -1 : left.bits > right.bits ? 1 : 0))
    case .double:
      let (first, second) = (
        Double(bitPattern: UInt64(bitPattern: left.bits)),
        Double(bitPattern: UInt64(bitPattern: right.bits))
      )
      if first.isNaN || second.isNaN { return .unsure }
      return Answer(comparison.holds(first < second ? -1 : first > second ? 1 : 0))
    case .absent, .text, .decodedText, .record, .records, .list: return .unsure
    }
  }

  private func compareTexts(
    _ comparison: ScreenComparison, _ left: Int32, _ right: Int32, _ table: RecordTable,
    _ slots: [RecordTable.Cell]
  ) -> Answer {
    guard let first = text(left, table, slots), let second = text(right, table, slots) else {
      return .unsure
    }
    switch comparison {
    case .equal: return Answer(areEqual(first, second, table))
    case .unequal: return Answer(!areEqual(first, second, table))
    case .less, .atMost, .more, .atLeast:
      return Answer(comparison.holds(order(first, second, table)))
    }
  }

  private func text(
    _ index: Int32, _ table: RecordTable, _ slots: [RecordTable.Cell]
  ) -> TextRange? {
    if case .text(let constant) = nodes[Int(index)] { return texts[Int(constant)] }
    let cell = cell(index, table, slots)
    switch cell.kind {
    case .text:
      return TextRange(
        source: .table, start: Int32(truncatingIfNeeded: cell.bits), count: cell.count)
    case .decodedText:
      return TextRange(
        source: .decoded, start: Int32(truncatingIfNeeded: cell.bits), count: cell.count)
    default: return nil
    }
  }

  private func isMember(_ text: TextRange, _ set: Int32, _ table: RecordTable) -> Bool {
    let members = sets[Int(set)]
    for member in members where areEqual(texts[Int(member)], text, table) { return true }
    return false
  }

  private func areEqual(_ left: TextRange, _ right: TextRange, _ table: RecordTable) -> Bool {
    guard left.count == right.count else { return false }
    var offset: Int32 = 0
    while offset < left.count {
      if byte(left, offset, table) != byte(right, offset, table) { return false }
      offset += 1
    }
    return true
  }

  /// The order of two texts by their bytes, which is that of their characters.
  private func order(_ left: TextRange, _ right: TextRange, _ table: RecordTable) -> Int {
    let common = min(left.count, right.count)
    var offset: Int32 = 0
    while offset < common {
      let first = byte(left, offset, table)
      let second = byte(right, offset, table)
      if first != second { return first < second ? -1 : 1 }
      offset += 1
    }
    return left.count < right.count ? -1 : left.count > right.count ? 1 : 0
  }

  private func byte(_ text: TextRange, _ offset: Int32, _ table: RecordTable) -> UInt8 {
    switch text.source {
    case .table: table.text[Int(text.start + offset)]
    case .decoded: table.decoded[Int(text.start + offset)]
    case .constants: constants[Int(text.start + offset)]
    }
  }

  private func matches(_ text: TextRange, _ pattern: Int, _ table: RecordTable) -> Answer {
    let (start, end) = (Int(text.start), Int(text.start + text.count))
    switch text.source {
    case .table: return Answer(patterns[pattern].matches(table.text, from: start, to: end))
    case .decoded: return Answer(patterns[pattern].matches(table.decoded, from: start, to: end))
    case .constants: return Answer(patterns[pattern].matches(constants, from: start, to: end))
    }
  }
}

extension Screen.Answer {
  fileprivate init(_ truth: Bool) { self = truth ? .yes : .no }
}
