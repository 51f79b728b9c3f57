internal import Diagnostics
internal import Documents

/// The days on which something is in force, both ends included.
public struct EffectivePeriod: Sendable, Hashable {
  /// The first day, or nil if it always was.
  public var from: Day?
  /// The last day, or nil if no end is known.
  public var until: Day?

  /// Creates a period; without ends it is always.
  public init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether the day is in the period.
  public func contains(_ day: Day) -> Bool {
    day >= from ?? day && day <= until ?? day
  }

  /// The day of the period that is nearest to a day: the day itself if it is in the period.
  public func nearest(to day: Day) -> Day {
    min(max(day, from ?? day), until ?? Swift.max(day, from ?? day))
  }

  /// The days on which something changes: the first of the period, and the first after it.
  public var changeDays: [Day] {
    [from, until?.adding(days: 1)].compactMap(\.self)
  }

  /// Whether the whole of another period is in this one.
  public func contains(_ other: EffectivePeriod) -> Bool {
    let startsInTime = from.map { start in other.from.map { $0 >= start } ?? false } ?? true
    let endsInTime = until.map { end in other.until.map { $0 <= end } ?? false } ?? true
    return startsInTime && endsInTime
  }
}

extension EffectivePeriod: CustomStringConvertible {
  /// The period in words: `from 2025-03-01`, `until 2025-02-28`, both, or `always`.
  public var description: String {
    switch (from, until) {
    case (nil, nil): "always"
    case (let from?, nil): "from \(from)"
    case (nil, let until?): "until \(until)"
    case (let from?, let until?): "from \(from) until \(until)"
    }
  }
}

extension EffectivePeriod {
  /// Reads `{ from: …, until: … }`, both of them optional.
  init(_ node: Node?, _ diagnostics: inout [Diagnostic]) {
    guard let node else {
      self.init()
      return
    }
    let reader = FieldReader(node, "period", known: FileDeclaration.period.names, &diagnostics)
    self.init(reader, &diagnostics)
  }

  /// Reads the keys `from` and `until` of a mapping that has others besides.
  init(_ reader: FieldReader, _ diagnostics: inout [Diagnostic]) {
    self.init(from: reader.day("from", &diagnostics), until: reader.day("until", &diagnostics))
    if let from, let until, from > until {
      diagnostics.append(
        Diagnostic(
          "The period ends on \(until), before it starts on \(from)",
          at: reader.node.headPlace))
    }
  }
}

extension FieldReader {
  /// Returns a day that may be left out; a text that is no day is told.
  func day(_ name: String, _ diagnostics: inout [Diagnostic]) -> Day? {
    guard let field = optional(name), let text = field.scalarText(&diagnostics) else { return nil }
    let day = Day(text)
    if day == nil { diagnostics.append(.wanted("a day as YYYY-MM-DD", field)) }
    return day
  }
}
