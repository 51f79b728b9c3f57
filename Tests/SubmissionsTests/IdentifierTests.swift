import Submissions
import Testing

@Suite struct IdentifierTests {
  @Test func `names are unique and every example is valid and normal`() {
    #expect(Set(IdentifierFormat.all.map(\.name)).count == IdentifierFormat.all.count)
    for format in IdentifierFormat.all {
      #expect(format.verdict(on: format.example) == .valid, "\(format.name)")
      #expect(format.normalised(format.example) == format.example, "\(format.name)")
    }
  }

  @Test func `no format accepts the empty text, a stray text or an odd character`() {
    for format in IdentifierFormat.all {
      for text in ["", " ", "?", "کد", "\u{0}", "🇮🇷", "-", "0", "----------"] {
        #expect(!format.verdict(on: text).isValid || format.accepts(text), "\(format.name) \(text)")
      }
    }
  }

  @Test(arguments: [
    ("gtin", "04607123400019", "the check digit is 9, the digits before it give 2"),
    ("gtin", "4607l23456780", "character 5 is \"l\", wanted a digit"),
    ("gtin", "46071234567", "it has 11 digits, wanted 8, 12, 13 or 14"),
    ("gtin", "0000000000000", "it is all zeros"),
    (
      "gtin", "۰۴۶۰۷۱۲۳۴۰۰۰۱۲",
      "it has Persian digits; written \"04607123400012\" it is valid"
    ),
    (
      "gtin", "٠٤٦٠٧١٢٣٤٠٠٠١٢",
      "it has Arabic-Indic digits; written \"04607123400012\" it is valid"
    ),
    (
      "gtin", "0460 7123 4000 12\u{200F}",
      "it has invisible characters, separators; written \"04607123400012\" it is valid"
    ),
    ("gln", "4629000000017", "the check digit is 7, the digits before it give 6"),
    ("inn", "7709123456", "the check digit is 6, the digits before it give 3"),
    ("inn", "771234567850", "the check digit is 0, the digits before it give 9"),
    ("ogrn", "3027700123450", "digit 1 is 3, wanted 1, 2 or 5 to 9"),
    ("kpp", "77O901001", "character 3 is \"O\", wanted a digit"),
    ("ir-legal-id", "11111111111", "all its digits are equal"),
    ("ir-legal-id", "10101234566", "the check digit is 6, the digits before it give 5"),
    ("ir-person-id", "0073123456", "the check digit is 6, the digits before it give 5"),
    ("irc", "122801234567", "it has 12 digits, wanted 16"),
    ("uid", "12345A12345678901234", "character 6 is \"A\", wanted a digit"),
    ("cas", "1115-70-5", "the check digit is 5, the digits before it give 4"),
    ("atc", "A10BA2", "it has 6 characters, wanted 1, 3, 4, 5 or 7"),
    ("atc", "E10BA02", "no anatomical main group starts with E"),
    (
      "atc", "А10ВА02",
      "it has Cyrillic letters that look Latin; written \"A10BA02\" it is valid"
    ),
    ("okpd2", "21.20", "it has 5 characters, wanted 12"),
    ("tnved", "9904000000", "there is no chapter 99 in the customs nomenclature"),
    (
      "eaeu-form", "0101200001",
      "digit 5 is 2, wanted 0 (made ready before use) or 1 (ready for use)"
    ),
    (
      "ru-medicine-number", "ЛП-№(7733)-(РГ-RU)",
      "the ordinal number is \"7733\", wanted six digits"
    ),
    (
      "ru-medicine-number", "ЛП-№(007733)-(РГ-US)",
      "\"US\" is no member state; wanted AM, BY, KG, KZ or RU"
    ),
    ("ru-device-number", "РЗН 2012/123", "РЗН was not given out in 2012"),
    (
      "ru-device-number", "P3H 2021-14397",
      "it has look-alike letters, or a wrong space or stroke; written \"РЗН 2021/14397\" it is valid"
    ),
    ("country", "UK", "\"UK\" is no country of ISO 3166-1"),
    ("ccy", "IRT", "IRT (toman) is no currency of ISO 4217; write the amount in IRR"),
    (
      "ucum", "мг",
      "it has a unit that is not written as UCUM writes it; written \"mg\" it is valid"
    ),
    ("ctd", "6.1", "the common technical document has no section \"6.1\""),
    ("ctd", "3.2.P.5.7", "the common technical document has no section \"3.2.P.5.7\""),
    ("path", "m1/../../etc/passwd", "it leads out of the dossier's folder"),
    ("path", "m1/RU/x.pdf", "folder \"RU\" wants only a to z, 0 to 9 and hyphens"),
    ("email", "ra.company.example", "wanted one @, found 0"),
    ("gs1-date", "271301", "month 13 does not exist"),
    (
      "hibc", "+A123BJC5D6E71Z", "the check character is \"Z\", the characters before it give \"G\""
    ),
    (
      "mdlp",
      "010460714356059821FGXEAGA5A1GAH91EE0692VW/n3g0hYP6kqx1WjVy/fnpKT+i7N3FT8QPUyzzKQT4=",
      "it has lost its group separators; written \"010460714356059821FGXEAGA5A1GAH\\u{1D}91EE06"
        + "\\u{1D}92VW/n3g0hYP6kqx1WjVy…\" it is valid"
    ),
    ("mdlp", "010460714356059821FGXEAGA5A1GAH", "identifier 91 is missing"),
    (
      "gmn", "1987654Ad4X4bL5ttr2310c2L",
      "the check characters do not fit; the characters before them give 2K"
    ),
  ]) func `a reason tells a person what to do`(name: String, text: String, reason: String) throws {
    let format = try #require(IdentifierFormat.named(name))
    #expect(format.verdict(on: text) == .invalid(reason))
  }

