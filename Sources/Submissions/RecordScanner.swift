public import CEL
internal import Diagnostics

/// Reads submissions that are written as JSON, one a line, straight into a flat table.
///
/// It reads what is as the schema wants it and gives up on everything else: an unknown field, a
/// wrong type, a repeated key, malformed JSON. Such a line is then read the long way, by
/// `DocumentReader` and `SubmissionReader`, which tell what is wrong; both give the same submission
/// for what this one accepts. The table is filled anew for each line, so that nothing is allocated.
public struct RecordScanner: Sendable {
  /// The schema that the lines follow.
  public let schema: Schema
  /// What was read from the last line.
  public private(set) var table = RecordTable()
  private let plan: RecordPlan
  private var records: [RecordEntry] = []
  private var places: [SourceSpan] = []
  /// The number of cells of the last line; the arrays are longer.
  private var cellCount = 0

  /// Creates a scanner for lines that follow a schema.
  public init(_ schema: Schema) {
    self.schema = schema
    self.plan = RecordPlan(schema)
    let room = 4 * plan.fields.count + 16
    table.cells = Array(repeating: RecordTable.Cell(), count: room)
    places = Array(repeating: .none, count: room)
  }

  /// Takes the bytes that the following lines are ranges of.
  public mutating func begin(_ bytes: [UInt8]) {
    table.text = bytes
  }

  /// Reads the line that begins at an offset; returns the offset at which the next one begins, or
  /// nil if the line could not be read.
  public mutating func read(from start: Int) -> Int? {
    while true {
      table.rows.removeAll(keepingCapacity: true)
      table.elements.removeAll(keepingCapacity: true)
      table.decoded.removeAll(keepingCapacity: true)
      records.removeAll(keepingCapacity: true)
      let end = readIntoMemory(from: start)
      if cellCount <= table.cells.count { return end >= 0 && isIdentified ? end : nil }
      // There was too little room for the cells of the line.
      table.cells = Array(repeating: RecordTable.Cell(), count: cellCount * 2)
      places = Array(repeating: .none, count: cellCount * 2)
    }
  }

  /// Reads a line into the memory of the cells, which are not counted one by one.
  private mutating func readIntoMemory(from start: Int) -> Int {
    var (cells, places) = (table.cells, self.places)
    table.cells = []
    self.places = []
    let text = table.text
    let end = LineCells.with(&cells, &places) { cells in
      let end = LineBytes.with(text) { bytes in readLine(bytes, &cells, from: start) }
      cellCount = cells.count
      return end
    }
    table.cells = cells
    self.places = places
    return end
  }

  /// Returns the offset behind the line that begins at an offset, its end included.
  public func lineEnd(from start: Int) -> Int {
    LineBytes.with(table.text) { $0.lineEnd(from: start) }
  }

  /// Returns the submission of the last line, which stands in a file as the line with a number.
  public func submission(
    line: Range<Int>, number: Int, of file: String
  ) -> Submission {
    let source = SourceText(name: file, bytes: table.text, line: line, number: number)
    var table = table
    table.cells = Array(table.cells.prefix(cellCount))
    return Submission(
      schema: schema, source: source, table: table, records: records,
      places: Array(places.prefix(cellCount)))
  }

  /// Whether the fields that identify the schema say so.
  private var isIdentified: Bool {
    schema.identification.allSatisfy { identification in
      guard let slot = schema.root.slot(of: identification.field),
        case .string(let text)? = table.value(of: table.cell(0, slot))
      else { return false }
      return text == identification.value
    }
  }
}

// MARK: Objects

extension RecordScanner {
  /// Reads a line and returns the offset behind it, or -1.
  private mutating func readLine(_ bytes: LineBytes, _ cells: inout LineCells, from start: Int)
    -> Int
  {
    let opening = bytes.skipBlanks(start)
    guard bytes.behind(UInt8(ascii: "{"), opening) >= 0 else { return -1 }
    addRecord(RecordEntry(type: 0), &cells)
    let end = readFields(of: 0, bytes, &cells, from: opening + 1)
    guard end >= 0 else { return -1 }
    let lineEnd = bytes.skipBlanks(end)
    guard bytes.byte(lineEnd) == UInt8(ascii: "\n") else { return -1 }
    records[0].place = SourceSpan(opening..<end)
    addMissingRecords(&cells)
    return min(lineEnd + 1, bytes.end)
  }

  private mutating func addRecord(_ entry: RecordEntry, _ cells: inout LineCells) {
    let count = plan.types[Int(entry.type)].fields.count
    table.rows.append(Int32(truncatingIfNeeded: cells.count))
    cells.add(count)
    records.append(entry)
  }

