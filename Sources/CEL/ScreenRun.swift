/// A screen at work on a table: the only file of this target that reads memory by pointers, since
/// a registry of a million records asks forty million questions.
///
/// Nodes name each other and cells only by numbers that the planner and the table have made; those
/// that come from a table (the numbers of records, the ranges of texts) are compared with its size.
@safe
public struct ScreenRun {
  typealias Cell = RecordTable.Cell

  fileprivate let nodes: UnsafePointer<ScreenNode>
  fileprivate let paths: UnsafePointer<ScreenPath>?
  fileprivate let pathCount: Int
  /// The record at the end of each path.
  fileprivate let ends: UnsafeMutablePointer<PathEnd>?
  fileprivate let constants: UnsafePointer<UInt8>?
  fileprivate let constantTexts: UnsafePointer<TextRange>?
  fileprivate let sets: UnsafePointer<Range<Int32>>?
  fileprivate let members: UnsafePointer<SetMember>?
  fileprivate let patterns: UnsafePointer<ScreenPattern>?
  fileprivate let transitions: UnsafePointer<UInt32>?
  fileprivate let columns: UnsafePointer<UInt8>?
  fileprivate let classes: [ScalarClasses]
  fileprivate let roots: UnsafePointer<Int32>
  fileprivate let cells: UnsafePointer<Cell>
  fileprivate let rows: UnsafePointer<Int32>
  fileprivate let rowCount: Int
  fileprivate let cellCount: Int
  fileprivate let text: UnsafePointer<UInt8>?
  fileprivate let decoded: UnsafePointer<UInt8>?
  fileprivate let slots: UnsafeMutablePointer<Cell>
}

/// The record at the end of a path.
struct PathEnd {
  /// The number of the record, -1 if it is absent, -2 if what stands there is none.
  var record: Int32 = -1
  /// Where its cells begin, if there is one.
  var firstCell: Int32 = 0
}

extension Screen {
  /// Calls a function that may ask the programs of the screen about the records of a table.
  ///
  /// `slots` are the variables in the order of their declaration and room for the programs' own,
  /// the largest `slotCount` of them in all; what is behind the variables is overwritten.
  public func run(
    _ table: RecordTable, _ slots: inout [RecordTable.Cell], _ body: (ScreenRun) -> Void
  ) {
    guard !nodes.isEmpty, !table.cells.isEmpty, !table.rows.isEmpty, !slots.isEmpty else { return }
    unsafe withMemory { screen in
      unsafe table.cells.withUnsafeBufferPointer { cells in
        unsafe table.rows.withUnsafeBufferPointer { rows in
          unsafe table.text.withUnsafeBufferPointer { text in
            unsafe table.decoded.withUnsafeBufferPointer { decoded in
              unsafe slots.withUnsafeMutableBufferPointer { slots in
                guard let nodes = unsafe screen.nodes.baseAddress,
                  let roots = unsafe screen.roots.baseAddress,
                  let cells = cells.baseAddress, let rows = rows.baseAddress,
                  let firstSlot = slots.baseAddress
                else { return }
                unsafe withUnsafeTemporaryAllocation(of: PathEnd.self, capacity: paths.count) {
                  ends in
                  let run = unsafe ScreenRun(
                    nodes: nodes, paths: screen.paths.baseAddress, pathCount: paths.count,
                    ends: ends.baseAddress, constants: screen.constants.baseAddress,
                    constantTexts: screen.texts.baseAddress, sets: screen.sets.baseAddress,
                    members: screen.members.baseAddress, patterns: screen.patterns.baseAddress,
                    transitions: screen.transitions.baseAddress,
                    columns: screen.columns.baseAddress, classes: classes, roots: roots,
                    cells: cells, rows: rows, rowCount: table.rows.count,
                    cellCount: table.cells.count,
                    text: text.baseAddress, decoded: decoded.baseAddress, slots: firstSlot)
                  run.followPaths(slotCount: slots.count)
                  body(run)
                }
              }
            }
          }
        }
      }
    }
  }

