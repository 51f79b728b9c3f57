/// Writes the text of `string.format(list)`: a template with clauses such as `%s` and `%.3f`.
struct FormatText {
  /// The most digits behind the point that a clause may ask for.
  private static let greatestPrecision = 1_000
  private static let defaultPrecision = 6

  private var rest: Substring.UnicodeScalarView
  private let arguments: [Value]
  private var next = 0
  private var output = ""

  /// Returns the template with its clauses replaced by arguments.
  static func text(_ template: String, _ arguments: [Value]) throws(EvaluationError) -> String {
    var writer = FormatText(template, arguments)
    try writer.write()
    return writer.output
  }

  private init(_ template: String, _ arguments: [Value]) {
    self.rest = template[...].unicodeScalars
    self.arguments = arguments
  }

  private mutating func write() throws(EvaluationError) {
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        output.unicodeScalars.append(scalar)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        output += "%"
      } else {
        output += try clause()
        try Limits.checkText(output.utf8.count)
      }
    }
  }

  /// The percent sign has been taken.
  private mutating func clause() throws(EvaluationError) -> String {
    let precision = try precision()
    guard let letter = rest.popFirst() else { throw .failed("The format ends behind \"%\"") }
    guard let conversion = Conversion(rawValue: letter) else {
      throw .failed("Unrecognized formatting clause \"%\(letter)\"")
    }
    guard precision == nil || conversion.takesPrecision else {
      throw .failed("The formatting clause \"%\(letter)\" takes no precision")
    }
    guard next < arguments.count else {
      throw .failed("The format wants more than the \(arguments.count) values given")
    }
    defer { next += 1 }
    guard let text = try conversion.text(arguments[next], precision ?? Self.defaultPrecision) else {
      throw .failed(
        "The formatting clause \"%\(letter)\" does not take \(arguments[next].typeName.withArticle)"
      )
    }
    return text
  }

  private mutating func precision() throws(EvaluationError) -> Int? {
    guard rest.first == "." else { return nil }
    rest.removeFirst()
    var digits = ""
    while let digit = rest.first, ("0"..."9").contains(digit) {
      digits.unicodeScalars.append(digit)
      rest.removeFirst()
    }
    guard let precision = Int(digits), precision <= Self.greatestPrecision else {
      throw .failed("Wanted a precision of at most \(Self.greatestPrecision) digits after \"%.\"")
    }
    return precision
  }
}

/// The letter of a formatting clause.
private enum Conversion: Unicode.Scalar {
  case text = "s"
  case decimal = "d"
  case fixed = "f"
  case scientific = "e"
  case hexadecimal = "x"
  case upperHexadecimal = "X"
  case octal = "o"
  case binary = "b"

  var takesPrecision: Bool { self == .fixed || self == .scientific }

  /// The text of a value, nil if the clause does not take its type.
  func text(_ value: Value, _ precision: Int) throws(EvaluationError) -> String? {
    switch self {
    case .text: try Self.plain(value)
    case .decimal: Self.decimal(value)
    case .fixed: Self.digits(value) { $0.fixed(precision) }
    case .scientific: Self.digits(value) { $0.scientific(precision) }
    case .hexadecimal: Self.hexadecimal(value)
    case .upperHexadecimal: Self.hexadecimal(value)?.uppercased()
    case .octal: Self.whole(value, radix: 8)
    case .binary: Self.bit(value) ?? Self.whole(value, radix: 2)
    }
  }

  private static func decimal(_ value: Value) -> String? {
    if case .double(let number) = value { return double(number) }
    return whole(value, radix: 10)
  }

  private static func whole(_ value: Value, radix: Int) -> String? {
    switch value {
    case .int(let number): String(number, radix: radix)
    case .uint(let number): String(number, radix: radix)
    default: nil
    }
  }

  private static func bit(_ value: Value) -> String? {
    if case .bool(let truth) = value { truth ? "1" : "0" } else { nil }
  }

  private static func hexadecimal(_ value: Value) -> String? {
    switch value {
    case .string(let text): text.utf8.map(\.hexadecimalText).joined()
    case .bytes(let bytes): bytes.map(\.hexadecimalText).joined()
    default: whole(value, radix: 16)
    }
  }

  private static func digits(_ value: Value, _ write: (DecimalDigits) -> String) -> String? {
    switch value {
    case .int(let number): write(DecimalDigits(isNegative: number < 0, number.magnitude))
    case .uint(let number): write(DecimalDigits(isNegative: false, number))
    case .double(let number): DecimalDigits(number).map(write) ?? number.infiniteText
    default: nil
    }
  }

  private static func double(_ number: Double) -> String {
    DecimalDigits(shortest: number)?.plain ?? number.infiniteText
  }

  /// The text of `%s`, nil for a type that has none.
  private static func plain(_ value: Value) throws(EvaluationError) -> String? {
    switch value {
    case .null: return "null"
    case .bool(let truth): return truth ? "true" : "false"
    case .int, .uint: return whole(value, radix: 10)
    case .double(let number): return double(number)
    case .string(let text): return text
    case .bytes(let bytes): return bytes.lossyText
    case .timestamp(let timestamp): return timestamp.description
    case .duration(let span): return span.description
    case .type(let name): return name
    case .list(let elements): return try list(elements)
    case .map(let map): return try Self.map(map)
    case .address(let address): return address.description
    case .block(let block): return block.description
    case .optional, .record: return nil
    }
  }

  private static func list(_ elements: [Value]) throws(EvaluationError) -> String? {
    var texts: [String] = []
    var size = 0
    for element in elements {
      guard let text = try plain(element) else { return nil }
      size += text.utf8.count + 2
      try Limits.checkText(size)
      texts.append(text)
    }
    return "[" + texts.joined(separator: ", ") + "]"
  }

  private static func map(_ map: MapValue) throws(EvaluationError) -> String? {
    var entries: [(key: String, text: String)] = []
    var size = 0
    for entry in map.entries {
      guard let key = try plain(entry.key), let value = try plain(entry.value) else { return nil }
      size += key.utf8.count + value.utf8.count + 4
      try Limits.checkText(size)
      entries.append((key, key + ": " + value))
    }
    entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return "{" + entries.map(\.text).joined(separator: ", ") + "}"
  }
}

extension Double {
  fileprivate var infiniteText: String { isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity" }
}

extension UInt8 {
  fileprivate var hexadecimalText: String {
    let digits = String(self, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}

extension [UInt8] {
  /// The bytes as text, each run of bytes that are no UTF-8 as one U+FFFD.
  fileprivate var lossyText: String {
    if let text = String(validating: self, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var iterator = makeIterator()
    var wasWrong = false
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        text.append(scalar)
        wasWrong = false
      case .error:
        if !wasWrong { text.append("\u{FFFD}") }
        wasWrong = true
      case .emptyInput: return String(text)
      }
    }
  }
}