  /// Records that are top-level fields are there even if nobody wrote them.
  private mutating func addMissingRecords(_ cells: inout LineCells) {
    for slot in plan.types[0].fields {
      let field = plan.fields[slot]
      guard field.content == .record, !field.isList, cells[slot].kind == .absent else {
        continue
      }
      let number = Int64(records.count)
      addRecord(
        RecordEntry(type: Int32(field.recordType), parent: 0, parentSlot: Int32(slot)), &cells)
      cells[slot] = RecordTable.Cell(.record, number)
    }
  }

  /// Reads the fields of a record behind its opening brace; returns the offset behind the closing
  /// one, or -1.
  private mutating func readFields(
    of record: Int, _ bytes: LineBytes, _ cells: inout LineCells, from start: Int
  ) -> Int {
    let type = plan.types[Int(records[record].type)]
    let firstCell = Int(table.rows[record])
    var offset = bytes.skipBlanks(start)
    if bytes.byte(offset) == UInt8(ascii: "}") { return offset + 1 }
    var likely = 0
    while true {
      let key = offset
      guard bytes.byte(key) == UInt8(ascii: "\"") else { return -1 }
      let slot = self.slot(at: key + 1, type, likely, bytes)
      guard slot >= 0 else { return -1 }
      likely = slot + 1
      let field = plan.fields[type.fields.lowerBound + slot]
      let keyEnd = key + field.name.count + 2
      let cell = firstCell + slot
      // A key that stands twice is told the long way.
      guard cells[cell].kind == .absent, cells[cell].count == 0 else { return -1 }
      offset = bytes.behind(UInt8(ascii: ":"), keyEnd)
      guard offset >= 0 else { return -1 }
      offset = readValue(
        field, record, slot, cell, key: key..<keyEnd, bytes, &cells, from: bytes.skipBlanks(offset))
      guard offset >= 0 else { return -1 }
      offset = bytes.skipBlanks(offset)
      switch bytes.byte(offset) {
      case UInt8(ascii: ","): offset = bytes.skipBlanks(offset + 1)
      case UInt8(ascii: "}"): return offset + 1
      default: return -1
      }
    }
  }

  /// The slot of the field whose name stands at an offset, tried from the likeliest one on; -1 for
  /// an unknown field.
  @inline(__always)
  private func slot(
    at offset: Int, _ type: RecordPlan.RecordType, _ likely: Int, _ bytes: LineBytes
  ) -> Int {
    let count = type.fields.count
    let word = bytes.word(offset)
    for step in 0..<count {
      let slot = likely + step < count ? likely + step : likely + step - count
      let field = type.fields.lowerBound + slot
      guard word & plan.fields[field].keyMask == plan.fields[field].key else { continue }
      let name = plan.fields[field].name
      if name.count < 8
        || bytes.byte(offset + name.count) == UInt8(ascii: "\"")
          && bytes.has(plan.bytes, name, at: offset)
      {
        return slot
      }
    }
    return -1
  }
}

// MARK: Values

extension RecordScanner {
  /// Reads the value of a field, and returns the offset behind it, or -1.
  private mutating func readValue(
    _ field: RecordPlan.Field, _ record: Int, _ slot: Int, _ cell: Int, key: Range<Int>,
    _ bytes: LineBytes, _ cells: inout LineCells, from start: Int
  ) -> Int {
    let first = bytes.byte(start)
    if first == UInt8(ascii: "n") {
      cells[cell].count = -1
      return bytes.behind("null", start)
    }
    if field.isList {
      guard first == UInt8(ascii: "[") else { return -1 }
      cells.setPlace(cell, SourceSpan(key))
      return field.content == .record
        ? readRecords(field, record, slot, cell, bytes, &cells, from: start + 1)
        : readScalars(field, cell, bytes, &cells, from: start + 1)
    }
    if field.content == .record {
      guard first == UInt8(ascii: "{") else { return -1 }
      let number = records.count
      cells[cell] = RecordTable.Cell(.record, Int64(number))
      cells.setPlace(cell, SourceSpan(key))
      addRecord(
        RecordEntry(
          type: Int32(field.recordType), place: SourceSpan(key), parent: Int32(record),
          parentSlot: Int32(slot)), &cells)
      return readFields(of: number, bytes, &cells, from: start + 1)
    }
    var value = RecordTable.Cell()
    let end = readScalar(field, bytes, from: start, into: &value)
    guard end >= 0 else { return -1 }
    cells[cell] = value
    cells.setPlace(cell, SourceSpan(start..<end))
    return end
  }

