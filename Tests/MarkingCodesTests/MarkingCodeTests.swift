import MarkingCodes
import Testing

/// Codes as scanners send them, and what is found in them.
@Suite struct MarkingCodeTests {
  private static let tail = "VW/n3g0hYP6kqx1WjVy/fnpKT+i7N3FT8QPUyzzKQT4="
  private static let medicine = "010460714356059821FGXEAGA5A1GAH␝91EE06␝92\(tail)"

  /// Codes (a separator shown as ␝), and their faults: identifier, name, place.
  private static let codes: [(code: String, faults: [String])] = [
    // GS1
    ("0106261987654325112601151729011410HA26A1␝21SN0001234", []),
    ("]d20106261987654325172901002112", []),
    ("]C10106261987654325", []),
    ("␝0106261987654325", []),
    ("è0106261987654325", []),
    ("]C00106261987654325", ["other-symbology 0..<3"]),
    ("(01)06261987654325(17)290114(10)HA(26)A1", ["unknown-identifier 34..<38"]),
    ("(01)06261987654325(17)290114(10)HA26A1", []),
    ("0106261987654326", ["(01) check-digit 15..<16"]),
    ("010626198765432", ["(01) wrong-length 2..<15"]),
    ("0106261987654325171302301", ["(17) day 22..<24", "unknown-identifier 24..<25"]),
    ("0106261987654325172900", ["(17) wrong-length 18..<22"]),
    ("10A1", ["(10) missing-companion 2..<4"]),
    (
      "01062619876543253712345",
      ["(01) excluded-companion 2..<16", "(37) missing-companion 18..<23"]
    ),
    ("01062619876543252012", []),
    ("010626198765432510A␝10B", ["(10) repeated 22..<23"]),
    ("010626198765432510A␝10A", []),
    ("010626198765432510A ␝21B", ["(10) outside-set 19..<20"]),
    ("010626198765432510A␝␝21B", ["stray-byte 20..<21"]),
    (
      "010626198765432510123456789012345678901721",
      ["(10) missing-separator 38..<40", "(17) wrong-length 40..<42"]
    ),
    ("0106261987654325220A", []),
    ("00046071234000000012", []),
    ("00046071234000000013", ["(00) check-digit 19..<20"]),
    ("80131987654Ad4X4bL5ttr2310c2K", []),
    ("80131987654Ad4X4bL5ttr2310c2L", ["(8013) check-pair 27..<29"]),
    ("7003270831", ["(7003) wrong-length 4..<10", "(7003) missing-companion 4..<10"]),
    ("", ["empty 0..<0"]),
    ("سلام", ["unknown-identifier 0..<4"]),
    ("0102000000000008", ["(01) restricted-number 2..<16"]),
    // Russia
    (medicine, []),
    ("]d2" + medicine, []),
    (medicine.replacing("␝", with: ""), ["lost-separators 31..<33"]),
    (medicine.replacing("␝91", with: "91"), ["lost-separators 31..<33"]),
    (medicine.replacing("␝92", with: "92"), ["lost-separators 38..<40"]),
    (
      medicine.replacing("␝", with: "<GS>"),
      ["separator-written 31..<35", "separator-written 41..<45"]
    ),
    (
      medicine.replacing("␝", with: "GS"),
      ["separator-written 31..<33", "separator-written 39..<41"]
    ),
    (
      medicine.replacing("␝", with: "\\u001d"),
      ["separator-written 31..<37", "separator-written 43..<49"]
    ),
    (
      medicine.replacing("␝", with: "|"),
      ["separator-written 31..<32", "separator-written 38..<39"]
    ),
    (medicine.replacing("A5A1", with: "А5А1"), ["(21) outside-set 24..<25"]),
    (
      "010460714356059821АПЧУФПФ5Ф1ПФР␝91УУ06␝92МЦ.т3п0рНЗ6лйч1ЦоМн.атзЛЕ+ш7Т3АЕ8ЙЗГняяЛЙЕ4=",
      ["russian-keyboard 18..<83"]
    ),
    ("010460714356059821FGXEAGA5A1GAH", []),
    (medicine.replacing("GAH", with: "GA"), ["(21) wrong-length 18..<30"]),
    (medicine.replacing("EE06", with: "E06"), ["(91) wrong-length 34..<37"]),
    (medicine.replacing("hYP", with: "YP"), ["(92) wrong-length 41..<84"]),
    (medicine.replacing("GAH", with: "GA<"), ["(21) not-medicine-serial 18..<31"]),
    ("010460714356059821FGXEAGA5A1GAH␝93EE06", ["(93) short-signature 34..<38"]),
    (
      "010460714356059821FGXEAGA5A1GAH93EE06",
      ["lost-separators 31..<33", "(93) short-signature 33..<37"]
    ),
    ("010460714356059821FGXEAGA5A1GAH␝92\(tail)␝91EE06", ["(01) wrong-order 2..<16"]),
    ("010460714356059821FGXEAGA5A1GAH␝91EE06", ["missing-element 38..<38"]),
    (medicine + "\r\n", ["line-end 85..<87"]),
    (
      medicine.replacing("n3g0", with: "n3&amp;0"),
      ["(92) signature-not-base64 41..<89", "escaped 46..<51"]
    ),
    (
      "(01)04607143560598(21)FGXEAGA5A1GAH(91)EE06(92)\(tail)",
      ["(01) human-readable 4..<18"]
    ),
    // Iran
    ("01062611234567832112345012345678901234␝1728083110A2301", []),
    ("010626112345678321123450123456789012341728083110A2301", ["(21) missing-separator 38..<40"]),
    ("0106261123456783211234501234567890123␝1728083110A2301", ["(21) wrong-length 18..<37"]),
    ("01062611234567832112345012345678901234␝1706083110A2301", ["(17) solar-hijri-year 41..<47"]),
    ("01062611234567832112345012345678901234␝10A2301", ["missing-element 46..<46"]),
    // Numbers alone
    ("04607123400012", []),
    ("04607123400013", ["() check-digit 13..<14"]),
    ("12345012345678901234", []),
    ("00000000000000000000", ["(00) all-zeros 2..<20"]),
    ("046071234000000012", []),
  ]

