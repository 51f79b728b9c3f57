extension Value {
  /// The value as an expression would write it, such as `"a"`, `[1, 2u]` or `timestamp("…")`.
  ///
  /// A record has no such form; it is shown by the name of its type.
  public var literal: String {
    switch self {
    case .null: "null"
    case .bool(let truth): truth ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): Self.literal(number)
    case .string(let text): Self.literal(text)
    case .bytes(let bytes): Self.literal(bytes)
    case .list(let elements): "[\(elements.map(\.literal).joined(separator: ", "))]"
    case .map(let map):
      "{\(map.entries.map { "\($0.key.literal): \($0.value.literal)" }.joined(separator: ", "))}"
    case .timestamp(let timestamp): "timestamp(\"\(timestamp)\")"
    case .duration(let span): "duration(\"\(span)\")"
    case .type(let name): name
    case .optional(nil): "optional.none()"
    case .optional(let wrapped?): "optional.of(\(wrapped.literal))"
    case .record: typeName
    case .address(let address): "ip(\"\(address)\")"
    case .block(let block): "cidr(\"\(block)\")"
    }
  }

  private static func literal(_ number: Double) -> String {
    guard number.isFinite else {
      return "double(\"\(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")\")"
    }
    return "\(number)"
  }

  /// Control characters are escaped, all others stand as they are.
  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case "\0"..."\u{1F}", "\u{7F}": literal += "\\x" + hexadecimal(UInt8(scalar.value))
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  private static func literal(_ bytes: [UInt8]) -> String {
    let parts = bytes.map { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
      case 0x20..<0x7F: String(UnicodeScalar(byte))
      default: "\\x" + hexadecimal(byte)
      }
    }
    return "b\"\(parts.joined())\""
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
