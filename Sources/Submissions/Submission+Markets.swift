public import CEL
public import Diagnostics

extension Schema {
  /// The type of the entries of `markets`, nil for a schema whose submissions name no market.
  public var marketType: CEL.`Type`? {
    guard let slot = root.slot(of: Submission.markets),
      let index = root.fields[slot].type.recordIndex
    else { return nil }
    return .record(records[index].name)
  }
}

extension Submission {
  /// The field that names the markets.
  static let markets = "markets"

  /// The codes of the markets that the submission names, in its order.
  public var marketCodes: [String] {
    marketEntries.compactMap(code)
  }

  /// Returns the entry of `markets` for a market, or nil if the submission does not name it.
  public func marketEntry(_ market: String) -> Record? {
    marketEntries.first { code(of: $0) == market }
  }

  /// Where the markets are named, or the submission itself.
  public var placeOfMarkets: Place {
    read(at: Self.markets).map(place) ?? place(of: 0)
  }

  /// The submission's own date, at midnight UTC.
  public var date: Timestamp? {
    guard case .timestamp(let date)? = value(at: "submission.date") else { return nil }
    return date
  }

  /// Returns the value of a field that was read, or nil if it is absent.
  public func value(of read: FieldRead) -> Value? {
    value(of: read.record.index, slot: read.slot)
  }

  private var marketEntries: [Record] {
    guard case .list(let entries)? = value(at: Self.markets) else { return [] }
    return entries.compactMap { entry in
      if case .record(let record) = entry { record } else { nil }
    }
  }

  private func code(of entry: Record) -> String? {
    guard let slot = type(of: entry.index).slot(of: "code"),
      case .string(let code)? = value(of: entry.index, slot: slot)
    else { return nil }
    return code
  }
}
