/// What a field that is absent means.
struct Absence: Sendable {
  private let empty: Value?
  private let range: SourceRange

  /// A list or a map that is absent is empty; any other field is missing.
  init(_ type: Type, _ range: SourceRange) {
    self.range = range
    switch type {
    case .list: self.empty = .list([])
    case .map: self.empty = .map(MapValue())
    default: self.empty = nil
    }
  }

  var noRecord: EvaluationError {
    EvaluationError(.failed, "The value is no record", at: range)
  }

  /// The value of a field; notes the read.
  func value(of record: Record, slot: Int, _ frame: inout Frame) throws(EvaluationError) -> Value {
    let value = record.store.value(of: record.index, slot: slot)
    let read = FieldRead(record: record, slot: slot, isPresent: value != nil)
    if frame.isNoting { frame.reads.append(read) }
    if let value = value ?? empty { return value }
    throw EvaluationError(.absent(read), "The field is absent", at: range)
  }
}

/// A field that is selected from a record, a map or an optional of them.
struct Selection: Sendable {
  let field: String
  /// The slot, if the type of the record is known.
  let slot: Int?
  let absence: Absence
  let records: [String: RecordType]

  /// Returns the value of `e.f`.
  func value(of operand: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
    switch operand {
    case .record(let record):
      guard let slot = slot(in: record) else { throw unknownField }
      return try absence.value(of: record, slot: slot, &frame)
    case .map(let map):
      guard let value = map[.string(field)] else { throw .failed("No such key: \(field)") }
      return value
    case .optional: return .optional(try optional(operand, &frame))
    default: throw .failed("\(operand.typeName.withCapitalArticle) has no fields")
    }
  }

  /// Returns the value of `has(e.f)`.
  func test(_ base: Step, _ frame: inout Frame) throws(EvaluationError) -> Value {
    do throws(EvaluationError) {
      return .bool(try optional(try base(&frame), &frame) != nil)
    } catch {
      // A record that is absent has no field.
      guard case .absent = error.kind else { throw error }
      return .bool(false)
    }
  }

  /// Returns what `e.?f` wraps.
  func optional(_ operand: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
    switch operand {
    case .record(let record):
      guard let slot = slot(in: record) else { throw unknownField }
      let value = record.store.value(of: record.index, slot: slot)
      if frame.isNoting {
        frame.reads.append(FieldRead(record: record, slot: slot, isPresent: value != nil))
      }
      return value
    case .map(let map): return map[.string(field)]
    case .optional(let wrapped):
      guard let wrapped else { return nil }
      return try optional(wrapped, &frame)
    default: throw .failed("\(operand.typeName.withCapitalArticle) has no fields")
    }
  }

  private func slot(in record: Record) -> Int? {
    slot ?? records[record.store.typeName(of: record.index)]?.slot(of: field)
  }

  private var unknownField: EvaluationError { .failed("No such field: \(field)") }
}

/// Elements of lists and entries of maps.
enum Indexing {
  /// Returns the value of `e[i]`.
  static func value(
    _ container: Value, _ index: Value, _ range: SourceRange
  ) throws(EvaluationError) -> Value {
    if let value = try optional(container, index, range) { return value }
    let isMap = if case .map = container { true } else { false }
    throw EvaluationError(
      .failed, isMap ? "No such key: \(index.shown)" : "Index out of bounds: \(index.shown)",
      at: range)
  }

  /// Returns what `e[?i]` wraps.
  static func optional(
    _ container: Value, _ index: Value, _ range: SourceRange
  ) throws(EvaluationError) -> Value? {
    switch container {
    case .list(let elements):
      guard let position = index.position else {
        throw EvaluationError(
          .failed, "\(index.typeName.withCapitalArticle) is no index of a list", at: range)
      }
      return elements.indices.contains(position) ? elements[position] : nil
    case .map(let map): return map[index]
    default: throw .noOverload("_[_]", [container, index], range)
    }
  }
}

extension Value {
  /// The value as an index of a list: a whole number of any type.
  fileprivate var position: Int? {
    switch self {
    case .int(let number): Int(number)
    case .uint(let number): Int(exactly: number)
    case .double(let number): Int(exactly: number)
    default: nil
    }
  }

  /// The value as an error message shows it.
  fileprivate var shown: String {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .double(let number): String(number)
    case .bool(let truth): String(truth)
    default: typeName
    }
  }
}
