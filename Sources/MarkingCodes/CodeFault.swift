/// What is wrong with a marking code, and where.
public struct CodeFault: Sendable, Hashable {
  /// How much a fault weighs.
  public enum Severity: String, Sendable, Hashable {
    /// The code cannot be used as it is.
    case error
    /// The code can be used, but somebody should look.
    case warning
  }

  /// What is wrong.
  public let kind: Kind
  /// How much it weighs.
  public let severity: Severity
  /// The application identifier it is about, or nil if it is about the whole text.
  public let identifier: String?
  /// Where in the text: offsets of Unicode scalars; empty where something is missing.
  public let range: Range<Int>
}

extension CodeFault {
  /// The things that can be wrong with a code.
  public enum Kind: Sendable, Hashable {
    // The text as a whole.
    /// There is nothing to read.
    case empty
    /// The text is longer than any symbol.
    case tooLong(Int)
    /// A symbology identifier that is not one of GS1's.
    case otherSymbology(String)
    /// A line end or a blank follows.
    case lineEnd
    /// Cyrillic letters stand where the keys of Latin ones were pressed.
    case russianKeyboard
    /// A separator that was written out as a word or a picture.
    case separatorWritten(String)
    /// A Russian code lacks its separators.
    case lostSeparators
    /// A character is written as XML writes it.
    case escaped(String)
    /// Identifiers stand in brackets.
    case humanReadable

    // The elements.
    /// What starts with this is no identifier.
    case unknownIdentifier(String)
    /// An identifier is there twice, with different values.
    case repeated
    /// A separator stands where an identifier was wanted.
    case strayByte
    /// No separator follows a value that needs one.
    case missingSeparator
    /// A value has too few characters, or too many.
    case wrongLength(found: Int, wanted: ClosedRange<Int>)
    /// A character is not of the set that a value is written with.
    case outsideSet(CharacterSet, String)
    /// None of the groups of identifiers that it needs is there.
    case missingCompanion([String])
    /// An identifier is there that must not be.
    case excludedCompanion(String)

    // What a value says.
    /// All digits are zero.
    case allZeros
    /// The check digit does not fit.
    case checkDigit(found: Int, wanted: Int)
    /// The check characters do not fit.
    case checkPair(wanted: String)
    /// The padding of base64 is wrong.
    case badPadding
    /// There is no such month.
    case month(Int)
    /// The month has no such day.
    case day(Int, month: Int, length: Int)
    /// Day 00 is not allowed.
    case zeroDay
    /// There is no such hour.
    case hour
    /// There is no such minute.
    case minute
    /// There is no such second.
    case second
    /// A code is not in its list.
    case notInList(CodeListName)
    /// A digit that has to be zero is not.
    case notZero
    /// A number that must not be zero is.
    case zeroValue
    /// A number starts with zero.
    case zeroPrefix
    /// There are only digits.
    case needsLetter
    /// A percent sign has no two hexadecimal digits after it.
    case percentSequence
    /// A hyphen was wanted.
    case notHyphen
    /// A piece is numbered above the number of pieces.
    case pieceExceedsTotal
    /// A position in a sequence is not written as `1/3`.
    case malformedSequence
    /// A number is too great.
    case outOfRange(most: String)
    /// The check digits of a bank account do not fit.
    case accountChecksum

    // National systems.
    /// The system asks for an identifier that is not there.
    case missingElement(String)
    /// The short code stands in place of key and code.
    case shortSignature
    /// The identifiers are not in the order of the system.
    case wrongOrder
    /// No serial number of a medicine has such a character.
    case notMedicineSerial(String)
    /// The verification code is not written as all others are.
    case signatureNotBase64
    /// The number is for use inside a company.
    case restrictedNumber
    /// The number is for demonstrations.
    case demonstrationNumber
    /// The year may be one of the Solar Hijri calendar.
    case solarHijriYear(Int)
  }

  /// A closed list that a value is taken from.
  public enum CodeListName: String, Sendable, Hashable {
    /// Countries by number.
    case countryNumber = "ISO 3166-1 (number)"
    /// Countries by letters.
    case country = "ISO 3166-1"
    /// Currencies by number.
    case currencyNumber = "ISO 4217 (number)"
    /// Kinds of carriers of data.
    case mediaType = "GS1 AIDC media types"
    /// Kinds of packaging.
    case packageType = "UN/CEFACT 21"
    /// Sexes.
    case sex = "ISO/IEC 5218"
    /// Directions of winding.
    case winding = "0, 1, 9"
    /// No and yes.
    case yesNo = "0, 1"
    /// Indices of importers.
    case importerIndex = "GS1 importer index"
  }

  /// The name of the fault, for programs and rules.
  public var name: String {
    let whole = String(describing: kind)
    let name = whole.prefix { $0 != "(" }
    return name.reduce(into: "") { result, character in
      result += character.isUppercase ? "-\(character.lowercased())" : String(character)
    }
  }
}
