internal import CEL
internal import RulePacks

extension Value {
  /// The value as a message shows it: days without a time, whole numbers without a point, lists
  /// with commas.
  ///
  /// Hidden characters are for whoever prints it to escape.
  var shown: String {
    switch self {
    case .string(let text): text
    case .double(let number): number.shown
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .bool(let truth): truth ? "true" : "false"
    case .timestamp(let timestamp): timestamp.shown
    case .list(let elements): elements.map(\.shown).joined(separator: ", ")
    case .null, .bytes, .map, .duration, .type, .optional, .record, .address, .block:
      String(describing: self)
    }
  }
}

extension Value {
  /// The value as a message in a language shows it: truth in its words, numbers in its digits, and
  /// in words that there is nothing.
  ///
  /// What is in `codes` is shown by the words that stand there.
  func shown(in language: Language, codes: [String: String] = [:]) -> String {
    switch self {
    case .bool(let truth): (truth ? Wording.yes : Wording.no)[language]
    case .string(let text): codes[text] ?? text.withoutMidnight
    case .int, .uint, .double: language.digits(in: shown)
    case .list(let elements):
      elements.isEmpty
        ? Wording.noElements[language]
        : elements.map { $0.shown(in: language, codes: codes) }.joined(
          separator: Wording.comma[language])
    case .null: Wording.notGiven[language]
    case .timestamp, .bytes, .map, .duration, .type, .optional, .record, .address, .block: shown
    }
  }
}

extension Value {
  /// The text, or the texts of the list.
  var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let elements): elements.flatMap(\.texts)
    case .null, .bool, .int, .uint, .double, .bytes, .map, .timestamp, .duration, .type,
      .optional, .record, .address, .block:
      []
    }
  }
}

extension Language {
  /// A number in the digits of the language.
  fileprivate func digits(in number: String) -> String {
    guard self == .fa else { return number }
    var digits = String.UnicodeScalarView()
    for scalar in number.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(Unicode.Scalar(scalar.value - 0x30 + 0x06F0) ?? scalar)
      case ".": digits.append("٫")
      default: digits.append(scalar)
      }
    }
    return String(digits)
  }
}

extension String {
  /// The text with days for what `string()` makes of them: a day has no time.
  fileprivate var withoutMidnight: String {
    var text = self
    while let range = text.utf8.firstMidnight { text.removeSubrange(range) }
    return text
  }
}

extension String.UTF8View {
  /// Where the time of a day's midnight in UTC stands.
  fileprivate var firstMidnight: Range<Index>? {
    let wanted = Array("T00:00:00Z".utf8)
    var start = startIndex
    while let end = index(start, offsetBy: wanted.count, limitedBy: endIndex) {
      if self[start..<end].elementsEqual(wanted) { return start..<end }
      start = index(after: start)
    }
    return nil
  }
}

extension Timestamp {
  /// The day alone if it is midnight.
  var shown: String {
    seconds % 86400 == 0 && nanoseconds == 0 ? Day(self).description : description
  }
}

extension Double {
  /// The number without a point if it is whole and small enough to be exact.
  var shown: String {
    self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self)
  }
}

extension Evidence.Content {
  /// What a field holds, or that it is not given.
  init(_ value: Value?) {
    switch value {
    case nil: self = .absent
    case .string(let text): self = .text(text)
    case .double(let number): self = .number(number)
    case .int(let number): self = .integer(number)
    case .bool(let truth): self = .boolean(truth)
    case .list(let elements): self = .list(elements)
    case let value?: self = .text(value.shown)
    }
  }

  /// A short list of scalars is shown whole, any other by the number of its entries.
  private static func list(_ elements: [Value]) -> Evidence.Content {
    let isShort = elements.count <= 8 && elements.allSatisfy(\.isScalar)
    return isShort && !elements.isEmpty
      ? .text(Value.list(elements).shown) : .entries(elements.count)
  }
}

extension Value {
  fileprivate var isScalar: Bool {
    switch self {
    case .string, .double, .int, .uint, .bool, .timestamp, .null: true
    case .bytes, .list, .map, .duration, .type, .optional, .record, .address, .block:
      false
    }
  }
}
