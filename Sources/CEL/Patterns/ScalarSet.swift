/// A set of Unicode scalars, as a pattern's character class has it.
struct ScalarSet: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var categories: [@Sendable (Unicode.Scalar) -> Bool] = []
  private var isNegated = false
  /// The characters of ASCII that are in the set, so that most texts need no search.
  private var low: (UInt64, UInt64) = (0, 0)

  init() {}

  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges { insert(range) }
  }

  init(_ scalar: Unicode.Scalar) {
    insert(scalar.value...scalar.value)
  }

  init(category: @escaping @Sendable (Unicode.Scalar) -> Bool) {
    insert(category: category)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 { return low.0 & (1 << UInt64(value)) != 0 }
    if value < 128 { return low.1 & (1 << UInt64(value - 64)) != 0 }
    return isListed(scalar) != isNegated
  }

  /// Whether ranges alone say what is in the set.
  var isListedByRanges: Bool { categories.isEmpty }

  /// The scalars from which on something else holds than just before.
  var bounds: [UInt32] { ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] } }

  private func isListed(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } || categories.contains { $0(scalar) }
  }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    ranges.append(range)
    if isNegated { return updateLow() }
    for value in range.clamped(to: 0...127) where range.contains(value) {
      if value < 64 { low.0 |= 1 << UInt64(value) } else { low.1 |= 1 << UInt64(value - 64) }
    }
  }

  mutating func insert(category: @escaping @Sendable (Unicode.Scalar) -> Bool) {
    categories.append(category)
    updateLow()
  }

  mutating func formUnion(_ other: ScalarSet) {
    if other.isNegated {
      insert(category: { other.contains($0) })
    } else {
      ranges += other.ranges
      categories += other.categories
      updateLow()
    }
  }

  var negated: ScalarSet {
    var set = self
    set.isNegated.toggle()
    set.updateLow()
    return set
  }

  /// The set with the other case of each of its letters; a negated set lacks both cases.
  var ignoringCase: ScalarSet {
    if isNegated { return negated.ignoringCase.negated }
    let original = self
    var set = ScalarSet()
    set.categories.append { scalar in
      original.contains(scalar)
        || scalar.otherCases.contains { original.contains($0) }
    }
    // Of ASCII it is known without asking: A to Z stand 32 places before a to z.
    let capitals: UInt64 = 0x07FF_FFFE
    let other = (low.1 >> 32) & capitals | (low.1 & capitals) << 32
    set.low = (low.0, low.1 | other)
    return set
  }

  private mutating func updateLow() {
    low = (0, 0)
    for value in UInt8(0)..<128 where isListed(Unicode.Scalar(value)) != isNegated {
      if value < 64 { low.0 |= 1 << UInt64(value) } else { low.1 |= 1 << UInt64(value - 64) }
    }
  }

  static let digits = ScalarSet([0x30...0x39])
  static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let any = ScalarSet().negated
  static let anyButLineFeed = ScalarSet("\n").negated

  /// The classes of POSIX, by the names they have between `[:` and `:]`.
  static let posix: [String: ScalarSet] = [
    "alnum": ScalarSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A]),
    "alpha": ScalarSet([0x41...0x5A, 0x61...0x7A]), "ascii": ScalarSet([0x00...0x7F]),
    "blank": ScalarSet([0x09...0x09, 0x20...0x20]), "cntrl": ScalarSet([0x00...0x1F, 0x7F...0x7F]),
    "digit": digits, "graph": ScalarSet([0x21...0x7E]), "lower": ScalarSet([0x61...0x7A]),
    "print": ScalarSet([0x20...0x7E]),
    "punct": ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    "space": ScalarSet([0x09...0x0D, 0x20...0x20]), "upper": ScalarSet([0x41...0x5A]), "word": word,
    "xdigit": ScalarSet([0x30...0x39, 0x41...0x46, 0x61...0x66]),
  ]

  /// The set of a general category or a script, by the name it has in `\p{…}`.
  static func property(_ name: String) -> ScalarSet? {
    if name == "Any" { return any }
    if let ranges = Script.ranges[name] { return ScalarSet(ranges) }
    let known = Set(GeneralCategoryNames.all)
    guard known.contains(name) || known.contains(where: { $0.first.map(String.init) == name })
    else {
      return nil
    }
    return ScalarSet(category: { GeneralCategoryNames.name(of: $0).hasPrefix(name) })
  }
}

/// The two-letter names of the general categories.
private enum GeneralCategoryNames {
  static let all = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
  ]

  static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    // RE2 has no name for what is not assigned.
    case .unassigned: ""
    @unknown default: ""
    }
  }
}

extension Unicode.Scalar {
  /// The scalar in upper and lower case, where that is one scalar.
  fileprivate var otherCases: [Unicode.Scalar] {
    if isASCII {
      let isLetter = (0x41...0x5A).contains(value | 0x20 == value ? value ^ 0x20 : value)
      return isLetter ? [Unicode.Scalar(UInt8(value ^ 0x20))] : []
    }
    return cases
  }

  private var cases: [Unicode.Scalar] {
    [properties.uppercaseMapping, properties.lowercaseMapping].compactMap { text in
      let scalars = text.unicodeScalars
      return scalars.count == 1 ? scalars.first : nil
    }
  }
}
