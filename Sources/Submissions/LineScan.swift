internal import CEL

/// A line while it is read: its bytes, what its schema asks, and the table that it is read into.
///
/// Everything that reads returns the offset behind what it has read, or -1 for what is to be read
/// the long way; then, too, if there was no room, which `counts` tell.
struct LineScan {
  let bytes: LineBytes
  let plan: PlanMemory
  let table: LineTable
  /// How much was read, and how much room it needs.
  var counts = LineCounts()
  /// The bytes of texts that are written in another way than they read.
  var decoded: [UInt8] = []

  init(bytes: LineBytes, plan: PlanMemory, table: LineTable) {
    self.bytes = bytes
    self.plan = plan
    self.table = table
  }

  /// Reads the line that begins at an offset.
  mutating func readLine(from start: Int) -> Int {
    let opening = bytes.skipBlanks(start)
    guard bytes.behind(UInt8(ascii: "{"), opening) >= 0, add(RecordEntry(type: 0)) else {
      return -1
    }
    let end = readFields(of: 0, type: 0, from: opening + 1)
    guard end >= 0 else { return -1 }
    let lineEnd = bytes.skipBlanks(end)
    guard bytes.byte(lineEnd) == UInt8(ascii: "\n") else { return -1 }
    table.setPlace(ofRecord: 0, opening, end)
    return addMissingRecords() ? min(lineEnd + 1, bytes.end) : -1
  }

  /// Adds a record, whose cells are set when its fields are read; returns whether there is room.
  private mutating func add(_ entry: RecordEntry) -> Bool {
    let cells = plan.type(Int(entry.type)).fields.count
    let hasRoom = table.put(entry, cells: cells, behind: counts)
    counts.cells += cells
    counts.records += 1
    return hasRoom
  }

  /// Records that are top-level fields are there even if nobody wrote them.
  private mutating func addMissingRecords() -> Bool {
    for slot in plan.type(0).fields {
      let field = plan.field(slot)
      guard field.content == .record, !field.isList, table[slot].kind == .absent else { continue }
      let number = Int64(counts.records)
      let entry = RecordEntry(type: Int32(field.recordType), parent: 0, parentSlot: Int32(slot))
      let firstCell = counts.cells
      guard add(entry) else { return false }
      table.clear(firstCell..<counts.cells)
      table[slot] = RecordTable.Cell(.record, number)
    }
    return true
  }

  // MARK: Fields

  /// Reads the fields of a record that was added, behind its opening brace.
  private mutating func readFields(of record: Int, type: Int, from start: Int) -> Int {
    let (bytes, plan, table) = (bytes, plan, table)
    let fields = plan.type(type).fields
    let firstCell = table.firstCell(ofRecord: record)
    var key = bytes.skipBlanks(start)
    if bytes.byte(key) == UInt8(ascii: "}") {
      table.clear(firstCell..<firstCell + fields.count)
      return key + 1
    }
    // Fields mostly come in the order of the schema. Those from `unread` on were not read yet; the
    // cells of those that are passed over are cleared.
    var (expected, unread) = (fields.lowerBound, fields.lowerBound)
    while true {
      var (index, offset) = (expected, -1)
      if expected < fields.upperBound {
        offset = bytes.behindKey(plan.field(expected), of: plan, at: key)
      }
      if offset < 0 {
        (index, offset) = findKey(of: fields, from: expected, at: key)
        guard offset >= 0 else { return -1 }
      }
      let cell = firstCell &+ (index &- fields.lowerBound)
      if index < unread {
        // A key that stands twice is told the long way.
        if table[cell].kind != .absent || table[cell].count != 0 { return -1 }
      } else {
        if unread < index { table.clear(cell &- (index &- unread)..<cell) }
        unread = index &+ 1
      }
      let field = plan.field(index)
      let start = bytes.skipBlanks(offset)
      offset = bytes.plainText(of: field, from: start)
      if offset >= 0 {
        table.set(
          cell,
          RecordTable.Cell(
            .text, Int64(start &+ 1), count: Int32(truncatingIfNeeded: offset &- start &- 2)),
          at: start, offset)
      } else {
        offset = readValue(
          field, Owner(record: record, slot: index &- fields.lowerBound, key: key), cell,
          from: start)
        guard offset >= 0 else { return -1 }
      }
      offset = bytes.skipBlanks(offset)
      guard bytes.byte(offset) == UInt8(ascii: ",") else {
        table.clear(firstCell &+ (unread &- fields.lowerBound)..<firstCell &+ fields.count)
        return bytes.byte(offset) == UInt8(ascii: "}") ? offset + 1 : -1
      }
      key = bytes.skipBlanks(offset + 1)
      expected = index &+ 1
    }
  }

