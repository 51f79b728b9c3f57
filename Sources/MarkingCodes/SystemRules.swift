/// What national systems ask of their codes besides GS1's syntax.
struct SystemRules {
  let system: MarkingCode.System
  let reader: ElementReader

  private typealias Element = MarkingCode.Element

  /// Returns faults with those of the system added.
  func completing(_ faults: [CodeFault]) -> [CodeFault] {
    let own: [CodeFault] =
      switch system {
      case .chestnyZnak: russian
      case .ttac: iranian
      case .gs1, .sscc, .gtin, .uid: []
      }
    return settled(faults) + own + issuer
  }

  /// Iranian labels often leave out the separator after the unique code, whose length is known; a
  /// value whose length the system knows better is told of once.
  private func settled(_ faults: [CodeFault]) -> [CodeFault] {
    guard system == .ttac else { return faults }
    return faults.map { fault in
      guard fault.kind == .missingSeparator, fault.identifier == "21" else { return fault }
      return CodeFault(
        kind: fault.kind, severity: .warning, identifier: fault.identifier, range: fault.range)
    }
  }

  private func element(_ identifier: String) -> Element? {
    reader.elements.first { $0.identifier == identifier }
  }

  private func fault(
    _ kind: CodeFault.Kind, _ severity: CodeFault.Severity = .error, of element: Element?
  ) -> CodeFault {
    let end = reader.text.range(reader.text.scalars.count..<reader.text.scalars.count)
    return CodeFault(
      kind: kind, severity: severity, identifier: element?.identifier, range: element?.range ?? end)
  }

  private func length(_ element: Element?, _ wanted: Int) -> CodeFault? {
    guard let element, element.value.unicodeScalars.count != wanted else { return nil }
    let found = element.value.unicodeScalars.count
    return fault(.wrongLength(found: found, wanted: wanted...wanted), of: element)
  }

  // MARK: Russia

  private var russian: [CodeFault] {
    var faults: [CodeFault] = []
    if reader.isHumanReadable { faults.append(fault(.humanReadable, of: reader.elements.first)) }
    faults += ["01", "21"].filter { element($0) == nil }.map { fault(.missingElement($0), of: nil) }
    faults += [length(element("21"), MarkingKey.serialLength)].compactMap(\.self)
    return faults + medicineSerial + keyAndSignature + order
  }

  private var medicineSerial: [CodeFault] {
    guard let serial = element("21"),
      let other = serial.value.unicodeScalars.first(where: {
        !CharacterSet.medicineSerial.contains($0)
      }),
      other.isOfSet82
    else { return [] }
    return [fault(.notMedicineSerial(String(other)), .warning, of: serial)]
  }

  private var keyAndSignature: [CodeFault] {
    if element("91") == nil, element("92") == nil, let short = element("93") {
      return [fault(.shortSignature, of: short)]
    }
    let missing = ["91", "92"].filter { element($0) == nil }
    return missing.map { fault(.missingElement($0), of: nil) }
      + [
        length(element("91"), MarkingKey.keyLength),
        length(element("92"), MarkingKey.signatureLength),
        base64(element("92")),
      ].compactMap(\.self)
  }

  /// In every code seen the signature is base64 of 32 bytes, but no act was read that says so.
  private func base64(_ signature: Element?) -> CodeFault? {
    guard let signature, signature.value.utf8.count == MarkingKey.signatureLength else {
      return nil
    }
    let letters = signature.value.unicodeScalars.dropLast()
    let isBase64 =
      letters.allSatisfy { $0.isLetterOrDigit || $0 == "+" || $0 == "/" }
      && signature.value.hasSuffix("=")
    return isBase64 ? nil : fault(.signatureNotBase64, .warning, of: signature)
  }

  private var order: [CodeFault] {
    let wanted = ["01", "21", "91", "92", "93"]
    let codes = reader.elements.map(\.identifier)
    let known = codes.compactMap { wanted.firstIndex(of: $0) }
    guard let first = reader.elements.first, known != known.sorted() else { return [] }
    return [fault(.wrongOrder, of: first)]
  }

  // MARK: Iran

  private var iranian: [CodeFault] {
    let missing = ["01", "21", "17", "10"].filter { element($0) == nil }.map { identifier in
      fault(
        .missingElement(identifier), ["01", "21"].contains(identifier) ? .error : .warning, of: nil)
    }
    return missing
      + [length(element("21"), 20), digits(element("21")), solarHijri(element("17"))]
      .compactMap(\.self)
  }

  private func digits(_ code: Element?) -> CodeFault? {
    guard let code, let other = code.value.unicodeScalars.first(where: { !$0.isDigit }) else {
      return nil
    }
    return fault(.outsideSet(.numeric, String(other)), of: code)
  }

  /// A year of 03 to 09 is probably 1403 to 1409 of the Solar Hijri calendar.
  private func solarHijri(_ expiry: Element?) -> CodeFault? {
    guard let expiry, let year = Int(expiry.value.prefix(2)), (3...9).contains(year) else {
      return nil
    }
    return fault(.solarHijriYear(1400 + year), .warning, of: expiry)
  }

  // MARK: Who gave out the number

  private var issuer: [CodeFault] {
    let numbers = reader.elements.filter { ["01", "02", "03", ""].contains($0.identifier) }
    return numbers.compactMap { number in
      switch IssuerPrefix(of: number) {
      case .restricted: fault(.restrictedNumber, .warning, of: number)
      case .demonstration: fault(.demonstrationNumber, .warning, of: number)
      case .country, nil: nil
      }
    }
  }
}

/// Who gave out a number, as its first digits tell; never where a product comes from.
enum IssuerPrefix: Hashable {
  case country(String)
  case restricted
  case demonstration

  /// Reads the prefix of a trade item number; nil if it says nothing that matters here.
  init?(of element: MarkingCode.Element) {
    let digits = element.value
    let number: Substring
    switch digits.utf8.count {
    case 14: number = digits.dropFirst()
    case 13: number = digits[...]
    default: return nil
    }
    guard let prefix = Int(number.prefix(3)) else { return nil }
    switch prefix {
    case 200...299: self = .restricted
    case 952: self = .demonstration
    case 460...469: self = .country("RU")
    case 470: self = .country("KG")
    case 481: self = .country("BY")
    case 485: self = .country("AM")
    case 487: self = .country("KZ")
    case 626: self = .country("IR")
    default: return nil
    }
  }
}
