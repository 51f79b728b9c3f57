internal import CEL

/// The bytes of a line as they lie in memory while it is read; an offset behind its end is a line
/// feed.
///
/// This file is the only one of the target that reads memory by pointers.
@safe
struct LineBytes {
  private let base: UnsafePointer<UInt8>
  /// The offset behind the last byte.
  let end: Int

  fileprivate init(base: UnsafePointer<UInt8>, end: Int) {
    unsafe self.base = unsafe base
    self.end = end
  }

  /// Calls a function with the bytes of a text.
  static func with(_ text: [UInt8], _ body: (LineBytes) -> Int) -> Int {
    unsafe text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return -1 }
      return unsafe body(LineBytes(base: base, end: buffer.count))
    }
  }

  /// The byte at an offset that is not negative.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    unsafe offset < end ? base[offset] : UInt8(ascii: "\n")
  }

  /// Eight bytes from an offset on, the first one lowest; those behind the end are zero.
  @inline(__always)
  func word(_ offset: Int) -> UInt64 {
    if offset &+ 8 <= end {
      return unsafe UInt64(
        littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
    }
    return lastWord(offset)
  }

  @inline(never)
  private func lastWord(_ offset: Int) -> UInt64 {
    (0..<max(0, min(8, end - offset))).reduce(0) { word, index in
      word | UInt64(byte(offset + index)) << UInt64(index * 8)
    }
  }
}

/// The plan of a schema as it lies in memory while a line is read.
@safe
struct PlanMemory {
  private let fields: UnsafePointer<RecordPlan.Field>
  private let types: UnsafePointer<RecordPlan.RecordType>
  private let codes: UnsafePointer<Range<Int>>?
  private let bytes: UnsafePointer<UInt8>

  fileprivate init?(
    _ fields: UnsafeBufferPointer<RecordPlan.Field>,
    _ types: UnsafeBufferPointer<RecordPlan.RecordType>,
    _ codes: UnsafeBufferPointer<Range<Int>>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard let firstField = fields.baseAddress, let firstType = types.baseAddress,
      let firstByte = bytes.baseAddress
    else { return nil }
    unsafe self.fields = unsafe firstField
    unsafe self.types = unsafe firstType
    unsafe self.codes = codes.baseAddress
    unsafe self.bytes = unsafe firstByte
  }

  /// A record type, by its number in the plan.
  @inline(__always)
  func type(_ index: Int) -> RecordPlan.RecordType { unsafe types[index] }

  /// A field, by its number in the plan.
  @inline(__always)
  func field(_ index: Int) -> PlannedField { unsafe PlannedField(fields + index) }

  /// A byte of a key or a code.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { unsafe bytes[offset] }

  /// A code, by its number in the plan, as a range of bytes.
  @inline(__always)
  func code(_ index: Int) -> Range<Int> { unsafe codes?[index] ?? 0..<0 }
}

/// A field of a plan: what is asked of it is read from where it lies.
@safe
struct PlannedField {
  private let field: UnsafePointer<RecordPlan.Field>

  fileprivate init(_ field: UnsafePointer<RecordPlan.Field>) { unsafe self.field = unsafe field }

  @inline(__always) var head: RecordPlan.KeyWord { unsafe field.pointee.head }
  @inline(__always) var tail: RecordPlan.KeyWord { unsafe field.pointee.tail }
  @inline(__always) var keyStart: Int { unsafe Int(field.pointee.keyStart) }
  @inline(__always) var keyCount: Int { unsafe Int(field.pointee.keyCount) }
  @inline(__always) var codes: Range<Int32> { unsafe field.pointee.codes }
  @inline(__always) var recordType: Int { unsafe Int(field.pointee.recordType) }
  @inline(__always) var content: RecordPlan.Content { unsafe field.pointee.content }
  @inline(__always) var isList: Bool { unsafe field.pointee.isList }
  /// Whether it is a list or a record.
  @inline(__always) var isNested: Bool { isList || content == .record }
}

/// What a line is read into, as it lies in memory.
///
/// What is beyond the room is counted and not written, so that the line can be read again with more.
@safe
struct LineTable {
  typealias Cell = RecordTable.Cell

  private let cells: UnsafeMutablePointer<Cell>
  private let places: UnsafeMutablePointer<SourceSpan>
  private let rows: UnsafeMutablePointer<Int32>
  private let records: UnsafeMutablePointer<RecordEntry>
  private let elements: UnsafeMutablePointer<Cell>
  private let room: Int
  private(set) var counts = LineCounts()