  /// Reads a list of records behind its opening bracket.
  private mutating func readRecords(
    _ field: RecordPlan.Field, _ record: Int, _ slot: Int, _ cell: Int, _ bytes: LineBytes,
    _ cells: inout LineCells,
    from start: Int
  ) -> Int {
    let first = records.count
    var entry = RecordEntry(
      type: Int32(field.recordType), parent: Int32(record), parentSlot: Int32(slot))
    let isFlat = plan.types[field.recordType].isFlat
    // Records that hold others are numbered before they are read, so that theirs follow.
    if !isFlat {
      let count = bytes.elementCount(from: start)
      guard count >= 0 else { return -1 }
      for position in 0..<count {
        entry.position = Int32(position)
        addRecord(entry, &cells)
      }
    }
    var position = 0
    var offset = bytes.skipBlanks(start)
    if bytes.byte(offset) == UInt8(ascii: "]") {
      cells[cell] = RecordTable.Cell(.records, Int64(first))
      return offset + 1
    }
    while true {
      guard bytes.byte(offset) == UInt8(ascii: "{") else { return -1 }
      if isFlat {
        entry.position = Int32(position)
        addRecord(entry, &cells)
      }
      guard first + position < records.count else { return -1 }
      let end = readFields(of: first + position, bytes, &cells, from: offset + 1)
      guard end >= 0 else { return -1 }
      records[first + position].place = SourceSpan(offset..<end)
      position += 1
      offset = bytes.skipBlanks(end)
      switch bytes.byte(offset) {
      case UInt8(ascii: ","): offset = bytes.skipBlanks(offset + 1)
      case UInt8(ascii: "]"):
        cells[cell] = RecordTable.Cell(.records, Int64(first), count: Int32(position))
        return offset + 1
      default: return -1
      }
    }
  }

  /// Reads a list of scalars behind its opening bracket.
  private mutating func readScalars(
    _ field: RecordPlan.Field, _ cell: Int, _ bytes: LineBytes, _ cells: inout LineCells,
    from start: Int
  ) -> Int {
    let first = table.elements.count
    var offset = bytes.skipBlanks(start)
    if bytes.byte(offset) == UInt8(ascii: "]") {
      cells[cell] = RecordTable.Cell(.list, Int64(first))
      return offset + 1
    }
    while true {
      var value = RecordTable.Cell()
      let end = readScalar(field, bytes, from: offset, into: &value)
      guard end >= 0 else { return -1 }
      table.elements.append(value)
      offset = bytes.skipBlanks(end)
      switch bytes.byte(offset) {
      case UInt8(ascii: ","): offset = bytes.skipBlanks(offset + 1)
      case UInt8(ascii: "]"):
        let count = Int32(table.elements.count - first)
        cells[cell] = RecordTable.Cell(.list, Int64(first), count: count)
        return offset + 1
      default: return -1
      }
    }
  }
}

// MARK: Scalars

extension RecordScanner {
  @inline(__always)
  private mutating func readScalar(
    _ field: RecordPlan.Field, _ bytes: LineBytes, from start: Int,
    into cell: inout RecordTable.Cell
  ) -> Int {
    switch field.content {
    case .text: return readText(bytes, from: start, into: &cell)
    case .code:
      let end = readText(bytes, from: start, into: &cell)
      return end >= 0 && isCode(cell, field) ? end : -1
    case .date: return readDate(bytes, from: start, into: &cell)
    case .integer, .number: return readNumber(field.content, bytes, from: start, into: &cell)
    case .boolean:
      let isTrue = bytes.byte(start) == UInt8(ascii: "t")
      cell = RecordTable.Cell(.bool, isTrue ? 1 : 0)
      return bytes.behind(isTrue ? "true" : "false", start)
    case .record, .derived: return -1
    }
  }

  @inline(__always)
  private mutating func readText(
    _ bytes: LineBytes, from start: Int, into cell: inout RecordTable.Cell
  ) -> Int {
    guard bytes.byte(start) == UInt8(ascii: "\"") else { return -1 }
    let string = bytes.string(from: start + 1)
    guard string.end >= 0 else { return -1 }
    if string.hasEscapes {
      guard decode(bytes, start + 1..<string.end, into: &cell) else { return -1 }
    } else {
      let count = Int32(truncatingIfNeeded: string.end - start - 1)
      cell = RecordTable.Cell(.text, Int64(start + 1), count: count)
    }
    return string.end + 1
  }

