internal import Crypto

/// The digest of FIPS 180-4 that names bytes: nobody knows how to find others with the same.
public struct SHA256Sum: Sendable {
  private var sum = SHA256()

  /// Creates the digest of no bytes.
  public init() {}

  /// Takes further bytes in.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe sum.update(bufferPointer: $0) }
  }

  /// The digest of all bytes taken in, as 64 small hexadecimal digits.
  public var hexadecimal: String { String(hexadecimal: sum.finalize()) }

  /// Returns the digest of bytes as 64 small hexadecimal digits.
  public static func hexadecimal(of bytes: ArraySlice<UInt8>) -> String {
    var sum = SHA256Sum()
    sum.update(bytes)
    return sum.hexadecimal
  }

  /// Returns the digest of a text's UTF-8 as 64 small hexadecimal digits.
  public static func hexadecimal(of text: String) -> String {
    hexadecimal(of: Array(text.utf8)[...])
  }
}