  /// Reads what a field holds unless it is a plain text.
  @inline(never)
  private mutating func readValue(
    _ field: PlannedField, _ owner: Owner, _ cell: Int, from start: Int
  ) -> Int {
    if field.isNested || bytes.byte(start) == UInt8(ascii: "n") {
      return readNested(field, owner, cell, from: start)
    }
    var value = RecordTable.Cell()
    let end = readScalar(field, from: start, into: &value)
    if end >= 0 { table.set(cell, value, at: start, end) }
    return end
  }

  /// The field whose key stands at an offset, and the offset behind its colon; those from an index
  /// on are tried first.
  @inline(never)
  private func findKey(
    of fields: Range<Int>, from expected: Int, at offset: Int
  ) -> (index: Int, behind: Int) {
    for candidates in [expected..<fields.upperBound, fields.lowerBound..<expected] {
      for index in candidates {
        let behind = bytes.behindKey(plan.field(index), of: plan, at: offset)
        if behind >= 0 { return (index, behind) }
      }
    }
    // Blanks may stand before the colon.
    for index in fields {
      let start = plan.field(index).keyStart
      let key = start..<start + plan.field(index).keyCount - 1
      guard bytes.has(key, of: plan, at: offset) else { continue }
      return (index, bytes.behind(UInt8(ascii: ":"), offset + key.count))
    }
    return (-1, -1)
  }
}

extension LineBytes {
  /// The offset behind the key of a field and its colon, if it stands at an offset without blanks.
  @inline(__always)
  fileprivate func behindKey(
    _ field: PlannedField, of plan: PlanMemory, at offset: Int
  ) -> Int {
    let (head, count) = (field.head, field.keyCount)
    guard word(offset) & head.mask == head.bytes else { return -1 }
    if count > 8 {
      let tail = field.tail
      guard word(offset &+ 8) & tail.mask == tail.bytes else { return -1 }
      if count > 16 {
        let rest = field.keyStart + 16..<field.keyStart + count
        guard has(rest, of: plan, at: offset + 16) else { return -1 }
      }
    }
    return offset &+ count
  }

  /// The offset behind the text that begins at an offset if the field is one and the text is plain
  /// ASCII, or -1.
  @inline(__always)
  fileprivate func plainText(of field: PlannedField, from start: Int) -> Int {
    guard field.isPlainText, byte(start) == UInt8(ascii: "\"") else { return -1 }
    return plainStringEnd(from: start &+ 1) &+ 1
  }
}

/// What a value stands in: a field of a record, and the offset of its key.
struct Owner {
  let record: Int
  let slot: Int
  let key: Int
}

// MARK: Records and lists

