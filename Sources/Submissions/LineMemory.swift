internal import CEL

/// The bytes of lines as they lie in memory while they are read; behind their end are line feeds, as
/// many as `RecordLines` has: nothing reads behind a line feed.
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

  /// Calls a function with the bytes of lines.
  static func with(_ lines: RecordLines, _ body: (LineBytes) -> Int) -> Int {
    unsafe lines.padded.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return -1 }
      return unsafe body(LineBytes(base: base, end: lines.count))
    }
  }

  /// The byte at an offset.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { unsafe base[offset] }

  /// Eight bytes from an offset on, the first one lowest.
  @inline(__always)
  func word(_ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
  }

  /// Sixteen bytes from an offset on, the first one lowest.
  @inline(__always)
  func words(_ offset: Int) -> SIMD2<UInt64> {
    let words = unsafe UnsafeRawPointer(base + offset).loadUnaligned(as: SIMD2<UInt64>.self)
    return SIMD2(UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
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
  /// Whether it is a text and no list.
  @inline(__always) var isPlainText: Bool { unsafe field.pointee.isPlainText }
  /// Whether it is a list or a record.
  @inline(__always) var isNested: Bool { isList || content == .record }
}

/// What a line is read into, as it lies in memory.
///
/// Whoever writes cells has made room for their record before.
@safe
struct LineTable {
  typealias Cell = RecordTable.Cell

  private let cells: UnsafeMutablePointer<Cell>
  private let places: UnsafeMutablePointer<SourceSpan>
  private let rows: UnsafeMutablePointer<Int32>
  private let records: UnsafeMutablePointer<RecordEntry>
  private let elements: UnsafeMutablePointer<Cell>
  /// The number of cells, of records and of elements that there is room for.
  private let room: Int

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

  /// A cell of a record that was added.
  @inline(__always)
  subscript(index: Int) -> Cell {
    get { unsafe cells[index] }
    nonmutating set { unsafe cells[index] = newValue }
  }

  /// Says what a cell holds and where that is written.
  @inline(__always)
  func set(_ index: Int, _ cell: Cell, at start: Int, _ end: Int) {
    unsafe cells[index] = cell
    unsafe places[index] = SourceSpan(
      lower: Int32(truncatingIfNeeded: start), upper: Int32(truncatingIfNeeded: end))
  }

  /// Says that cells are absent.
  @inline(__always)
  func clear(_ range: Range<Int>) {
    for index in range {
      unsafe cells[index] = Cell()
      unsafe places[index] = .none
    }
  }

  /// Puts a record behind those that are there, whose cells are still to be set; returns whether
  /// there was room.
  @inline(__always)
  func put(_ record: RecordEntry, cells number: Int, behind counts: LineCounts) -> Bool {
    guard counts.records < room, counts.cells &+ number <= room else { return false }
    unsafe rows[counts.records] = Int32(truncatingIfNeeded: counts.cells)
    unsafe records[counts.records] = record
    return true
  }

  /// Says where a record that was added is written.
  @inline(__always)
  func setPlace(ofRecord record: Int, _ start: Int, _ end: Int) {
    unsafe records[record].place = SourceSpan(
      lower: Int32(truncatingIfNeeded: start), upper: Int32(truncatingIfNeeded: end))
  }

  /// The first cell of a record that was added.
  @inline(__always)
  func firstCell(ofRecord record: Int) -> Int { unsafe Int(rows[record]) }

  /// Puts an element of a list behind those that are there; returns whether there was room.
  @inline(__always)
  func put(element: Cell, behind counts: LineCounts) -> Bool {
    guard counts.elements < room else { return false }
    unsafe elements[counts.elements] = element
    return true
  }
}

extension LineScan {
  /// Reads the line that begins at an offset of a text; returns the offset behind it, or -1, and how
  /// much it holds.
  static func read(
    _ plan: RecordPlan, _ lines: RecordLines, from start: Int, _ room: inout LineRoom,
    _ cells: inout [RecordTable.Cell], _ decoded: inout [UInt8]
  ) -> (end: Int, counts: LineCounts) {
    withMemory(of: plan, lines) { bytes, plan in
      withMemory(of: &room, &cells) { table in
        var scan = LineScan(bytes: bytes, plan: plan, table: table)
        swap(&scan.decoded, &decoded)
        let end = scan.readLine(from: start)
        swap(&scan.decoded, &decoded)
        return (end, scan.counts)
      }
    } ?? (-1, LineCounts())
  }

  private static func withMemory<Result>(
    of plan: RecordPlan, _ lines: RecordLines, _ body: (LineBytes, PlanMemory) -> Result?
  ) -> Result? {
    unsafe lines.padded.withUnsafeBufferPointer { text in
      unsafe plan.fields.withUnsafeBufferPointer { fields in
        unsafe plan.types.withUnsafeBufferPointer { types in
          unsafe plan.codes.withUnsafeBufferPointer { codes in
            unsafe plan.bytes.withUnsafeBufferPointer { bytes in
              guard let base = text.baseAddress,
                let memory = unsafe PlanMemory(fields, types, codes, bytes)
              else { return nil }
              return unsafe body(LineBytes(base: base, end: lines.count), memory)
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
              let table = unsafe LineTable(cells, places, rows, records, elements)
              return table.flatMap(body)
            }
          }
        }
      }
    }
  }
}
