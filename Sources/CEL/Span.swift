/// A span of time: what CEL calls a duration.
public struct Span: Sendable, Hashable, Comparable {
  /// The most seconds that a span may have, either way: ten thousand years.
  static let greatestSeconds: Int64 = 315_576_000_000

  /// Whole seconds, rounded to zero.
  public let seconds: Int64
  /// The rest, with the sign of the seconds.
  public let nanoseconds: Int32

  /// Creates a span; nanoseconds may be of any sign, but less than two seconds.
  init(seconds: Int64, nanoseconds: Int64) {
    var (seconds, nanos) = (seconds + nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000)
    if seconds > 0, nanos < 0 { (seconds, nanos) = (seconds - 1, nanos + 1_000_000_000) }
    if seconds < 0, nanos > 0 { (seconds, nanos) = (seconds + 1, nanos - 1_000_000_000) }
    self.seconds = seconds
    self.nanoseconds = Int32(nanos)
  }

  /// Orders spans by length, negative ones first.
  public static func < (left: Span, right: Span) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  var isInRange: Bool { seconds.magnitude <= UInt64(Self.greatestSeconds) }

  /// Returns the sum, nil if it is out of range.
  func adding(_ other: Span) -> Span? {
    let sum = Span(
      seconds: seconds + other.seconds, nanoseconds: Int64(nanoseconds) + Int64(other.nanoseconds))
    return sum.isInRange ? sum : nil
  }

  /// The span the other way.
  var negated: Span { Span(seconds: -seconds, nanoseconds: -Int64(nanoseconds)) }

  /// Creates a span from text such as `1h30m`, `-1.5s`, `10ms`; nil for another form.
  public init?(parsing text: String) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    guard rest != "0" else {
      self.init(seconds: 0, nanoseconds: 0)
      return
    }
    var total: Double = 0
    var nanos: Int64 = 0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      guard let part = Self.part(&rest) else { return nil }
      total += Double(part) / 1e9
      let (sum, overflows) = nanos.addingReportingOverflow(part)
      guard !overflows else { return nil }
      nanos = sum
    }
    guard total <= Double(Self.greatestSeconds) else { return nil }
    let signed = isNegative ? -nanos : nanos
    self.init(seconds: signed / 1_000_000_000, nanoseconds: signed % 1_000_000_000)
  }

  private static let units: [(String, Double)] = [
    ("ns", 1), ("us", 1e3), ("µs", 1e3), ("μs", 1e3), ("ms", 1e6), ("h", 3600e9), ("m", 60e9),
    ("s", 1e9),
  ]

  /// A number with a unit, in nanoseconds.
  private static func part(_ rest: inout Substring) -> Int64? {
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest = rest.dropFirst(digits.count)
    guard digits.contains(where: \.isNumber), digits.count(where: { $0 == "." }) <= 1,
      let unit = units.first(where: { rest.hasPrefix($0.0) })
    else { return nil }
    rest = rest.dropFirst(unit.0.count)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0].isEmpty ? 0 : Int64(parts[0])
    let fraction = parts.count > 1 && !parts[1].isEmpty ? Double("0." + parts[1]) ?? 0 : 0
    guard let whole, let factor = Int64(exactly: unit.1) else { return nil }
    let (product, overflows) = whole.multipliedReportingOverflow(by: factor)
    guard !overflows, product < Int64.max / 2 else { return nil }
    return product + Int64((fraction * unit.1).rounded())
  }
}

extension Span: CustomStringConvertible {
  /// The span in seconds, as CEL converts it to a string: `-1.5s`.
  public var description: String {
    let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(fractionText(nanoseconds))s"
  }
}
