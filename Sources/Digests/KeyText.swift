#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// How RFC 8410 writes a key of Ed25519: the bytes of an algorithm's name, then those of the key,
/// in Base64 between two lines.
struct KeyText {
  /// A private key.
  static let privateKey = KeyText(
    label: "PRIVATE KEY",
    head: [
      0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
      0x20,
    ])
  /// A public key.
  static let publicKey = KeyText(
    label: "PUBLIC KEY",
    head: [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00])

  private static let keyLength = 32

  private let label: String
  private let head: [UInt8]

  /// Returns a key's bytes as text.
  func pem(of key: [UInt8]) -> String {
    "-----BEGIN \(label)-----\n\(Base64.text(of: head + key))\n-----END \(label)-----\n"
  }

  /// Returns the bytes of the key in a text, nil if there is none.
  func key(in text: String) -> [UInt8]? {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count >= 3, lines.first == "-----BEGIN \(label)-----",
      lines.last == "-----END \(label)-----",
      let bytes = Base64.bytes(of: lines.dropFirst().dropLast().joined()),
      bytes.starts(with: head), bytes.count == head.count + Self.keyLength
    else { return nil }
    return Array(bytes.dropFirst(head.count))
  }
}

/// Bytes as letters, digits and two signs (RFC 4648).
enum Base64 {
  /// Returns bytes as text.
  static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// Returns the bytes that a text stands for, spaces and line ends around it left out; nil for
  /// another text.
  static func bytes(of text: String) -> [UInt8]? {
    let line = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return Data(base64Encoded: String(line)).map(Array.init)
  }
}
