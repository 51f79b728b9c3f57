/// A check of the content of a component, by the name that the GS1 Barcode Syntax Dictionary has for
/// it.
package enum ComponentCheck: String, Sendable, Hashable, CaseIterable {
  case cset39
  case cset64
  case cset82
  case csetnumeric
  case csum
  case csumalpha
  case gcppos1
  case gcppos2
  case hasnondigit
  case hh
  case hhmi
  case hyphen
  case iban
  case importeridx
  case iso3166
  case iso3166999
  case iso3166alpha2
  case iso4217
  case iso5218
  case latitude
  case longitude
  case mediatype
  case mi
  case nonzero
  case nozeroprefix
  case packagetype
  case pcenc
  case pieceoftotal
  case posinseqslash
  case ss
  case winding
  case yesno
  case yymmd0
  case yymmdd
  case yyyymmd0
  case yyyymmdd
  case zero
  case couponcode
  case couponposoffer

  /// The checks that are not made: whom a company prefix was given to only GS1 knows, and North
  /// American coupons are no medicines.
  package var isMade: Bool {
    switch self {
    case .gcppos1, .gcppos2, .couponcode, .couponposoffer: false
    default: true
    }
  }

  /// Returns what is wrong with a value and where in it, or nil.
  package func complaint(about text: String) -> (kind: CodeFault.Kind, range: Range<Int>)? {
    fault(in: Array(text.unicodeScalars)[...]).map { ($0.kind, $0.range) }
  }

  func fault(in value: Scalars) -> ValueFault? {
    switch self {
    case .cset39: CharacterSet.set39.fault(in: value)
    case .cset64: Self.base64(value)
    case .cset82: CharacterSet.set82.fault(in: value)
    case .csetnumeric: CharacterSet.numeric.fault(in: value)
    case .csum: Self.checkDigit(value)
    case .csumalpha: Self.checkPair(value)
    case .gcppos1, .gcppos2, .couponcode, .couponposoffer: nil
    case .hasnondigit: Self.wanted(value.contains { !$0.isDigit }, .needsLetter, value)
    case .hh: Self.clock(value, [.hour])
    case .hhmi: Self.clock(value, [.hour, .minute])
    case .mi: Self.clock(value, [.minute])
    case .ss: Self.clock(value, [.second])
    case .hyphen: Self.wanted(!value.isEmpty && value.allSatisfy { $0 == "-" }, .notHyphen, value)
    case .iban: Self.account(value)
    case .importeridx: Self.importerIndex(value)
    case .iso3166: Self.listed(value, in: ReferenceCodes.countryNumbers, .countryNumber)
    case .iso3166999:
      value.text == "999"
        ? nil : Self.listed(value, in: ReferenceCodes.countryNumbers, .countryNumber)
    case .iso3166alpha2: Self.listed(value, in: ReferenceCodes.countries, .country)
    case .iso4217: Self.listed(value, in: ReferenceCodes.currencyNumbers, .currencyNumber)
    case .iso5218: Self.listed(value, in: ["0", "1", "2", "9"], .sex)
    case .latitude: Self.coordinate(value, most: "1800000000")
    case .longitude: Self.coordinate(value, most: "3600000000")
    case .mediatype: Self.mediaType(value)
    case .nonzero: Self.nonzero(value)
    case .nozeroprefix: Self.noZeroPrefix(value)
    case .packagetype: Self.listed(value, in: ReferenceCodes.packageTypes, .packageType)
    case .pcenc: Self.percentEncoding(value)
    case .pieceoftotal: Self.pieceOfTotal(value)
    case .posinseqslash: Self.positionInSequence(value)
    case .winding: Self.listed(value, in: ["0", "1", "9"], .winding)
    case .yesno: Self.listed(value, in: ["0", "1"], .yesNo)
    case .yymmd0: Self.date(value, yearDigits: 2, allowsDayZero: true)
    case .yymmdd: Self.date(value, yearDigits: 2, allowsDayZero: false)
    case .yyyymmd0: Self.date(value, yearDigits: 4, allowsDayZero: true)
    case .yyyymmdd: Self.date(value, yearDigits: 4, allowsDayZero: false)
    case .zero: Self.wanted(!value.isEmpty && value.allSatisfy { $0 == "0" }, .notZero, value)
    }
  }

  // MARK: What several checks share

  /// A fault of the whole value unless a condition holds.
  static func wanted(_ holds: Bool, _ kind: CodeFault.Kind, _ value: Scalars) -> ValueFault? {
    holds ? nil : ValueFault(kind, at: value.indices)
  }

  static func listed(
    _ value: Scalars, in codes: Set<String>, _ list: CodeFault.CodeListName
  ) -> ValueFault? {
    wanted(codes.contains(value.text), .notInList(list), value)
  }

  static func length(_ value: Scalars, _ wanted: Int) -> ValueFault? {
    self.wanted(
      value.count == wanted, .wrongLength(found: value.count, wanted: wanted...wanted), value)
  }

  static func digits(_ value: Scalars, _ wanted: Int) -> ValueFault? {
    length(value, wanted) ?? CharacterSet.numeric.fault(in: value)
  }
}
