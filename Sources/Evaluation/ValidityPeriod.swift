internal import CEL
public import Diagnostics
public import RulePacks
public import Submissions

/// How long something that a submission names is valid: a certificate, a registration, a licence.
public struct ValidityPeriod: Sendable, Hashable {
  /// What it is, by its own number or name; nil if it has none.
  public let name: String?
  /// The record that says so, as a JSON Pointer.
  public let pointer: String
  /// From when on, nil if the submission does not say.
  public let from: Day?
  /// The last day.
  public let until: Day
  /// Where the last day is written.
  public let place: Place
}

extension Submission {
  /// The fields that hold the last day on which a record is valid.
  private static let lastDays = ["valid_until", "expiry", "until"]
  /// The fields that hold the first one.
  private static let firstDays = ["issued", "valid_from", "date", "manufactured"]
  /// The fields that say what a record is, the clearest first.
  private static let names = ["number", "certificate", "ref", "title", "kind", "name"]

  /// How long the things that the submission names are valid, those that end first before others.
  public var validityPeriods: [ValidityPeriod] {
    periods(in: root).enumerated()
      .sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }
      .map(\.element)
  }

  private func periods(in record: Record) -> [ValidityPeriod] {
    let fields = schema.records.first { $0.name == typeName(of: record.index) }?.fields ?? []
    let values = fields.indices.map { value(of: record.index, slot: $0) }
    let inner = values.flatMap { $0?.heldRecords ?? [] }.flatMap(periods)
    return period(of: record, fields.map(\.name), values).map { [$0] + inner } ?? inner
  }

  private func period(
    of record: Record, _ fields: [String], _ values: [Value?]
  ) -> ValidityPeriod? {
    func first(of names: [String]) -> (slot: Int, value: Value)? {
      for name in names {
        if let slot = fields.firstIndex(of: name), let value = values[slot] {
          return (slot, value)
        }
      }
      return nil
    }
    guard let last = first(of: Self.lastDays), case .timestamp(let end) = last.value else {
      return nil
    }
    var start: Day?
    if case .timestamp(let time)? = first(of: Self.firstDays)?.value { start = Day(time) }
    var name: String?
    if case .string(let text)? = first(of: Self.names)?.value { name = text }
    let read = FieldRead(record: record, slot: last.slot, isPresent: true)
    return ValidityPeriod(
      name: name, pointer: pointer(of: record.index), from: start, until: Day(end),
      place: place(of: read))
  }
}

extension Value {
  /// The record, or the records of the list.
  fileprivate var heldRecords: [Record] {
    switch self {
    case .record(let record): [record]
    case .list(let elements): elements.flatMap(\.heldRecords)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .map, .timestamp, .duration, .type,
      .optional, .address, .block:
      []
    }
  }
}
