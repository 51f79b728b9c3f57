extension StandardLibrary {
  /// `base64.encode` and `base64.decode`.
  static let encoders: [Function] = [
    Function("base64.encode", [.bytes], .string) { arguments throws(EvaluationError) in
      guard case .bytes(let bytes) = arguments[0] else { throw wrongTypes }
      return .string(Base64.text(of: bytes))
    },
    Function("base64.decode", [.string], .bytes) { arguments throws(EvaluationError) in
      guard let bytes = Base64.bytes(of: try arguments[0].text) else {
        throw .failed("The text is no base64")
      }
      return .bytes(bytes)
    },
  ]
}

/// The encoding of RFC 4648, section 4.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let digits: [UInt8: UInt32] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($0.element, UInt32($0.offset)) })

  /// Returns the text of bytes, padded with `=`.
  package static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for position in 0..<4 {
        let digit = alphabet[Int(bits >> (18 - 6 * UInt32(position)) & 63)]
        text.append(position <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Returns the bytes of a text, nil if it is none; the padding may be left out.
  package static func bytes(of text: String) -> [UInt8]? {
    let all = Array(text.utf8)
    let end = all.lastIndex { $0 != UInt8(ascii: "=") }.map { $0 + 1 } ?? 0
    let (body, padding) = (all[..<end], all.count - end)
    guard body.count % 4 != 1, padding == 0 || (body.count + padding) % 4 == 0, padding < 3 else {
      return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count / 4 * 3 + 2)
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for character in body {
      guard let digit = digits[character] else { return nil }
      (bits, count) = (bits << 6 | digit, count + 6)
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
    }
    return bits & (1 << count - 1) == 0 ? bytes : nil
  }
}