  @Test func `faults are found by name and place`() {
    for (shown, wanted) in Self.codes {
      let code = MarkingCode(shown.replacing("␝", with: "\u{1D}"))
      let found = code.faults.map { fault in
        (fault.identifier.map { "(\($0)) " } ?? "") + "\(fault.name) \(fault.range)"
      }
      #expect(found == wanted, "\(shown)")
    }
  }

  private static let systems: [(String, MarkingCode.System)] = [
    (medicine, .chestnyZnak), ("010626112345678321123450123456789012341728083110A2301", .ttac),
    ("00046071234000000012", .sscc), ("046071234000000012", .sscc), ("04607123400012", .gtin),
    ("12345012345678901234", .uid), ("010460712340001210A", .gs1),
    ("010460714356059821FGXEAGA5A1GAH", .gs1),
  ]

  @Test(arguments: systems) func `a code tells its system`(
    shown: String, system: MarkingCode.System
  ) {
    #expect(MarkingCode(shown.replacing("␝", with: "\u{1D}")).system == system)
  }

  @Test func `what keyboards and programs did is undone`() {
    let scanned = Self.medicine.replacing("␝", with: "\u{1D}")
    let ways = ["", "<GS>", "{GS}", "[GS]", "GS", "|", "^]", "\\x1D", "␝", "&#29;"]
    for way in ways {
      let code = MarkingCode(Self.medicine.replacing("␝", with: way))
      #expect(code.repaired == scanned, "\(way)")
      #expect(!code.isValid, "\(way)")
      #expect(MarkingCode(scanned).elements.map(\.value) == code.elements.map(\.value))
    }
  }

  @Test func `elements keep their places in the text`() {
    let code = MarkingCode(Self.medicine.replacing("␝", with: "<GS>"))
    #expect(code.elements.map(\.identifier) == ["01", "21", "91", "92"])
    #expect(code.elements.map(\.range) == [2..<16, 18..<31, 37..<41, 47..<91])
  }

  @Test func `a text longer than any symbol is not looked into`() {
    let longest = String(repeating: "0", count: 7089)
    #expect(MarkingCode(longest).faults.allSatisfy { $0.name != "too-long" })
    let longer = MarkingCode(longest + "0")
    #expect(longer.faults.map(\.name) == ["too-long"])
    #expect(longer.elements.isEmpty)
  }

  @Test func `random texts are read without a crash, each place inside the text`() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var numbers = LinearNumbers(state: seed)
    let pieces = [
      "01", "21", "91", "92", "17", "10", "(01)", "(", ")", "\u{1D}", "<GS>", "GS", "|", "&amp;",
      "]d2",
      "04607143560598", "290200", "А", "ы", "é", "\r\n", "0", "9", "EE06", "8013", "3102", "7003",
    ]
    for _ in 0..<2000 {
      let count = numbers.next(below: 12)
      let text = (0..<count).map { _ in pieces[numbers.next(below: pieces.count)] }.joined()
      let code = MarkingCode(text)
      let whole = 0..<text.unicodeScalars.count
      let places = code.faults.map(\.range) + code.elements.map(\.range)
      for place in places {
        #expect(place.clamped(to: whole) == place || place.isEmpty, "seed \(seed): \(text)")
      }
      for element in code.elements { _ = code.meaning(of: element, near: 2026) }
    }
  }

  @Test func `each fault is told in three languages`() {
    for (shown, _) in Self.codes {
      for fault in MarkingCode(shown.replacing("␝", with: "\u{1D}")).faults {
        let words = fault.kind.words
        #expect(Set([words.en, words.ru, words.fa]).count == 3, "\(fault.name)")
      }
    }
  }

  @Test(arguments: ["]C0]C00104607123400012", "]]]]]]]]]u88", "]C00103130)фис"])
  func `what would have to be put right twice is not said to be put right`(_ text: String) {
    #expect(MarkingCode(text).repaired == nil)
  }
}

extension String {
  /// The text with every occurrence of one text written as another.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}

/// Numbers that a seed determines.
private struct LinearNumbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
