/// Units in UCUM, as far as medicines and devices need them.
///
///     unit       = term *( ( "." / "/" ) term )   ; "/" may come first
///     term       = ( [ prefix ] atom / "10*" / "10^" / number ) [ exponent ] [ annotation ]
///                / annotation
///     annotation = "{" *( any character but braces ) "}"
enum UnitExpression {
  /// Returns what is wrong with a unit, or nil.
  static func complaint(about text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    for term in terms(of: text) {
      guard isTerm(term) else { return "\(String(term).quotedForMessage) is no unit of UCUM" }
    }
    return nil
  }

  /// Splits at `.` and `/` outside braces and brackets; a leading `/` divides one.
  private static func terms(of text: String) -> [Substring] {
    var terms: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      case ".", "/":
        guard depth == 0 else { continue }
        if index > text.startIndex { terms.append(text[start..<index]) }
        start = text.index(after: index)
      default: continue
      }
    }
    return terms + [text[start...]]
  }

  private static func isTerm(_ term: Substring) -> Bool {
    let unit = term.prefix { $0 != "{" }
    let annotation = term.dropFirst(unit.count)
    guard annotation.isEmpty || isAnnotation(annotation) else { return false }
    return unit.isEmpty ? !annotation.isEmpty : isUnit(unit)
  }

  private static func isAnnotation(_ text: Substring) -> Bool {
    guard text.count > 2, text.last == "}" else { return false }
    return !text.dropFirst().dropLast().contains { $0 == "{" || $0 == "}" }
  }

  private static func isUnit(_ text: Substring) -> Bool {
    if text.utf8.allSatisfy(\.isASCIIDigit) { return true }
    let unit = withoutExponent(text)
    if unit == "10*" || unit == "10^" || atoms.contains(String(unit)) { return true }
    return prefixes.contains { prefix in
      unit.hasPrefix(prefix) && metricAtoms.contains(String(unit.dropFirst(prefix.count)))
    }
  }

  private static func withoutExponent(_ text: Substring) -> Substring {
    let digits = text.utf8.reversed().prefix(while: \.isASCIIDigit).count
    let unit = text.dropLast(digits)
    return digits > 0 && (unit.last == "-" || unit.last == "+") ? unit.dropLast() : unit
  }

  private static let prefixes = [
    "da", "Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d", "c", "m", "u", "n", "p", "f", "a",
  ]

  /// Atoms that take a prefix.
  private static let metricAtoms: Set<String> = [
    "m", "s", "g", "K", "cd", "C", "mol", "rad", "sr", "Hz", "N", "Pa", "J", "W", "A", "V", "F",
    "Ohm", "S", "Wb", "Cel", "T", "H", "lm", "lx", "Bq", "Gy", "Sv", "l", "L", "ar", "t", "bar",
    "eV", "u", "kat", "U", "eq", "osm", "[iU]", "[IU]", "cal", "m[Hg]", "m[H2O]", "B", "B[SPL]",
    "bit", "By", "Np", "tex", "Ci", "R", "RAD", "REM", "P", "St",
  ]

  /// Atoms that stand as they are.
  private static let atoms: Set<String> = metricAtoms.union([
    "%", "[ppth]", "[ppm]", "[ppb]", "[pptr]", "[pi]", "deg", "'", "''", "min", "h", "d", "wk",
    "mo", "a", "[pH]", "[arb'U]", "[USP'U]", "[CFU]", "[PFU]", "[FFU]", "[CCID_50]", "[TCID_50]",
    "[EID_50]", "[LD_50]", "[D'ag'U]", "[Lf]", "[anti'Xa'U]", "[hp_X]", "[hp_C]", "[hp_M]",
    "[Ch]", "[diop]", "[gal_us]", "[foz_us]", "[in_i]", "[ft_i]", "[lb_av]", "[oz_av]", "[degF]",
    "[drp]", "[psi]", "[EU]", "{}",
  ])
}

extension IdentifierRepair {
  /// Names of units in Russian, Persian and Latin that are common on labels.
  static let unitNames = IdentifierRepair("a unit that is not written as UCUM writes it") { text in
    let names = [
      "мг": "mg", "мкг": "ug", "mcg": "ug", "µg": "ug", "μg": "ug", "г": "g", "кг": "kg",
      "мл": "mL", "ml": "mL", "л": "L", "МЕ": "[iU]", "ME": "[iU]", "IU": "[iU]", "iu": "[iU]",
      "میلی‌گرم": "mg", "میلی گرم": "mg", "گرم": "g", "میلی‌لیتر": "mL", "میلی لیتر": "mL",
      "°C": "Cel", "month": "mo", "months": "mo", "year": "a", "years": "a",
    ]
    return names[text] ?? text
  }
}
