extension ComponentCheck {
  /// A part of the time of day.
  enum ClockPart {
    case hour
    case minute
    case second

    var end: Int { self == .hour ? 24 : 60 }

    var kind: CodeFault.Kind {
      switch self {
      case .hour: .hour
      case .minute: .minute
      case .second: .second
      }
    }
  }

  static func clock(_ value: Scalars, _ parts: [ClockPart]) -> ValueFault? {
    if let fault = digits(value, parts.count * 2) { return fault }
    for (index, part) in parts.enumerated() {
      let piece = value.dropFirst(index * 2).prefix(2)
      if piece.number >= part.end { return ValueFault(part.kind, at: piece.indices) }
    }
    return nil
  }

  static func date(_ value: Scalars, yearDigits: Int, allowsDayZero: Bool) -> ValueFault? {
    if let fault = digits(value, yearDigits + 4) { return fault }
    // Of the years 1951 to 2050, those divisible by four are leap years, 2000 included.
    let year = value.prefix(yearDigits).number + (yearDigits == 2 ? 2000 : 0)
    let monthDigits = value.dropFirst(yearDigits).prefix(2)
    let dayDigits = value.suffix(2)
    let (month, day) = (monthDigits.number, dayDigits.number)
    guard (1...12).contains(month) else {
      return ValueFault(.month(month), at: monthDigits.indices)
    }
    if day == 0, !allowsDayZero { return ValueFault(.zeroDay, at: dayDigits.indices) }
    let length = GS1Day.length(ofMonth: month, year: year)
    return day <= length
      ? nil : ValueFault(.day(day, month: month, length: length), at: dayDigits.indices)
  }
}