  @Test(arguments: [
    ("ru-medicine-number", "лп - N (007733) - (PГ-ru)", "ЛП-№(007733)-(РГ-RU)"),
    ("ru-medicine-number", "ЛП-№(007733)-(РГ-RU) от 01.02.2024", "ЛП-№(007733)-(РГ-RU)"),
    ("ru-medicine-number", "П №014471/01", "П N014471/01"),
    ("ru-medicine-number", "ЛCР-002968/10", "ЛСР-002968/10"),
    ("ru-device-number", "рзн2021/14397", "РЗН 2021/14397"),
    ("irc", "۱۲۲۸۰۱۲۳۴۵۶۷۸۹۰۱", "1228012345678901"),
    ("tnved", "3004 90 000 2", "3004900002"),
    ("lang", "RU_ru", "ru-RU"),
    ("phone", "+98 (21) 2200-3344", "+982122003344"),
    ("ucum", "میلی‌گرم", "mg"),
  ]) func `a text is written as it should be`(name: String, text: String, normal: String) throws {
    let format = try #require(IdentifierFormat.named(name))
    #expect(format.normalised(text) == normal)
    #expect(format.verdict(on: normal) == .valid)
  }

  @Test(arguments: [
    "mg", "ug", "{tablet}", "mg/mL", "ug/h", "mg/{dose}", "10*3.[iU]", "[iU]", "dB[SPL]",
    "mm[Hg]", "%", "1", "Cel", "kBq", "g/(d)", "m2", "s-1", "/h",
  ]) func `units of UCUM`(unit: String) throws {
    let format = try #require(IdentifierFormat.named("ucum"))
    #expect(format.verdict(on: unit).isValid == !unit.contains("("))
  }

  @Test func `normalising once is enough`() {
    var generator = SplitMix(seed: 7)
    for format in IdentifierFormat.all {
      for _ in 0..<200 {
        let text = format.example.mutated(by: &generator)
        let once = format.normalised(text)
        #expect(format.normalised(once) == once, "seed 7, \(format.name), \(text)")
      }
    }
  }

  @Test func `a changed digit is always found in numbers with a check digit`() throws {
    for name in ["gtin", "gln", "sscc", "inn"] {
      let format = try #require(IdentifierFormat.named(name))
      for text in format.example.withOneDigitChanged {
        #expect(!format.verdict(on: text).isValid, "\(name) \(text)")
      }
    }
  }
}

extension IdentifierFormat {
  /// The short texts of the table that some formats rightly accept.
  fileprivate func accepts(_ text: String) -> Bool {
    (name, text) == ("submission-id", "0") || (name, text) == ("ucum", "0")
      || name == "submission-id" && text.allSatisfy { $0 == "-" } && !text.isEmpty
  }
}

extension String {
  fileprivate var withOneDigitChanged: [String] {
    indices.flatMap { index -> [String] in
      guard let digit = self[index].wholeNumberValue else { return [] }
      return (1...9).map { step in
        var text = self
        text.replaceSubrange(index...index, with: String((digit + step) % 10))
        return text
      }
    }
  }

  fileprivate func mutated(by generator: inout SplitMix) -> String {
    let pool = Array("0۹٣ -.,АВ№Nn\u{200C}\u{FEFF}()/\u{1D}GSюЖ").map(String.init)
    var characters = map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let position = Int.random(in: 0...characters.count, using: &generator)
      let piece = pool.randomElement(using: &generator) ?? ""
      if Bool.random(using: &generator) || position == characters.count {
        characters.insert(piece, at: position)
      } else {
        characters[position] = piece
      }
    }
    return characters.joined()
  }
}

/// A generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    self.state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