  /// The arrays of a screen as they lie in memory.
  @unsafe
  private struct Memory {
    let nodes: UnsafeBufferPointer<ScreenNode>
    let paths: UnsafeBufferPointer<ScreenPath>
    let constants: UnsafeBufferPointer<UInt8>
    let texts: UnsafeBufferPointer<TextRange>
    let sets: UnsafeBufferPointer<Range<Int32>>
    let members: UnsafeBufferPointer<SetMember>
    let patterns: UnsafeBufferPointer<ScreenPattern>
    let transitions: UnsafeBufferPointer<UInt32>
    let columns: UnsafeBufferPointer<UInt8>
    let roots: UnsafeBufferPointer<Int32>
  }

  private func withMemory(_ body: (Memory) -> Void) {
    unsafe nodes.withUnsafeBufferPointer { nodes in
      unsafe paths.withUnsafeBufferPointer { paths in
        unsafe constants.withUnsafeBufferPointer { constants in
          unsafe texts.withUnsafeBufferPointer { texts in
            unsafe sets.withUnsafeBufferPointer { sets in
              unsafe members.withUnsafeBufferPointer { members in
                unsafe patterns.withUnsafeBufferPointer { patterns in
                  unsafe transitions.withUnsafeBufferPointer { transitions in
                    unsafe columns.withUnsafeBufferPointer { columns in
                      unsafe roots.withUnsafeBufferPointer { roots in
                        unsafe body(
                          Memory(
                            nodes: nodes, paths: paths, constants: constants, texts: texts,
                            sets: sets, members: members, patterns: patterns,
                            transitions: transitions, columns: columns, roots: roots))
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Returns what the program with a number says of the records of a table.
  public func answer(
    _ number: Int, _ table: RecordTable, _ slots: inout [RecordTable.Cell]
  ) -> Answer {
    var answer = Answer.unsure
    run(table, &slots) { answer = $0.answer(number) }
    return answer
  }
}

extension ScreenRun {
  /// A node of the screen.
  @inline(__always)
  func node(_ index: Int32) -> ScreenNode { unsafe nodes[Int(index)] }

  /// The node of the program or the operand with a number.
  func root(_ number: Int) -> Int32 { unsafe roots[number] }

  // MARK: Paths

  /// Finds the record at the end of each path.
  fileprivate func followPaths(slotCount: Int) {
    for number in 0..<pathCount {
      guard let path = unsafe paths?[number] else { return }
      if path.parent >= 0 {
        follow(path, number)
      } else {
        let slot = Int(path.slot)
        unsafe setEnd(of: number, to: slot < slotCount ? slots[slot] : Cell())
      }
    }
  }

  @inline(__always)
  private func follow(_ path: ScreenPath, _ number: Int) {
    let holder = end(of: path.parent)
    setEnd(of: number, to: holder.record >= 0 ? cell(holder, path.slot) : Cell())
  }

  @inline(__always)
  private func setEnd(of path: Int, to cell: Cell) {
    guard cell.kind == .record, cell.bits < rowCount else {
      unsafe ends?[path] = PathEnd(record: cell.kind == .absent ? -1 : -2)
      return
    }
    unsafe ends?[path] = PathEnd(
      record: Int32(truncatingIfNeeded: cell.bits), firstCell: rows[Int(cell.bits)])
  }

  /// Puts a record of a list into a loop's variable.
  func set(_ path: Int32, toRecord record: Int64) {
    setEnd(of: Int(path), to: Cell(.record, record))
    guard let paths = unsafe paths, unsafe paths[Int(path)].leadsOn else { return }
    // What the loop reads of records in the record.
    for number in Int(path) + 1..<pathCount where unsafe paths[number].root == path {
      unsafe follow(paths[number], number)
    }
  }

  /// The record at the end of a path.
  @inline(__always)
  func end(of path: Int32) -> PathEnd { unsafe ends?[Int(path)] ?? PathEnd() }

  /// Returns what the program with a number says.
  public func answer(_ number: Int) -> Screen.Answer {
    truth(root(number))
  }

  func truth(_ index: Int32) -> Screen.Answer {
    switch node(index) {
    case .constant(let answer): return answer
    case .and(let left, let right): return both(left, right, deciding: .no)
    case .or(let left, let right): return both(left, right, deciding: .yes)
    case .not(let operand):
      switch truth(operand) {
      case .yes: return .no
      case .no: return .yes
      case .unsure: return .unsure
      }
    case .has(let path, let slot): return has(path, slot)
    case .hasText(let path, let slot, let text):
      let (first, second) = (has(path, slot), isText(text))
      if first == .no || second == .no { return .no }
      return first == .yes ? second : .unsure
    case .flag(let path, let slot):
      let cell = field(path, slot)
      return cell.kind == .bool ? Screen.Answer(cell.bits != 0) : .unsure
    case .compare(let comparison, let left, let right):
      return compare(comparison, cell(left), cell(right))
    case .compareTexts(let comparison, let left, let right):
      return compareTexts(comparison, left, right)
    case .textIsIn(let operand, let set):
      let text = bytes(operand)
      return text.count < 0 ? .unsure : Screen.Answer(isMember(text, set))
    case .matches(let operand, let pattern):
      let text = bytes(operand)
      guard text.count >= 0 else { return .unsure }
      return Screen.Answer(matches(text, pattern))
    case .all(let list, let path, let body): return loop(list, path, body, deciding: .no)
    case .exists(let list, let path, let body): return loop(list, path, body, deciding: .yes)
    case .variable, .field, .int, .double, .text, .size: return .unsure
    }
  }

  private func both(_ left: Int32, _ right: Int32, deciding: Screen.Answer) -> Screen.Answer {
    let first = truth(left)
    if first == deciding { return deciding }
    let second = truth(right)
    if second == deciding { return deciding }
    if first == .unsure || second == .unsure { return .unsure }
    return deciding == .no ? .yes : .no
  }

  private func loop(
    _ list: Int32, _ path: Int32, _ body: Int32, deciding: Screen.Answer
  ) -> Screen.Answer {
    let cell = cell(list)
    guard cell.kind == .records || cell.kind == .absent && isField(list) else { return .unsure }
    var isSure = true
    for offset in 0..<Int64(max(0, cell.count)) {
      set(path, toRecord: cell.bits + offset)
      let answer = truth(body)
      if answer == deciding { return deciding }
      if answer == .unsure { isSure = false }
    }
    guard isSure else { return .unsure }
    return deciding == .no ? .yes : .no
  }

  /// Whether a list is a field of a record that is there, so that its absence makes it empty.
  func isField(_ list: Int32) -> Bool {
    guard case .field(let path, _) = node(list) else { return false }
    return end(of: path).record >= 0
  }

  /// Whether a text is not empty.
  func isText(_ index: Int32) -> Screen.Answer {
    let count = bytes(index).count
    return count < 0 ? .unsure : Screen.Answer(count > 0)
  }

  func has(_ path: Int32, _ slot: Int32) -> Screen.Answer {
    let end = end(of: path)
    if end.record == -2 { return .unsure }
    return Screen.Answer(end.record >= 0 && cell(end, slot).kind != .absent)
  }

  // MARK: Cells

  /// What an operand stands for; most are fields.
  @inline(__always)
  func cell(_ index: Int32) -> Cell {
    if case .field(let path, let slot) = node(index) { return field(path, slot) }
    return otherCell(index)
  }

  @inline(never)
  private func otherCell(_ index: Int32) -> Cell {
    switch node(index) {
    case .variable(let slot): return unsafe slots[Int(slot)]
    case .int(let number): return Cell(.int, number)
    case .double(let number): return Cell(.double, Int64(bitPattern: number.bitPattern))
    case .size(let list): return size(list)
    default: return Cell()
    }
  }

  private func size(_ list: Int32) -> Cell {
    let cell = cell(list)
    switch cell.kind {
    case .records, .list: return Cell(.int, Int64(cell.count))
    case .absent: return isField(list) ? Cell(.int, 0) : Cell()
    default: return Cell()
    }
  }

  /// A field of the record at the end of a path; an absent one if there is none.
  @inline(__always)
  private func field(_ path: Int32, _ slot: Int32) -> Cell {
    let end = end(of: path)
    return end.record >= 0 ? cell(end, slot) : Cell()
  }

  @inline(__always)
  private func cell(_ end: PathEnd, _ slot: Int32) -> Cell {
    let index = Int(end.firstCell) + Int(slot)
    return unsafe index < cellCount ? cells[index] : Cell()
  }

  // MARK: Comparing

  private func compare(
    _ comparison: ScreenComparison, _ left: Cell, _ right: Cell
  ) -> Screen.Answer {
    guard left.kind == right.kind else { return .unsure }
    switch left.kind {
    case .int, .timestamp, .bool:
      let order = left.bits < right.bits ? -1 : left.bits > right.bits ? 1 : 0
      return Screen.Answer(comparison.holds(order))
    case .double:
      let first = Double(bitPattern: UInt64(bitPattern: left.bits))
      let second = Double(bitPattern: UInt64(bitPattern: right.bits))
      if first.isNaN || second.isNaN { return .unsure }
      return Screen.Answer(comparison.holds(first < second ? -1 : first > second ? 1 : 0))
    case .absent, .text, .decodedText, .record, .records, .list: return .unsure
    }
  }

  private func compareTexts(
    _ comparison: ScreenComparison, _ left: Int32, _ right: Int32
  ) -> Screen.Answer {
    let (first, second) = (bytes(left), bytes(right))
    guard first.count >= 0, second.count >= 0 else { return .unsure }
    switch comparison {
    case .equal: return Screen.Answer(first.isEqual(to: second))
    case .unequal: return Screen.Answer(!first.isEqual(to: second))
    case .less, .atMost, .more, .atLeast:
      return Screen.Answer(comparison.holds(first.order(to: second)))
    }
  }

  /// The bytes of a text; their count is -1 if it is none.
  private func bytes(_ index: Int32) -> ScreenBytes {
    if case .text(let constant) = node(index) {
      return self.constant(constant)
    }
    let cell = cell(index)
    switch cell.kind {
    case .text: return unsafe ScreenBytes(text, Int(cell.bits), Int(cell.count))
    case .decodedText: return unsafe ScreenBytes(decoded, Int(cell.bits), Int(cell.count))
    default: return .none
    }
  }

  private func constant(_ index: Int32) -> ScreenBytes {
    guard let range = unsafe constantTexts?[Int(index)] else { return .none }
    return unsafe ScreenBytes(constants, Int(range.start), Int(range.count))
  }

  private func isMember(_ text: ScreenBytes, _ set: Int32) -> Bool {
    guard let range = unsafe sets?[Int(set)], let members = unsafe members else { return false }
    let word = text.word
    for index in range {
      let member = unsafe members[Int(index)]
      guard member.word.bytes == word.bytes, member.word.count == word.count else { continue }
      if word.count <= 8 || constant(member.text).isEqual(to: text) { return true }
    }
    return false
  }

  /// Whether a pattern matches some part of a text: two look-ups for each byte, of which only one
  /// has to wait for the byte before.
  private func matches(_ text: ScreenBytes, _ number: Int32) -> Bool {
    guard let pattern = unsafe patterns?[Int(number)], let transitions = unsafe transitions,
      let columns = unsafe columns
    else { return false }
    guard text.count > 0, var byte = unsafe text.start else { return pattern.matchesEmpty }
    if let counts = pattern.runCounts, isRun(text, pattern) { return counts.contains(text.count) }
    let table = unsafe transitions + Int(pattern.firstTransition)
    let column = unsafe columns + Int(pattern.firstColumn)
    let end = unsafe byte + text.count
    var state = pattern.start
    while unsafe byte != end {
      state = unsafe table[Int(state &+ UInt32(column[Int(byte.pointee)]))]
      unsafe byte += 1
    }
    if state == pattern.beyondASCII { state = stateBeyondASCII(text, number, pattern) }
    return unsafe table[Int(state) &+ Int(pattern.end)] != 0
  }

  /// Whether all characters of a text are ASCII and of a pattern's run.
  private func isRun(_ text: ScreenBytes, _ pattern: ScreenPattern) -> Bool {
    guard var byte = unsafe text.start, let columns = unsafe columns else { return false }
    let isOfRun = unsafe columns + (Int(pattern.firstColumn) + 256 + ScreenPattern.twoBytes.count)
    let end = unsafe byte + text.count
    var areAll: UInt8 = 1
    while unsafe byte != end {
      areAll &= unsafe isOfRun[Int(byte.pointee)]
      unsafe byte += 1
    }
    return areAll != 0
  }

  /// The state behind a text that is not ASCII alone.
  ///
  /// The states that cannot match any more and that have matched are never left.
  @inline(never)
  private func stateBeyondASCII(
    _ text: ScreenBytes, _ number: Int32, _ pattern: ScreenPattern
  ) -> UInt32 {
    guard let bytes = unsafe text.start, let transitions = unsafe transitions,
      let columns = unsafe columns
    else { return pattern.start }
    let table = unsafe transitions + Int(pattern.firstTransition)
    let column = unsafe columns + Int(pattern.firstColumn)
    // Behind the columns of bytes stand those of characters of two bytes.
    let wide = unsafe column + (256 - Int(ScreenPattern.twoBytes.lowerBound))
    var (state, index) = (pattern.start, 0)
    while index < text.count {
      let byte = unsafe Int(bytes[index])
      if byte < 0x80 {
        state = unsafe table[Int(state &+ UInt32(column[byte]))]
        index &+= 1
      } else if byte < 0xE0, index &+ 1 < text.count {
        let scalar = unsafe (byte & 0x1F) &<< 6 | Int(bytes[index &+ 1] & 0x3F)
        state = unsafe table[Int(state &+ UInt32(wide[scalar]))]
        index &+= 2
      } else {
        let (scalar, length) = unsafe ScreenBytes.scalar(bytes, at: index, text.count)
        let column = classes[Int(number)].column(of: scalar)
        state = unsafe table[Int(state) &+ column]
        index &+= length
      }
    }
    return state
  }
}

/// Some bytes of a text.
@safe
private struct ScreenBytes {
  let start: UnsafePointer<UInt8>?
  /// The number of bytes, -1 if there is no text.
  let count: Int

  static var none: ScreenBytes { unsafe ScreenBytes(nil, 0, -1) }

  @inline(__always)
  init(_ base: UnsafePointer<UInt8>?, _ offset: Int, _ count: Int) {
    unsafe self.start = base.map { unsafe $0 + offset }
    self.count = count
  }

  @inline(__always)
  func isEqual(to other: ScreenBytes) -> Bool {
    guard count == other.count else { return false }
    guard let left = unsafe start, let right = unsafe other.start else { return count <= 0 }
    var offset = 0
    while offset < count {
      if unsafe left[offset] != right[offset] { return false }
      offset += 1
    }
    return true
  }

  /// The order of two texts by their bytes, which is that of their characters.
  func order(to other: ScreenBytes) -> Int {
    if let left = unsafe start, let right = unsafe other.start {
      var offset = 0
      while offset < min(count, other.count) {
        let (first, second) = unsafe (left[offset], right[offset])
        if first != second { return first < second ? -1 : 1 }
        offset += 1
      }
    }
    return count < other.count ? -1 : count > other.count ? 1 : 0
  }

  /// The first eight bytes and the count.
  @inline(__always)
  var word: TextWord {
    guard let start = unsafe start else { return TextWord(bytes: 0, count: max(0, count)) }
    guard count < 8 else {
      let bytes = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
      return TextWord(bytes: UInt64(littleEndian: bytes), count: count)
    }
    var bytes: UInt64 = 0
    var index = count
    while index > 0 {
      index &-= 1
      bytes = unsafe bytes &<< 8 | UInt64(start[index])
    }
    return TextWord(bytes: bytes, count: count)
  }

  /// Decodes one character of valid UTF-8.
  static func scalar(
    _ bytes: UnsafePointer<UInt8>, at index: Int, _ end: Int
  ) -> (value: UInt32, length: Int) {
    let first = unsafe bytes[index]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= end else { return (0xFFFD, end - index) }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = unsafe value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }
}

extension Screen.Answer {
  fileprivate init(_ truth: Bool) { self = truth ? .yes : .no }
}
