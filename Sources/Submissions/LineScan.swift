internal import CEL

/// A line while it is read: its bytes, what its schema asks, and the table that it is read into.
///
/// Everything that reads returns the offset behind what it has read, or -1 for what is to be read
/// the long way.
struct LineScan {
  let bytes: LineBytes
  let plan: PlanMemory
  var table: LineTable
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
    guard bytes.behind(UInt8(ascii: "{"), opening) >= 0 else { return -1 }
    add(RecordEntry(type: 0))
    let end = readFields(of: 0, from: opening + 1)
    guard end >= 0 else { return -1 }
    let lineEnd = bytes.skipBlanks(end)
    guard bytes.byte(lineEnd) == UInt8(ascii: "\n") else { return -1 }
    table.setPlace(ofRecord: 0, opening, end)
    addMissingRecords()
    return min(lineEnd + 1, bytes.end)
  }

  private mutating func add(_ entry: RecordEntry) {
    table.add(entry, cells: plan.type(Int(entry.type)).fields.count)
  }

  /// Records that are top-level fields are there even if nobody wrote them.
  private mutating func addMissingRecords() {
    for slot in plan.type(0).fields {
      let field = plan.field(slot)
      guard field.content == .record, !field.isList, table[slot].kind == .absent else { continue }
      let number = Int64(table.counts.records)
      add(RecordEntry(type: Int32(field.recordType), parent: 0, parentSlot: Int32(slot)))
      table[slot] = RecordTable.Cell(.record, number)
    }
  }

  // MARK: Fields

  /// Reads the fields of a record behind its opening brace.
  private mutating func readFields(of record: Int, from start: Int) -> Int {
    let fields = plan.type(table.type(ofRecord: record)).fields
    let firstCell = table.firstCell(ofRecord: record)
    var key = bytes.skipBlanks(start)
    if bytes.byte(key) == UInt8(ascii: "}") { return key + 1 }
    // Fields mostly come in the order of the schema.
    var slot = 0
    while true {
      var offset = slot < fields.count ? behindKey(slot + fields.lowerBound, at: key) : -1
      if offset < 0 {
        (slot, offset) = findKey(of: fields, at: key)
        guard offset >= 0 else { return -1 }
      }
      let cell = firstCell + slot
      // A key that stands twice is told the long way.
      guard table[cell].kind == .absent, table[cell].count == 0 else { return -1 }
      let field = plan.field(fields.lowerBound + slot)
      let start = bytes.skipBlanks(offset)
      if field.isNested || bytes.byte(start) == UInt8(ascii: "n") {
        let owner = Owner(record: record, slot: slot, key: key)
        offset = readNested(field, owner, cell, from: start)
        guard offset >= 0 else { return -1 }
      } else {
        var value = RecordTable.Cell()
        offset = readScalar(field, from: start, into: &value)
        guard offset >= 0 else { return -1 }
        table.set(cell, value, at: start, offset)
      }
      offset = bytes.skipBlanks(offset)
      guard bytes.byte(offset) == UInt8(ascii: ",") else {
        return bytes.byte(offset) == UInt8(ascii: "}") ? offset + 1 : -1
      }
      key = bytes.skipBlanks(offset + 1)
      slot += 1
    }
  }

  /// The offset behind the key of a field and its colon, if it stands at an offset without blanks.
  @inline(__always)
  private func behindKey(_ index: Int, at offset: Int) -> Int {
    let field = plan.field(index)
    guard bytes.word(offset) & field.head.mask == field.head.bytes else { return -1 }
    let count = field.keyCount
    if count > 8 {
      guard bytes.word(offset &+ 8) & field.tail.mask == field.tail.bytes else { return -1 }
      if count > 16 {
        let rest = field.keyStart + 16..<field.keyStart + count
        guard bytes.has(rest, of: plan, at: offset + 16) else { return -1 }
      }
    }
    return offset &+ count
  }

  /// The field whose key stands at an offset, and the offset behind its colon.
  @inline(never)
  private func findKey(of fields: Range<Int>, at offset: Int) -> (slot: Int, behind: Int) {
    for index in fields {
      let behind = behindKey(index, at: offset)
      if behind >= 0 { return (index - fields.lowerBound, behind) }
    }
    // Blanks may stand before the colon.
    for index in fields {
      let start = plan.field(index).keyStart
      let key = start..<start + plan.field(index).keyCount - 1
      guard bytes.has(key, of: plan, at: offset) else { continue }
      return (index - fields.lowerBound, bytes.behind(UInt8(ascii: ":"), offset + key.count))
    }
    return (-1, -1)
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
  @inline(never)
  private mutating func readNested(
    _ field: PlannedField, _ owner: Owner, _ cell: Int, from start: Int
  ) -> Int {
    let first = bytes.byte(start)
    if first == UInt8(ascii: "n") {
      table[cell].count = -1
      return bytes.behind("null", start)
    }
    let keyEnd = owner.key + field.keyCount - 1
    guard field.isList else {
      guard first == UInt8(ascii: "{") else { return -1 }
      let number = table.counts.records
      table.set(cell, RecordTable.Cell(.record, Int64(number)), at: owner.key, keyEnd)
      var entry = entry(field, owner)
      entry.place = SourceSpan(owner.key..<keyEnd)
      add(entry)
      return readFields(of: number, from: start + 1)
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
    let first = table.counts.records
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
        add(entry)
      }
      guard first + position < table.counts.records else { return -1 }
      let end = readFields(of: first + position, from: offset + 1)
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
      add(entry)
    }
    return true
  }

  /// Reads a list of scalars behind its opening bracket.
  private mutating func readScalars(_ field: PlannedField, _ cell: Int, from start: Int) -> Int {
    let first = table.counts.elements
    var offset = bytes.skipBlanks(start)
    if bytes.byte(offset) == UInt8(ascii: "]") {
      table[cell] = RecordTable.Cell(.list, Int64(first))
      return offset + 1
    }
    while true {
      var value = RecordTable.Cell()
      let end = readScalar(field, from: offset, into: &value)
      guard end >= 0 else { return -1 }
      table.add(element: value)
      offset = bytes.skipBlanks(end)
      switch bytes.byte(offset) {
      case UInt8(ascii: ","): offset = bytes.skipBlanks(offset + 1)
      case UInt8(ascii: "]"):
        let count = Int32(truncatingIfNeeded: table.counts.elements - first)
        table[cell] = RecordTable.Cell(.list, Int64(first), count: count)
        return offset + 1
      default: return -1
      }
    }
  }
}
