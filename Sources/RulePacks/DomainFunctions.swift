internal import CEL
internal import Submissions

/// The functions that rules have besides CEL's own: days, identifiers, scripts, registries.
enum DomainFunctions {
  /// All of them, as they are declared to CEL.
  static let all: [Function] = days + identifiers + MarkingFunctions.all + texts + numbers

  private static let days: [Function] = [
    Function("date", [.string], .timestamp) { arguments throws(EvaluationError) in
      let text = try arguments[0].text
      guard let day = Day(text) else {
        throw EvaluationError.failed("\"\(text)\" is not a day as YYYY-MM-DD")
      }
      return .timestamp(day.timestamp)
    },
    Function("plusDays", method: [.timestamp, .int], .timestamp) {
      arguments throws(EvaluationError) in
      let days = try arguments[1].smallInteger
      return .timestamp(try arguments[0].day.adding(days: days).timestamp)
    },
    Function("plusMonths", method: [.timestamp, .int], .timestamp) {
      arguments throws(EvaluationError) in
      .timestamp(try arguments[0].day.later(months: try arguments[1].smallInteger))
    },
    Function("plusYears", method: [.timestamp, .int], .timestamp) {
      arguments throws(EvaluationError) in
      .timestamp(try arguments[0].day.later(months: try arguments[1].smallInteger * 12))
    },
    Function("daysBetween", [.timestamp, .timestamp], .int) { arguments throws(EvaluationError) in
      let (first, second) = (try arguments[0].day, try arguments[1].day)
      return .int(Int64(second.daysSinceEpoch - first.daysSinceEpoch))
    },
    Function("monthsBetween", [.timestamp, .timestamp], .int) { arguments throws(EvaluationError) in
      .int(Int64(try arguments[0].day.months(to: try arguments[1].day)))
    },
  ]

  private static let identifiers: [Function] = [
    Function("conformsTo", method: [.string, .string], .bool) { arguments throws(EvaluationError) in
      .bool(try arguments[1].identifierFormat.verdict(on: try arguments[0].text).isValid)
    },
    Function("normalised", method: [.string, .string], .string) {
      arguments throws(EvaluationError) in
      .string(try arguments[1].identifierFormat.normalised(try arguments[0].text))
    },
    Function("registered", [.string, .string], .bool) { arguments throws(EvaluationError) in
      throw EvaluationError.unknown(needs: try arguments[0].text)
    },
  ]

  private static let texts: [Function] = [
    Function("scriptShare", method: [.string, .string], .double) {
      arguments throws(EvaluationError) in
      let name = try arguments[1].text
      guard let script = WritingScript(rawValue: name) else {
        throw EvaluationError.failed("Unknown script \"\(name)\", wanted Cyrl, Arab or Latn")
      }
      return .double(script.share(of: try arguments[0].text))
    }
  ]

  private static let numbers: [Function] = [
    Function("sum", [.list(.double)], .double) { arguments throws(EvaluationError) in
      var sum = 0.0
      for element in try arguments[0].elements { sum += try element.number }
      return .double(sum)
    }
  ]
}

/// A script whose letters can be counted, by its ISO 15924 code.
enum WritingScript: String {
  case cyrillic = "Cyrl"
  case arabic = "Arab"
  case latin = "Latn"

  /// The share of a text's letters that are of the script; 0 for a text without letters.
  func share(of text: String) -> Double {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    guard !letters.isEmpty else { return 0 }
    return Double(letters.count(where: contains)) / Double(letters.count)
  }

  private func contains(_ letter: Unicode.Scalar) -> Bool {
    switch self {
    case .cyrillic: (0x0400...0x052F).contains(letter.value)
    case .arabic:
      (0x0600...0x06FF).contains(letter.value) || (0x0750...0x077F).contains(letter.value)
        || (0xFB50...0xFDFF).contains(letter.value) || (0xFE70...0xFEFE).contains(letter.value)
    case .latin: letter.value < 0x0250
    }
  }
}

extension Day {
  /// Midnight of the day a number of months later.
  fileprivate func later(months: Int) throws(EvaluationError) -> Timestamp {
    guard let day = adding(months: months) else {
      throw EvaluationError.failed("The day \(months) months after \(self) is out of range")
    }
    return day.timestamp
  }
}

/// The checker has seen to the types; a value of another one can only come from `dyn`.
extension Value {
  var text: String {
    get throws(EvaluationError) {
      guard case .string(let text) = self else { throw .failed("Wanted a string") }
      return text
    }
  }

  fileprivate var number: Double {
    get throws(EvaluationError) {
      guard case .double(let number) = self else { throw .failed("Wanted a double") }
      return number
    }
  }

  fileprivate var elements: [Value] {
    get throws(EvaluationError) {
      guard case .list(let elements) = self else { throw .failed("Wanted a list") }
      return elements
    }
  }

  fileprivate var day: Day {
    get throws(EvaluationError) {
      guard case .timestamp(let timestamp) = self else { throw .failed("Wanted a timestamp") }
      return Day(timestamp)
    }
  }

  /// An integer that calendars can be asked for: ten thousand years and not more.
  fileprivate var smallInteger: Int {
    get throws(EvaluationError) {
      guard case .int(let number) = self else { throw .failed("Wanted an int") }
      guard (-3_660_000...3_660_000).contains(number) else {
        throw .failed("\(number) days or months are too many")
      }
      return Int(number)
    }
  }

  fileprivate var identifierFormat: IdentifierFormat {
    get throws(EvaluationError) {
      let name = try text
      guard let format = IdentifierFormat.named(name) else {
        throw .failed("Unknown identifier format \"\(name)\"")
      }
      return format
    }
  }
}
