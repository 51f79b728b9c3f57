import Testing

@testable import Digests

@Suite struct SigningKeyTests {
  /// RFC 8032, section 7.1.
  static let vectors = [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
        + "b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1"
        + "1d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984d"
        + "c6594a7c15e9716ed28dc027beceea1ec40a"
    ),
  ]

  @Test("The signatures of RFC 8032", arguments: vectors)
  func signatures(seed: String, publicKey: String, message: String, signature: String) throws {
    let key = try #require(SigningKey(seed: bytes(seed)))
    let verifyingKey = try #require(VerifyingKey(bytes: bytes(publicKey)))
    #expect(key.verifyingKey.pem == verifyingKey.pem)
    let expected = Signature(bytes: bytes(signature))
    #expect(verifyingKey.accepts(expected, of: bytes(message)))
    #expect(key.signature(of: bytes(message)) == expected)
    #expect(!verifyingKey.accepts(expected, of: bytes(message) + [0]))
  }

  @Test("A key reads what OpenSSL writes and writes what it read")
  func pem() throws {
    // openssl genpkey -algorithm ed25519; openssl pkey -pubout; the key is that of RFC 8410.
    let pem = """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----

      """
    let publicPEM = """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----

      """
    let key = try #require(SigningKey(pem: pem))
    #expect(key.pem == pem)
    #expect(key.verifyingKey.pem == publicPEM)
    #expect(VerifyingKey(pem: publicPEM)?.pem == publicPEM)
    #expect(SigningKey(pem: pem.replacing("\n", with: "\r\n"))?.pem == pem)
  }

  @Test(
    "What is no key is refused",
    arguments: [
      "", "secret", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
      "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
      "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5\n-----END PRIVATE KEY-----",
      "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----",
    ]) func refused(text: String)
  {
    #expect(SigningKey(pem: text) == nil)
    #expect(VerifyingKey(pem: text) == nil)
  }

  @Test("A signature is read from Base64 of 64 bytes and from nothing else")
  func base64() throws {
    let signature = Signature(bytes: Array(0..<64))
    #expect(Signature(base64: signature.base64 + "\n") == signature)
    #expect(Signature(base64: "AAAA") == nil)
    #expect(Signature(base64: "?") == nil)
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue).map(UInt8.init)
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
