extension StandardLibrary {
  /// The parts of timestamps and durations.
  static let times: [Function] = timestampParts + spanParts

  private static let timestampParts: [Function] = [
    part("getFullYear") { $0.year }, part("getMonth") { $0.month - 1 },
    part("getDate") { $0.day }, part("getDayOfMonth") { $0.day - 1 },
    part("getDayOfWeek") { $0.weekday }, part("getDayOfYear") { $0.dayOfYear },
    part("getHours") { $0.hour }, part("getMinutes") { $0.minute },
    part("getSeconds") { $0.second },
    milliseconds(zoned: false), milliseconds(zoned: true),
  ].flatMap { $0 }

  private static func part(
    _ name: String, _ read: @escaping @Sendable (CalendarParts) -> Int
  ) -> [Function] {
    [
      Function(name, method: [.timestamp], .int) { arguments throws(EvaluationError) in
        .int(Int64(read(CalendarParts(try arguments[0].timestamp, offset: 0))))
      },
      Function(name, method: [.timestamp, .string], .int) { arguments throws(EvaluationError) in
        let offset = try zoneOffset(try arguments[1].text)
        return .int(Int64(read(CalendarParts(try arguments[0].timestamp, offset: offset))))
      },
    ]
  }

  private static func milliseconds(zoned: Bool) -> [Function] {
    [
      Function("getMilliseconds", method: zoned ? [.timestamp, .string] : [.timestamp], .int) {
        arguments throws(EvaluationError) in
        .int(Int64(try arguments[0].timestamp.nanoseconds / 1_000_000))
      }
    ]
  }

  /// The seconds that a zone such as `+03:30`, `-08:00` or `UTC` is ahead.
  private static func zoneOffset(_ zone: String) throws(EvaluationError) -> Int64 {
    if zone == "UTC" || zone == "Z" || zone.isEmpty { return 0 }
    let hasSign = zone.hasPrefix("+") || zone.hasPrefix("-")
    var scanner = DigitScanner(hasSign ? zone : "+" + zone)
    guard let offset = scanner.zone(), scanner.isAtEnd else {
      throw .failed("Unknown time zone \"\(zone)\", wanted an offset such as +03:30")
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
