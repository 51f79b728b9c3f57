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

  /// The set with the other case of each of its letters.
  var ignoringCase: ScalarSet {
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
    if let ranges = scripts[name] { return ScalarSet(ranges) }
    let known = Set(GeneralCategoryNames.all)
    guard known.contains(name) || known.contains(where: { $0.first.map(String.init) == name })
    else {
      return nil
    }
    return ScalarSet(category: { GeneralCategoryNames.name(of: $0).hasPrefix(name) })
  }

  /// Scripts by their blocks, common characters left out.
  private static let scripts: [String: [ClosedRange<UInt32>]] = [
    "Latin": [
      0x41...0x5A, 0x61...0x7A, 0xAA...0xAA, 0xBA...0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8,
      0x1E00...0x1EFF,
    ],
    "Cyrillic": [0x400...0x484, 0x487...0x52F, 0x1C80...0x1C88, 0x2DE0...0x2DFF, 0xA640...0xA69F],
    "Arabic": [
      0x600...0x604, 0x606...0x60B, 0x60D...0x61A, 0x61C...0x61E, 0x620...0x63F, 0x641...0x64A,
      0x656...0x66F, 0x671...0x6DC, 0x6DE...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC,
    ],
    "Greek": [
      0x370...0x373, 0x375...0x377, 0x37A...0x37D, 0x37F...0x37F, 0x384...0x384, 0x386...0x386,
      0x388...0x3E1, 0x3F0...0x3FF, 0x1F00...0x1FFE,
    ],
    "Han": [
      0x2E80...0x2FD5, 0x3005...0x3005, 0x3007...0x3007, 0x3021...0x3029, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAD9, 0x20000...0x323AF,
    ],
    "Hebrew": [0x591...0x5F4, 0xFB1D...0xFB4F],
    "Armenian": [0x531...0x556, 0x559...0x58A, 0x58D...0x58F],
  ]
}

/// The two-letter names of the general categories.
private enum GeneralCategoryNames {
  static let all = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
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
    case .unassigned: "Cn"
    @unknown default: "Cn"
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
