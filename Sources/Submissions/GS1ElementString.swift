/// The data of a GS1 symbol: application identifiers, each with its value.
public struct GS1ElementString: Sendable, Hashable {
  /// One application identifier and its value.
  public struct Element: Sendable, Hashable {
    /// The application identifier, such as `01`.
    public let identifier: String
    /// Its value.
    public let value: String
  }

  /// The elements in the order in which they were written.
  public let elements: [Element]

  /// Why a text is no element string.
  public struct ParseError: Error, Sendable, Hashable {
    /// What is wrong, for a person.
    public let reason: String
  }

  /// Reads the data that a scanner sends; a symbology identifier or a group separator in front is
  /// passed over.
  public init(_ text: String) throws(ParseError) {
    var rest = Substring(text).withoutSymbology.unicodeScalars[...]
    var elements: [Element] = []
    repeat {
      let element = try Self.element(&rest)
      if elements.contains(where: { $0.identifier == element.identifier }) {
        throw ParseError(reason: "application identifier \(element.identifier) is there twice")
      }
      elements.append(element)
    } while !rest.isEmpty
    self.elements = elements
  }

  /// Returns the value of an application identifier, or nil if it is not there.
  public subscript(identifier: String) -> String? {
    elements.first { $0.identifier == identifier }?.value
  }

  /// Returns what is wrong with an element string, or nil.
  static func complaint(about text: String) -> String? {
    do throws(ParseError) {
      _ = try GS1ElementString(text)
      return nil
    } catch {
      return error.reason
    }
  }

  private static func element(
    _ rest: inout Substring.UnicodeScalarView
  ) throws(ParseError) -> Element {
    guard let identifier = ApplicationIdentifier.all.first(where: { rest.starts(with: $0.scalars) })
    else {
      let start = String(Substring(rest.prefix(4))).quotedForMessage
      throw ParseError(reason: "\(start) starts with no application identifier that is known here")
    }
    rest = rest.dropFirst(identifier.scalars.count)
    let value = String(Substring(identifier.takeValue(from: &rest)))
    if let reason = identifier.complaint(about: value) {
      throw ParseError(reason: "in (\(identifier.code)), \(reason)")
    }
    return Element(identifier: identifier.code, value: value)
  }
}

extension Substring {
  /// The text without what scanners put before the data.
  var withoutSymbology: Substring {
    let marks = ["]d2", "]C1", "]Q3", "\u{1D}", "\u{E8}"]
    let mark = marks.first { unicodeScalars.starts(with: $0.unicodeScalars) }
    return Substring(unicodeScalars.dropFirst(mark?.unicodeScalars.count ?? 0))
  }
}

/// What may stand after an application identifier.
private struct ApplicationIdentifier: Sendable {
  enum Content: Sendable {
    /// So many digits.
    case digits(Int)
    /// So many digits, the last of which is GS1's check digit.
    case checked(Int)
    /// A day.
    case day
    /// At most so many digits.
    case upToDigits(Int)
    /// At most so many characters of set 82.
    case upTo(Int)
  }

  let code: String
  let content: Content

  var scalars: String.UnicodeScalarView { code.unicodeScalars }

  /// Takes the value away from the text; a separator ends it, and is not needed after what has a
  /// fixed length.
  func takeValue(
    from rest: inout Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    let value = rest.prefix(fixedLength ?? .max).prefix { $0 != "\u{1D}" }
    rest = rest.dropFirst(value.count)
    if rest.first == "\u{1D}" { rest.removeFirst() }
    return value
  }

  private var fixedLength: Int? {
    switch content {
    case .digits(let count), .checked(let count): count
    case .day: 6
    case .upToDigits, .upTo: nil
    }
  }

  func complaint(about value: String) -> String? {
    switch content {
    case .digits(let count):
      IdentifierShape(String(repeating: "#", count: count)).complaint(about: value)
    case .checked(let count):
      NumberRule.complaint(about: value, counts: [count])
        ?? value.decimalDigits.flatMap(IdentifierFormat.checkedByGS1)
    case .day: GS1Day.complaint(about: value)
    case .upToDigits(let most): value.decimalDigits == nil ? "wanted digits" : tooLong(value, most)
    case .upTo(let most):
      value.unicodeScalars.first { !$0.isOfSet82 }
        .map { "\(String($0).quotedForMessage) is outside the GS1 character set 82" }
        ?? tooLong(value, most)
    }
  }

  private func tooLong(_ value: String, _ most: Int) -> String? {
    let count = value.unicodeScalars.count
    return (1...most).contains(count)
      ? nil : "wanted 1 to \(most) characters, found \(count)"
  }
}

extension ApplicationIdentifier {
  /// The application identifiers that medicines and devices carry; longer codes come before those
  /// that they start with.
  static let all: [ApplicationIdentifier] =
    codes(["7003"], .digits(10)) + codes(["8006"], .digits(18)) + codes(["8013"], .upTo(25))
    + codes(["8004"], .upTo(30))
    + codes(["235"], .upTo(28)) + codes(["240", "241", "250", "251"], .upTo(30))
    + codes(["410", "411", "412", "413", "414", "415", "416", "417"], .checked(13))
    + codes(["710", "711", "712", "713", "714", "715", "716", "717"], .upTo(20))
    + codes(["00"], .checked(18)) + codes(["01", "02"], .checked(14))
    + codes(["10", "21", "22"], .upTo(20)) + codes(["11", "12", "13", "15", "16", "17"], .day)
    + codes(["20"], .digits(2)) + codes(["30", "37"], .upToDigits(8)) + codes(["90"], .upTo(30))
    + codes(["91", "92", "93", "94", "95", "96", "97", "98", "99"], .upTo(90))

  private static func codes(_ codes: [String], _ content: Content) -> [ApplicationIdentifier] {
    codes.map { ApplicationIdentifier(code: $0, content: content) }
  }
}
