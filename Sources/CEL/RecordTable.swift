/// Records in a flat form: one array of cells, a record's fields side by side in the order of their
/// slots, texts as ranges of bytes.
///
/// Programs that are screened read it as it is; nothing is allocated for a value.
public struct RecordTable: Sendable {
  /// What a field holds.
  public struct Cell: Sendable {
    /// The sorts of values that a cell can hold.
    public enum Kind: UInt8, Sendable {
      /// The field is absent.
      case absent
      /// A text whose bytes are a range of `text`.
      case text
      /// A text whose bytes are a range of `decoded`.
      case decodedText
      /// A double, by its bits.
      case double
      /// A whole number.
      case int
      /// A truth value, 0 or 1.
      case bool
      /// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
      case timestamp
      /// A record, by its number.
      case record
      /// Records whose numbers follow one another from the first on.
      case records
      /// A list of scalars: the cells of `elements` from the first on.
      case list
    }

    /// The sort of the value.
    public var kind: Kind
    /// The number of bytes of a text, or of elements.
    public var count: Int32
    /// The value, or where it begins.
    public var bits: Int64

    /// Where the bytes of a text are; nil for what is none.
    ///
    /// An absent cell may have a count, too: that of a field that is written as null is -1.
    public var textRange: Range<Int>? {
      switch kind {
      case .text, .decodedText: Int(bits)..<Int(bits) + Int(count)
      case .absent, .double, .int, .bool, .timestamp, .record, .records, .list: nil
      }
    }

    /// Creates a cell.
    public init(_ kind: Kind = .absent, _ bits: Int64 = 0, count: Int32 = 0) {
      self.kind = kind
      self.count = count
      self.bits = bits
    }
  }

  /// The bytes that the texts are ranges of: mostly the input.
  public var text: [UInt8]
  /// The bytes of texts that are written in another way than they read.
  public var decoded: [UInt8] = []
  /// The fields of all records.
  public var cells: [Cell] = []
  /// The elements of lists of scalars.
  public var elements: [Cell] = []
  /// Where the fields of each record begin in `cells`; the outermost record is the first.
  public var rows: [Int32] = []

  /// Creates a table without records over a text.
  public init(text: [UInt8] = []) {
    self.text = text
  }

  /// Returns what a field of a record holds.
  public func cell(_ record: Int32, _ slot: Int) -> Cell {
    cells[Int(rows[Int(record)]) + slot]
  }

  /// Returns the value of a cell that is no record.
  public func value(of cell: Cell) -> Value? {
    switch cell.kind {
    case .absent, .record, .records: nil
    case .text: .string(string(text, cell))
    case .decodedText: .string(string(decoded, cell))
    case .double: .double(Double(bitPattern: UInt64(bitPattern: cell.bits)))
    case .int: .int(cell.bits)
    case .bool: .bool(cell.bits != 0)
    case .timestamp: .timestamp(Timestamp(seconds: cell.bits))
    case .list:
      .list(
        elements[Int(cell.bits)..<Int(cell.bits) + Int(cell.count)].compactMap(value))
    }
  }

  private func string(_ bytes: [UInt8], _ cell: Cell) -> String {
    String(decoding: bytes[cell.textRange ?? 0..<0], as: UTF8.self)
  }

  /// Takes a value in and returns its cell; a value that no cell can hold is absent.
  public mutating func cell(of value: Value) -> Cell {
    switch value {
    case .string(let text):
      let start = decoded.count
      decoded += text.utf8
      return Cell(.decodedText, Int64(start), count: Int32(decoded.count - start))
    case .double(let number): return Cell(.double, Int64(bitPattern: number.bitPattern))
    case .int(let number): return Cell(.int, number)
    case .bool(let truth): return Cell(.bool, truth ? 1 : 0)
    case .timestamp(let timestamp):
      return timestamp.nanoseconds == 0 ? Cell(.timestamp, timestamp.seconds) : Cell()
    case .list(let values):
      let cells = values.map { cell(of: $0) }
      elements += cells
      return Cell(.list, Int64(elements.count - cells.count), count: Int32(cells.count))
    case .null, .uint, .bytes, .map, .duration, .type, .optional, .record, .address, .block:
      return Cell()
    }
  }
}