  /// Decodes a string with escapes; a pair of surrogates is left for the long way.
  private mutating func decode(
    _ bytes: LineBytes, _ range: Range<Int>, into cell: inout RecordTable.Cell
  ) -> Bool {
    let start = table.decoded.count
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes.byte(offset)
      guard byte == UInt8(ascii: "\\") else {
        table.decoded.append(byte)
        offset += 1
        continue
      }
      guard offset + 1 < range.upperBound else { return false }
      switch bytes.byte(offset + 1) {
      case UInt8(ascii: "\""): table.decoded.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): table.decoded.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): table.decoded.append(UInt8(ascii: "/"))
      case UInt8(ascii: "n"): table.decoded.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): table.decoded.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "t"): table.decoded.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "b"): table.decoded.append(0x08)
      case UInt8(ascii: "f"): table.decoded.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = bytes.hexScalar(offset + 2, range.upperBound) else {
          return false
        }
        table.decoded += Array(String(Character(scalar)).utf8)
        offset += 4
      default: return false
      }
      offset += 2
    }
    let count = Int32(truncatingIfNeeded: table.decoded.count - start)
    cell = RecordTable.Cell(.decodedText, Int64(start), count: count)
    return true
  }

  private func isCode(_ cell: RecordTable.Cell, _ field: RecordPlan.Field) -> Bool {
    guard cell.kind == .text else { return false }
    for code in field.codes where plan.codes[code].count == Int(cell.count) {
      let range = plan.codes[code]
      var index = 0
      while index < range.count,
        table.text[Int(cell.bits) + index] == plan.bytes[range.lowerBound + index]
      {
        index += 1
      }
      if index == range.count { return true }
    }
    return false
  }

  /// Reads `"YYYY-MM-DD"`.
  private func readDate(
    _ bytes: LineBytes, from start: Int, into cell: inout RecordTable.Cell
  ) -> Int {
    guard start + 12 <= bytes.end, bytes.byte(start) == UInt8(ascii: "\""),
      bytes.byte(start + 5) == UInt8(ascii: "-"),
      bytes.byte(start + 8) == UInt8(ascii: "-"),
      bytes.byte(start + 11) == UInt8(ascii: "\"")
    else { return -1 }
    let year = bytes.digits(start + 1, 4)
    let month = bytes.digits(start + 6, 2)
    let day = bytes.digits(start + 9, 2)
    guard year > 0, (1...12).contains(month), day > 0 else { return -1 }
    // Most days are in every month; the others are looked up.
    if day > 28, Timestamp(year: year, month: month, day: day) == nil { return -1 }
    cell = RecordTable.Cell(.timestamp, Self.days(year, month, day) * 86400)
    return start + 12
  }

  /// The days from 1970-01-01 to a day of the Gregorian calendar, counted by years from March on.
  @inline(__always)
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads a number: short ones right here, since a whole number below 2^53 divided by a power of
  /// ten up to 10^22 is the nearest double; long ones and those with exponents the long way.
  private func readNumber(
    _ content: RecordPlan.Content, _ bytes: LineBytes, from start: Int,
    into cell: inout RecordTable.Cell
  ) -> Int {
    var offset = start
    let isNegative = bytes.byte(offset) == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let firstDigit = offset
    var mantissa: Int64 = 0
    var fraction = 0
    while case let digit = bytes.byte(offset) &- UInt8(ascii: "0"), digit < 10 {
      mantissa = mantissa &* 10 &+ Int64(digit)
      offset += 1
    }
    let wholeDigits = offset - firstDigit
    let hasLeadingZero = wholeDigits > 1 && bytes.byte(firstDigit) == UInt8(ascii: "0")
    guard wholeDigits > 0, !hasLeadingZero else { return -1 }
    if bytes.byte(offset) == UInt8(ascii: ".") {
      offset += 1
      while case let digit = bytes.byte(offset) &- UInt8(ascii: "0"), digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
        fraction += 1
        offset += 1
      }
      guard fraction > 0, content == .number else { return -1 }
    }
    guard wholeDigits + fraction <= 15,
      bytes.byte(offset) | 0x20 != UInt8(ascii: "e")
    else { return -1 }
    let signed = isNegative ? -mantissa : mantissa
    if content == .integer {
      cell = RecordTable.Cell(.int, signed)
    } else {
      var number = Double(mantissa) / Self.powersOfTen[fraction]
      if isNegative { number = -number }
      cell = RecordTable.Cell(.double, Int64(bitPattern: number.bitPattern))
    }
    return offset
  }
}
