/// A number as its decimal digits, all of them: every double has an end.
struct DecimalDigits {
  private(set) var isNegative: Bool
  /// The digits from 0 to 9, the highest first.
  private var digits: [UInt8]
  /// How many of the digits are behind the point; digits that are not there are zeros.
  private var fraction: Int

  /// The exact digits of a number, nil for what is no number or infinite.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number.sign == .minus
    // The number is `significand * 2^exponent`, and a half is five tenths.
    let exponent = number.isNormal ? Int(number.exponent) - 52 : -1074
    let significand =
      number.isNormal ? number.significandBitPattern | 1 << 52 : number.significandBitPattern
    var whole = Self.digits(of: significand)
    for _ in 0..<abs(exponent) { whole.multiply(by: exponent < 0 ? 5 : 2) }
    digits = whole.reversed()
    fraction = max(0, -exponent)
  }

  /// The digits of a whole number.
  init(isNegative: Bool, _ magnitude: UInt64) {
    self.isNegative = isNegative
    self.digits = Self.digits(of: magnitude).reversed()
    self.fraction = 0
  }

  /// The shortest digits that lead back to a number, nil for what is no number or infinite.
  init?(shortest number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number.sign == .minus
    let text = number.magnitude.description
    let parts = text.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    digits = mantissa.joined().utf8.map { $0 - 0x30 }
    fraction = mantissa.count > 1 ? mantissa[1].utf8.count : 0
    fraction -= parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  }

  /// The digits of a whole number, the lowest first.
  private static func digits(of number: UInt64) -> [UInt8] {
    String(number).utf8.reversed().map { $0 - 0x30 }
  }

  /// The digit at a power of ten, zero where none is written.
  private func digit(at power: Int) -> UInt8 {
    let index = digits.count - 1 - fraction - power
    return digits.indices.contains(index) ? digits[index] : 0
  }

  /// The power of ten of the highest digit that is not zero, nil for zero.
  private var highestPower: Int? {
    digits.firstIndex { $0 != 0 }.map { digits.count - 1 - fraction - $0 }
  }

  /// Rounds to a power of ten, halves to the even digit.
  private func rounded(toPower power: Int) -> DecimalDigits {
    // The digit at `power` becomes the last one.
    let top = max(highestPower ?? power, power) + 1
    var kept = (power...top).map { digit(at: $0) }
    let cut = digits.suffix(max(0, min(digits.count, power + fraction)))
    let next = digit(at: power - 1)
    let isExactHalf = next == 5 && cut.dropFirst().allSatisfy { $0 == 0 }
    let goesUp = isExactHalf ? kept[0] % 2 == 1 : next >= 5
    if goesUp { kept.increment() }
    var result = self
    result.digits = kept.reversed()
    result.fraction = -power
    return result
  }

  /// The digits from a power of ten down to another.
  private func text(_ powers: ClosedRange<Int>) -> String {
    String(decoding: powers.reversed().map { digit(at: $0) + 0x30 }, as: UTF8.self)
  }

  private var sign: String { isNegative ? "-" : "" }

  /// The number with so many digits behind the point.
  func fixed(_ places: Int) -> String {
    let rounded = rounded(toPower: -places)
    let whole = rounded.text(0...max(0, rounded.highestPower ?? 0))
    return sign + whole + (places > 0 ? "." + rounded.text(-places...(-1)) : "")
  }

  /// The number with one digit before the point, so many behind it, and a power of ten.
  func scientific(_ places: Int) -> String {
    let first = highestPower ?? 0
    let rounded = rounded(toPower: first - places)
    let power = rounded.highestPower ?? 0
    let mantissa = rounded.text(power...power)
    let rest = places > 0 ? "." + rounded.text(power - places...power - 1) : ""
    let exponent = (power < 0 ? "-" : "+") + padded(Int(power.magnitude), 2)
    return sign + mantissa + rest + "e" + exponent
  }

  /// The number with the digits it has, without zeros at its end.
  var plain: String {
    let whole = text(0...max(0, highestPower ?? 0))
    guard let last = digits.lastIndex(where: { $0 != 0 }) else { return sign + whole }
    let lowest = digits.count - 1 - fraction - last
    return sign + whole + (lowest < 0 ? "." + text(lowest...(-1)) : "")
  }
}

extension [UInt8] {
  /// Multiplies digits, the lowest first, by a small number.
  fileprivate mutating func multiply(by factor: UInt8) {
    var carry: UInt8 = 0
    for index in indices {
      let product = self[index] * factor + carry
      self[index] = product % 10
      carry = product / 10
    }
    if carry > 0 { append(carry) }
  }

  /// Adds one to digits, the lowest first; the highest is not nine.
  fileprivate mutating func increment() {
    var index = 0
    while index < count, self[index] == 9 {
      self[index] = 0
      index += 1
    }
    if index < count { self[index] += 1 } else { append(1) }
  }
}
