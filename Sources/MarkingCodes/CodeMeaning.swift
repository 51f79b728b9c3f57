/// What the value of an element says, besides itself.
public enum CodeMeaning: Sendable, Hashable {
  /// A day, whether it was written as the end of the month, and the time of that day.
  case day(GS1Day, isMonthEnd: Bool, time: String?)
  /// The country whose GS1 organisation gave out the number.
  case issuer(country: String)
  /// A number with its decimal point.
  case amount(String)
  /// A country by its number.
  case country(String)
  /// The company's prefix in the unique code of an Iranian pack, of 4 or 5 digits.
  case companyPrefix(String)
}

extension MarkingCode {
  /// Returns what the value of an element says; the century of a year is the one that brings it
  /// nearest to a given year.
  public func meaning(of element: Element, near year: Int) -> CodeMeaning? {
    switch element.identifier {
    case "01", "02", "03": issuer(of: element)
    case "": system == .uid ? prefix(element.value) : issuer(of: element)
    case "11", "12", "13", "15", "16", "17", "7006": day(element.value, nil, near: year)
    case "7003": day(element.value.prefix(6), time(element.value), near: year)
    case "21": system == .ttac ? prefix(element.value) : nil
    case "422", "424", "426":
      ReferenceCodes.countriesByNumber[element.value].map(CodeMeaning.country)
    default: amount(of: element)
    }
  }

  private func issuer(of element: Element) -> CodeMeaning? {
    switch IssuerPrefix(of: element) {
    case .country(let code): .issuer(country: code)
    case .restricted, .demonstration, nil: nil
    }
  }

  private func day(
    _ text: some StringProtocol, _ time: String?, near year: Int
  ) -> CodeMeaning? {
    GS1Day(text, near: year).map { .day($0, isMonthEnd: text.hasSuffix("00"), time: time) }
  }

  private func time(_ value: String) -> String? {
    let digits = value.dropFirst(6)
    guard digits.utf8.count == 4 else { return nil }
    return "\(digits.prefix(2)):\(digits.suffix(2))"
  }

  private func prefix(_ uid: String) -> CodeMeaning? {
    uid.utf8.count == 20 ? .companyPrefix(String(uid.prefix(5))) : nil
  }

  /// The last digit of identifiers such as 3102 says how many digits follow the decimal point.
  private func amount(of element: Element) -> CodeMeaning? {
    let identifier = element.identifier
    guard identifier.utf8.count == 4, identifier.hasPrefix("3"),
      let decimals = identifier.last?.wholeNumberValue, decimals > 0,
      element.value.utf8.count > decimals
    else { return nil }
    let whole = element.value.dropLast(decimals).drop { $0 == "0" }
    return .amount("\(whole.isEmpty ? "0" : whole).\(element.value.suffix(decimals))")
  }
}
