internal import Crypto

/// A private key of Ed25519 (RFC 8032), with which rule packs are signed.
public struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// Makes a key from the system's source of randomness.
  public init() {
    key = Curve25519.Signing.PrivateKey()
  }

  /// Creates a key from its 32 bytes; nil if they are none.
  init?(seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.key = key
  }

  /// Reads a key in PEM (RFC 8410), as OpenSSL writes it; nil if the text is none.
  public init?(pem: String) {
    guard let seed = KeyText.privateKey.key(in: pem) else { return nil }
    self.init(seed: seed)
  }

  /// The key in PEM.
  public var pem: String { KeyText.privateKey.pem(of: Array(key.rawRepresentation)) }

  /// The key with which signatures are checked.
  public var verifyingKey: VerifyingKey { VerifyingKey(key.publicKey) }

  /// Returns the signature of bytes, or nil if none could be made.
  public func signature(of bytes: [UInt8]) -> Signature? {
    (try? key.signature(for: bytes)).map { Signature(bytes: Array($0)) }
  }
}

/// A public key of Ed25519, with which signatures are checked.
public struct VerifyingKey: Sendable {
  private let key: Curve25519.Signing.PublicKey

  fileprivate init(_ key: Curve25519.Signing.PublicKey) {
    self.key = key
  }

  /// Creates a key from its 32 bytes; nil if they are none.
  init?(bytes: [UInt8]) {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
    self.key = key
  }

  /// Reads a key in PEM (RFC 8410), as OpenSSL writes it; nil if the text is none.
  public init?(pem: String) {
    guard let bytes = KeyText.publicKey.key(in: pem) else { return nil }
    self.init(bytes: bytes)
  }

  /// The key in PEM.
  public var pem: String { KeyText.publicKey.pem(of: Array(key.rawRepresentation)) }

  /// By what people tell keys apart: the first 16 digits of the SHA-256 of its 32 bytes.
  public var name: String {
    String(SHA256Sum.hexadecimal(of: Array(key.rawRepresentation)[...]).prefix(16))
  }

  /// Whether a signature was made of bytes with the private key that belongs to this one.
  public func accepts(_ signature: Signature, of bytes: [UInt8]) -> Bool {
    key.isValidSignature(signature.bytes, for: bytes)
  }
}

/// A signature of Ed25519.
public struct Signature: Sendable, Hashable {
  /// Its 64 bytes.
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads a signature in Base64, with line ends around it; nil if the text is none.
  public init?(base64 text: String) {
    guard let bytes = Base64.bytes(of: text), bytes.count == 64 else { return nil }
    self.bytes = bytes
  }

  /// The signature in Base64.
  public var base64: String { Base64.text(of: bytes) }
}
