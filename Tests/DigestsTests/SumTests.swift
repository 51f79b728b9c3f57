import Digests
import Testing

@Suite struct SumTests {
  @Test(
    "The MD5 digests of RFC 1321",
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"),
      ("a", "0cc175b9c0f1b6a831c399e269772661"),
      ("abc", "900150983cd24fb0d6963f7d28e17f72"),
      ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
      ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
      (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        "d174ab98d277d9f5a5611c2c9f419d9f"
      ),
      (
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "57edf4a22be3c955ac49da2e2107b67a"
      ),
    ]) func md5(text: String, digest: String)
  {
    #expect(MD5Sum.hexadecimal(of: Array(text.utf8)) == digest)
    #expect(Checksum.digest(of: text) == digest)
  }

  @Test(
    "The SHA-256 digests of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ]) func sha256(text: String, digest: String)
  {
    #expect(SHA256Sum.hexadecimal(of: text) == digest)
  }

  @Test("A digest does not depend on how the bytes come")
  func pieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for length in [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000] {
      var (md5, sha256) = (MD5Sum(), SHA256Sum())
      for index in 0..<length {
        md5.update(bytes[index...index])
        sha256.update(bytes[index...index])
      }
      #expect(md5.hexadecimal == MD5Sum.hexadecimal(of: Array(bytes[..<length])))
      #expect(sha256.hexadecimal == SHA256Sum.hexadecimal(of: bytes[..<length]))
    }
  }
}
