extension Value {
  /// The value as an expression would write it, such as `"a"`, `[1, 2u]` or `timestamp("…")`.
  ///
  /// A record has no such form; it is shown by the name of its type.
  public var literal: String { LiteralText(records: [:]).text(of: self) }
}

extension Environment {
  /// Returns a value as an expression would write it; records as if they were messages, with the
  /// fields that are there.
  public func literal(of value: Value) -> String { LiteralText(records: records).text(of: value) }
}

/// Writes values as expressions.
private struct LiteralText {
  let records: [String: RecordType]

  func text(of value: Value) -> String {
    switch value {
    case .null: "null"
    case .bool(let truth): truth ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): Self.literal(number)
    case .string(let text): Self.literal(text)
    case .bytes(let bytes): Self.literal(bytes)
    case .list(let elements): "[\(elements.map(text).joined(separator: ", "))]"
    case .map(let map): "{\(map.entries.map(entry).joined(separator: ", "))}"
    case .timestamp(let timestamp): "timestamp(\"\(timestamp)\")"
    case .duration(let span): "duration(\"\(span)\")"
    case .type(let name): name
    case .optional(nil): "optional.none()"
    case .optional(let wrapped?): "optional.of(\(text(of: wrapped)))"
    case .record(let record): text(of: record)
    case .address(let address): "ip(\"\(address)\")"
    case .block(let block): "cidr(\"\(block)\")"
    }
  }

  private func entry(_ entry: (key: Value, value: Value)) -> String {
    "\(text(of: entry.key)): \(text(of: entry.value))"
  }

  private func text(of record: Record) -> String {
    let name = record.store.typeName(of: record.index)
    guard let type = records[name] else { return name }
    let fields = type.fields.enumerated().compactMap { slot, field in
      record.store.value(of: record.index, slot: slot).map { "\(field.name): \(text(of: $0))" }
    }
    return "\(name){\(fields.joined(separator: ", "))}"
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