  fileprivate init?(
    _ cells: UnsafeMutableBufferPointer<Cell>, _ places: UnsafeMutableBufferPointer<SourceSpan>,
    _ rows: UnsafeMutableBufferPointer<Int32>,
    _ records: UnsafeMutableBufferPointer<RecordEntry>,
    _ elements: UnsafeMutableBufferPointer<Cell>
  ) {
    guard let firstCell = cells.baseAddress, let firstPlace = places.baseAddress,
      let firstRow = rows.baseAddress, let firstRecord = records.baseAddress,
      let firstElement = elements.baseAddress
    else { return nil }
    unsafe self.cells = unsafe firstCell
    unsafe self.places = unsafe firstPlace
    unsafe self.rows = unsafe firstRow
    unsafe self.records = unsafe firstRecord
    unsafe self.elements = unsafe firstElement
    self.room = min(cells.count, places.count, rows.count, records.count, elements.count)
  }

  /// A cell in use; beyond the room, an absent one.
  @inline(__always)
  subscript(index: Int) -> Cell {
    get { unsafe index < room ? cells[index] : Cell() }
    nonmutating set { if index < room { unsafe cells[index] = newValue } }
  }

  /// Says what a cell holds and where that is written.
  @inline(__always)
  func set(_ index: Int, _ cell: Cell, at start: Int, _ end: Int) {
    guard index < room else { return }
    unsafe cells[index] = cell
    unsafe places[index] = SourceSpan(
      lower: Int32(truncatingIfNeeded: start), upper: Int32(truncatingIfNeeded: end))
  }

  /// Adds a record with a number of absent cells.
  @inline(__always)
  mutating func add(_ record: RecordEntry, cells number: Int) {
    let (first, end) = (counts.cells, counts.cells + number)
    if counts.records < room {
      unsafe rows[counts.records] = Int32(truncatingIfNeeded: first)
      unsafe records[counts.records] = record
    }
    var index = first
    while index < min(end, room) {
      unsafe cells[index] = Cell()
      unsafe places[index] = .none
      index += 1
    }
    counts.cells = end
    counts.records += 1
  }

  /// Says where a record is written.
  @inline(__always)
  func setPlace(ofRecord record: Int, _ start: Int, _ end: Int) {
    guard record < room else { return }
    unsafe records[record].place = SourceSpan(
      lower: Int32(truncatingIfNeeded: start), upper: Int32(truncatingIfNeeded: end))
  }

  /// The type of a record.
  @inline(__always)
  func type(ofRecord record: Int) -> Int { unsafe record < room ? Int(records[record].type) : 0 }

  /// The first cell of a record; beyond the room, a cell beyond it.
  @inline(__always)
  func firstCell(ofRecord record: Int) -> Int { unsafe record < room ? Int(rows[record]) : room }

  /// Adds an element of a list.
  mutating func add(element: Cell) {
    if counts.elements < room { unsafe elements[counts.elements] = element }
    counts.elements += 1
  }
}

extension LineScan {
  /// Reads the line that begins at an offset of a text; returns the offset behind it, or -1, and how
  /// much it holds.
  static func read(
    _ plan: RecordPlan, _ text: [UInt8], from start: Int, _ room: inout LineRoom,
    _ cells: inout [RecordTable.Cell], _ decoded: inout [UInt8]
  ) -> (end: Int, counts: LineCounts) {
    withMemory(of: plan, text) { bytes, plan in
      withMemory(of: &room, &cells) { table in
        var scan = LineScan(bytes: bytes, plan: plan, table: table)
        swap(&scan.decoded, &decoded)
        let end = scan.readLine(from: start)
        swap(&scan.decoded, &decoded)
        return (end, scan.table.counts)
      }
    } ?? (-1, LineCounts())
  }

  private static func withMemory<Result>(
    of plan: RecordPlan, _ text: [UInt8], _ body: (LineBytes, PlanMemory) -> Result?
  ) -> Result? {
    unsafe text.withUnsafeBufferPointer { text in
      unsafe plan.fields.withUnsafeBufferPointer { fields in
        unsafe plan.types.withUnsafeBufferPointer { types in
          unsafe plan.codes.withUnsafeBufferPointer { codes in
            unsafe plan.bytes.withUnsafeBufferPointer { bytes in
              guard let base = text.baseAddress,
                let memory = unsafe PlanMemory(fields, types, codes, bytes)
              else { return nil }
              return unsafe body(LineBytes(base: base, end: text.count), memory)
            }
          }
        }
      }
    }
  }

  private static func withMemory<Result>(
    of room: inout LineRoom, _ cells: inout [RecordTable.Cell], _ body: (LineTable) -> Result?
  ) -> Result? {
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      unsafe room.places.withUnsafeMutableBufferPointer { places in
        unsafe room.rows.withUnsafeMutableBufferPointer { rows in
          unsafe room.records.withUnsafeMutableBufferPointer { records in
            unsafe room.elements.withUnsafeMutableBufferPointer { elements in
              guard let table = unsafe LineTable(cells, places, rows, records, elements) else {
                return nil
              }
              return body(table)
            }
          }
        }
      }
    }
  }
}
