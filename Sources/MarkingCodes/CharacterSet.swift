/// The characters that a part of a code may have.
public enum CharacterSet: String, Sendable, Hashable {
  /// The digits.
  case numeric = "N"
  /// GS1's set 82.
  case set82 = "X"
  /// GS1's set 39.
  case set39 = "Y"
  /// The letters of base64 for addresses, and its padding.
  case set64 = "Z"
  /// The serial numbers of Russian medicines: set 82 without `: ; < = > ?`.
  case medicineSerial

  /// Whether a character is of the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .numeric: scalar.isDigit
    case .set82: scalar.isOfSet82
    case .set39: scalar.isDigit || scalar.isCapital || "#-/".unicodeScalars.contains(scalar)
    case .set64: scalar.isLetterOrDigit || "-_=".unicodeScalars.contains(scalar)
    case .medicineSerial: scalar.isOfSet82 && !(":"..."?").contains(scalar)
    }
  }

  /// Returns the first character that is not of the set, as a fault.
  func fault(in scalars: Scalars) -> ValueFault? {
    guard let index = scalars.firstIndex(where: { !contains($0) }) else { return nil }
    return ValueFault(.outsideSet(self, String(scalars[index])), at: index..<index + 1)
  }
}

/// A part of a code; indices are those of the whole.
typealias Scalars = ArraySlice<Unicode.Scalar>

/// What is wrong with a value, and where in the code that holds it.
struct ValueFault {
  let kind: CodeFault.Kind
  let range: Range<Int>

  init(_ kind: CodeFault.Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension Unicode.Scalar {
  /// What GS1 puts after a value whose length is not known beforehand; FNC1 in the symbol.
  package static let groupSeparator: Unicode.Scalar = "\u{1D}"

  /// Whether the scalar is of the GS1 character set 82.
  package var isOfSet82: Bool {
    switch self {
    case "!", "\"", "%"..."?", "A"..."Z", "_", "a"..."z": true
    default: false
    }
  }

  /// Whether the scalar is an ASCII digit.
  package var isDigit: Bool { ("0"..."9").contains(self) }
  /// Whether the scalar is a Latin capital of ASCII.
  package var isCapital: Bool { ("A"..."Z").contains(self) }
  /// Whether the scalar is a small Latin letter of ASCII.
  package var isSmallLetter: Bool { ("a"..."z").contains(self) }
  /// Whether the scalar is a letter or a digit of ASCII.
  package var isLetterOrDigit: Bool { isDigit || isCapital || isSmallLetter }

  /// The value of an ASCII digit.
  var digit: Int { Int(value) - 0x30 }
}

extension Collection<Unicode.Scalar> {
  /// The scalars as text.
  package var text: String { String(String.UnicodeScalarView(self)) }

  /// The number that ASCII digits stand for; only for as many digits as an `Int` can hold.
  var number: Int { reduce(0) { $0 * 10 + $1.digit } }
}
