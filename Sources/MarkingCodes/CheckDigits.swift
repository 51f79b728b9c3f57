/// The check digits and check characters of GS1.
package enum CheckDigits {
  /// Returns the digit that GS1's rule gives for the digits before it.
  package static func digit(after digits: some BidirectionalCollection<Int>) -> Int {
    let sum = digits.reversed().enumerated()
      .reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1) }
    return (10 - sum % 10) % 10
  }

  /// Returns the two characters that a model number ends with: a sum weighted with primes, modulo
  /// 1021.
  package static func pair(
    after scalars: some BidirectionalCollection<Unicode.Scalar>
  ) -> String {
    let values = scalars.reversed().map { set82.firstIndex(of: $0) ?? 0 }
    let sum = zip(values, primes).reduce(0) { $0 + $1.0 * $1.1 } % 1021
    return [set32[sum / 32], set32[sum % 32]].text
  }

  private static let set82 = Array(
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
      .unicodeScalars)
  private static let set32 = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".unicodeScalars)
  private static let primes = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83,
  ]
}
