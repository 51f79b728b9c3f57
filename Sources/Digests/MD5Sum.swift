internal import Crypto

/// The message digest of RFC 1321, by which a dossier's list of documents names each file.
///
/// It guards against mistakes, not against malice.
public struct MD5Sum {
  private var sum = Insecure.MD5()

  /// Creates the digest of no bytes.
  public init() {}

  /// Takes further bytes in.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe sum.update(bufferPointer: $0) }
  }

  /// The digest of all bytes taken in, as 32 small hexadecimal digits.
  public var hexadecimal: String { String(hexadecimal: sum.finalize()) }

  /// Returns the digest of bytes as 32 small hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var sum = MD5Sum()
    sum.update(bytes[...])
    return sum.hexadecimal
  }
}

/// A short name for a text that is the same wherever it is worked out; it guards against nothing.
public enum Checksum {
  /// Returns 32 small hexadecimal digits.
  public static func digest(of text: String) -> String {
    MD5Sum.hexadecimal(of: Array(text.utf8))
  }
}
