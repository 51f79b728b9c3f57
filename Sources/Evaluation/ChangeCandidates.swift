internal import CEL
internal import Diagnostics
internal import RulePacks
internal import Submissions

/// The values that are tried for a field, the nearest to what it holds first.
struct ChangeCandidates {
  let field: Schema.Field
  let current: Value?
  /// What the rule and the other fields that decided compare with.
  let compared: [Value]

  /// A value with what it would be told as.
  typealias Candidate = (kind: SmallestChange.Kind, value: Value)

  var all: [Candidate] {
    switch field.type {
    case .boolean: truths
    case .integer, .number: numbers
    case .date: days
    case .code: codes
    case .text: identifiers + texts
    case .record: []
    }
  }

  private var truths: [Candidate] {
    [true, false].map(Value.bool).filter { $0 != current }.map { (.truth, $0) }
  }

  // MARK: Numbers and days

  /// The numbers compared with, and those beside them: a threshold may leave itself out.
  private var numbers: [Candidate] {
    let known = compared.compactMap(\.number)
    let values = known.flatMap { [$0, $0 - 1, $0 + 1] }
    return Self.nearest(values, to: current?.number).compactMap { number in
      value(of: number).map { Candidate(kind: .number, value: $0) }
    }
  }

  private func value(of number: Double) -> Value? {
    field.type == .integer ? Int64(exactly: number).map(Value.int) : .double(number)
  }

  /// The days compared with, and those beside them, then days ever further from what is given: the
  /// rule may shift what it compares with.
  private var days: [Candidate] {
    let known = compared.compactMap(\.days)
    let values = known.flatMap { [$0, $0 - 1, $0 + 1] }
    return Self.nearest(values, to: current?.days)
      .map { (.day, .timestamp(Day(daysSinceEpoch: Int($0)).timestamp)) }
  }

  private static func nearest(_ values: [Double], to current: Double?) -> [Double] {
    let others = Set(values).subtracting(current.map { [$0] } ?? [])
    guard let current else { return others.sorted() }
    return others.sorted { left, right in
      let (near, far) = (abs(left - current), abs(right - current))
      return near != far ? near < far : left < right
    }
  }

  // MARK: Texts

  /// The codes that the field may hold, those that the rule names before the others.
  private var codes: [Candidate] {
    let named = compared.compactMap(\.string)
    let others = field.codes.filter { !named.contains($0) }
    return (bySpelling(named) + bySpelling(others)).map { (.code, .string($0)) }
  }

  private var texts: [Candidate] {
    bySpelling(compared.compactMap(\.string)).map { (.text, .string($0)) }
  }

  /// The nearest spelling first, the others as they come.
  private func bySpelling(_ known: [String]) -> [String] {
    let others = known.filter { .string($0) != current }
    guard let text = current?.string, let nearest = Spelling.nearest(to: text, in: others) else {
      return others
    }
    return [nearest] + others.filter { $0 != nearest }
  }

  /// The identifier as it should be written, and with every other digit at its end.
  private var identifiers: [Candidate] {
    guard case .identifier(let name)? = field.format, let format = IdentifierFormat.named(name),
      let text = current?.string
    else { return [] }
    let spelt = format.normalised(text)
    let digits = (0...9).map { String(spelt.dropLast()) + String($0) }
      .filter { spelt.last?.isWholeNumber == true && format.verdict(on: $0).isValid }
    return (spelt == text ? [] : [(.spelling, .string(spelt))])
      + digits.filter { $0 != text }.map { (.checkDigit, .string($0)) }
  }
}

extension Value {
  fileprivate var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number): number
    case .null, .bool, .uint, .string, .bytes, .list, .map, .timestamp, .duration, .type,
      .optional, .record, .address, .block:
      nil
    }
  }

  fileprivate var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The day, as a number of days; of a text that is a day, too.
  fileprivate var days: Double? {
    switch self {
    case .timestamp(let time): Double(Day(time).daysSinceEpoch)
    case .string(let text): Day(text).map { Double($0.daysSinceEpoch) }
    case .null, .bool, .int, .uint, .double, .bytes, .list, .map, .duration, .type, .optional,
      .record, .address, .block:
      nil
    }
  }
}