extension LineScan {
  /// Reads a record, a list, or null.
  private mutating func readNested(
    _ field: PlannedField, _ owner: Owner, _ cell: Int, from start: Int
  ) -> Int {
    let first = bytes.byte(start)
    if first == UInt8(ascii: "n") {
      table.clear(cell..<cell + 1)
      table[cell].count = -1
      return bytes.behindNull(start)
    }
    let keyEnd = owner.key + field.keyCount - 1
    guard field.isList else {
      guard first == UInt8(ascii: "{") else { return -1 }
      let number = counts.records
      table.set(cell, RecordTable.Cell(.record, Int64(number)), at: owner.key, keyEnd)
      var entry = entry(field, owner)
      entry.place = SourceSpan(owner.key..<keyEnd)
      guard add(entry) else { return -1 }
      return readFields(of: number, type: field.recordType, from: start + 1)
    }
    guard first == UInt8(ascii: "[") else { return -1 }
    table.set(cell, RecordTable.Cell(), at: owner.key, keyEnd)
    return field.content == .record
      ? readRecords(field, entry(field, owner), cell, from: start + 1)
      : readScalars(field, cell, from: start + 1)
  }

  private func entry(_ field: PlannedField, _ owner: Owner) -> RecordEntry {
    RecordEntry(
      type: Int32(field.recordType), parent: Int32(owner.record), parentSlot: Int32(owner.slot))
  }

  /// Reads a list of records behind its opening bracket.
  private mutating func readRecords(
    _ field: PlannedField, _ owned: RecordEntry, _ cell: Int, from start: Int
  ) -> Int {
    let first = counts.records
    let isFlat = plan.type(field.recordType).isFlat
    guard isFlat || addRecords(owned, from: start) else { return -1 }
    var offset = bytes.skipBlanks(start)
    if bytes.byte(offset) == UInt8(ascii: "]") {
      table[cell] = RecordTable.Cell(.records, Int64(first))
      return offset + 1
    }
    var position = 0
    while true {
      guard bytes.byte(offset) == UInt8(ascii: "{") else { return -1 }
      if isFlat {
        var entry = owned
        entry.position = Int32(truncatingIfNeeded: position)
        guard add(entry) else { return -1 }
      }
      guard first + position < counts.records else { return -1 }
      let end = readFields(of: first + position, type: field.recordType, from: offset + 1)
      guard end >= 0 else { return -1 }
      table.setPlace(ofRecord: first + position, offset, end)
      position += 1
      offset = bytes.skipBlanks(end)
      switch bytes.byte(offset) {
      case UInt8(ascii: ","): offset = bytes.skipBlanks(offset + 1)
      case UInt8(ascii: "]"):
        table[cell] = RecordTable.Cell(
          .records, Int64(first), count: Int32(truncatingIfNeeded: position))
        return offset + 1
      default: return -1
      }
    }
  }

  /// Records that hold others are numbered before they are read, so that theirs follow.
  private mutating func addRecords(_ owned: RecordEntry, from start: Int) -> Bool {
    let count = bytes.elementCount(from: start)
    guard count >= 0 else { return false }
    for position in 0..<count {
      var entry = owned
      entry.position = Int32(truncatingIfNeeded: position)
      guard add(entry) else { return false }
    }
    return true
  }

  /// Reads a list of scalars behind its opening bracket.
  private mutating func readScalars(_ field: PlannedField, _ cell: Int, from start: Int) -> Int {
    let first = counts.elements
    var offset = bytes.skipBlanks(start)
    if bytes.byte(offset) == UInt8(ascii: "]") {
      table[cell] = RecordTable.Cell(.list, Int64(first))
      return offset + 1
    }
    while true {
      var value = RecordTable.Cell()
      let end = readScalar(field, from: offset, into: &value)
      guard end >= 0, add(element: value) else { return -1 }
      offset = bytes.skipBlanks(end)
      switch bytes.byte(offset) {
      case UInt8(ascii: ","): offset = bytes.skipBlanks(offset + 1)
      case UInt8(ascii: "]"):
        let count = Int32(truncatingIfNeeded: counts.elements - first)
        table[cell] = RecordTable.Cell(.list, Int64(first), count: count)
        return offset + 1
      default: return -1
      }
    }
  }

  /// Adds an element of a list; returns whether there is room.
  private mutating func add(element: RecordTable.Cell) -> Bool {
    let hasRoom = table.put(element: element, behind: counts)
    counts.elements += 1
    return hasRoom
  }
}
