extension StandardLibrary {
  /// The parts of timestamps and durations.
  static let times: [Function] = timestampParts + spanParts

  private static let timestampParts: [Function] =
    plainParts + zonedParts { _, _ in nil }

  private static let parts: [(name: String, read: @Sendable (CalendarParts) -> Int)] = [
    ("getFullYear", { $0.year }), ("getMonth", { $0.month - 1 }), ("getDate", { $0.day }),
    ("getDayOfMonth", { $0.day - 1 }), ("getDayOfWeek", { $0.weekday }),
    ("getDayOfYear", { $0.dayOfYear }), ("getHours", { $0.hour }), ("getMinutes", { $0.minute }),
    ("getSeconds", { $0.second }),
  ]

  private static let plainParts: [Function] =
    parts.map { name, read in
      Function(name, method: [.timestamp], .int) { arguments throws(EvaluationError) in
        .int(Int64(read(CalendarParts(try arguments[0].timestamp, offset: 0))))
      }
    } + [milliseconds(zoned: false), milliseconds(zoned: true)]

  /// The parts of a timestamp in a time zone.
  static func zonedParts(_ resolve: @escaping Environment.TimeZoneResolver) -> [Function] {
    parts.map { name, read in
      Function(name, method: [.timestamp, .string], .int) { arguments throws(EvaluationError) in
        let timestamp = try arguments[0].timestamp
        let offset = try zoneOffset(try arguments[1].text, at: timestamp, resolve)
        return .int(Int64(read(CalendarParts(timestamp, offset: offset))))
      }
    }
  }

  private static func milliseconds(zoned: Bool) -> Function {
    Function("getMilliseconds", method: zoned ? [.timestamp, .string] : [.timestamp], .int) {
      arguments throws(EvaluationError) in
      .int(Int64(try arguments[0].timestamp.nanoseconds / 1_000_000))
    }
  }

  /// The seconds that a zone such as `+03:30`, `-08:00`, `UTC` or `Asia/Tehran` is ahead.
  private static func zoneOffset(
    _ zone: String, at timestamp: Timestamp, _ resolve: Environment.TimeZoneResolver
  ) throws(EvaluationError) -> Int64 {
    if zone == "UTC" || zone == "Z" || zone.isEmpty { return 0 }
    let hasSign = zone.hasPrefix("+") || zone.hasPrefix("-")
    var scanner = DigitScanner(hasSign ? zone : "+" + zone)
    if let offset = scanner.zone(), scanner.isAtEnd { return Int64(offset) }
    guard let offset = resolve(zone, timestamp), offset.magnitude < 86400 * 2 else {
      throw .failed("Unknown time zone \"\(zone)\", wanted one such as +03:30 or Asia/Tehran")
    }
    return Int64(offset)
  }

  private static let spanParts: [Function] = [
    spanPart("getHours") { $0.seconds / 3600 }, spanPart("getMinutes") { $0.seconds / 60 },
    spanPart("getSeconds") { $0.seconds },
    spanPart("getMilliseconds") { Int64($0.nanoseconds) / 1_000_000 },
  ]

  private static func spanPart(
    _ name: String, _ read: @escaping @Sendable (Span) -> Int64
  ) -> Function {
    Function(name, method: [.duration], .int) { arguments throws(EvaluationError) in
      .int(read(try arguments[0].span))
    }
  }
}
