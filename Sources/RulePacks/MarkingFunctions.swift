internal import CEL
internal import MarkingCodes
internal import Submissions

/// The functions that read marking codes, and the types that they give.
enum MarkingFunctions {
  /// The types of a code and of its elements, as expressions see them.
  static let records: [RecordType] = [code, element]

  /// All of them, as they are declared to CEL.
  static let all: [Function] = [
    Function("gs1", [.string], .record(code.name)) { arguments throws(EvaluationError) in
      .record(CodeRecords(MarkingCode(try arguments[0].text)).root)
    },
    Function("valueOf", method: [.record(code.name), .string], .optional(.string)) {
      arguments throws(EvaluationError) in
      let code = try arguments[0].markingCode
      return .optional(code[try arguments[1].text].map(Value.string))
    },
    Function("dayOf", method: [.record(code.name), .string, .timestamp], .optional(.timestamp)) {
      arguments throws(EvaluationError) in
      let year = Day(try arguments[2].timestamp).parts.year
      let value = try arguments[0].markingCode[try arguments[1].text]
      return .optional(value.flatMap { GS1Day($0.prefix(6), near: year)?.value })
    },
  ]

  fileprivate static let code = RecordType(
    name: "gs1.Code",
    fields: [
      RecordType.Field(name: "system", type: .string),
      RecordType.Field(name: "valid", type: .bool),
      RecordType.Field(name: "elements", type: .list(.record("gs1.Element"))),
      RecordType.Field(name: "faults", type: .list(.string)),
    ])

  fileprivate static let element = RecordType(
    name: "gs1.Element",
    fields: [
      RecordType.Field(name: "ai", type: .string), RecordType.Field(name: "value", type: .string),
    ])
}

/// The records of one code: itself is the first, its elements follow.
private final class CodeRecords: RecordStore {
  let code: MarkingCode

  init(_ code: MarkingCode) {
    self.code = code
  }

  var root: Record { Record(store: self, index: 0) }

  func typeName(of record: Int32) -> String {
    record == 0 ? MarkingFunctions.code.name : MarkingFunctions.element.name
  }

  func value(of record: Int32, slot: Int) -> Value? {
    record == 0 ? value(slot) : value(slot, of: code.elements[Int(record) - 1])
  }

  private func value(_ slot: Int) -> Value? {
    switch slot {
    case 0: .string(code.system.rawValue)
    case 1: .bool(code.isValid)
    case 2:
      .list(
        code.elements.indices.map { .record(Record(store: self, index: Int32($0) + 1)) })
    case 3: .list(code.faults.map { .string($0.name) })
    default: nil
    }
  }

  private func value(_ slot: Int, of element: MarkingCode.Element) -> Value? {
    switch slot {
    case 0: .string(element.identifier)
    case 1: .string(element.value)
    default: nil
    }
  }
}

extension Value {
  fileprivate var markingCode: MarkingCode {
    get throws(EvaluationError) {
      guard case .record(let record) = self, let records = record.store as? CodeRecords else {
        throw .failed("Wanted a marking code")
      }
      return records.code
    }
  }

  fileprivate var timestamp: Timestamp {
    get throws(EvaluationError) {
      guard case .timestamp(let timestamp) = self else { throw .failed("Wanted a timestamp") }
      return timestamp
    }
  }
}

extension GS1Day {
  fileprivate var value: Value? {
    Day(year: year, month: month, day: day).map { .timestamp($0.timestamp) }
  }
}
