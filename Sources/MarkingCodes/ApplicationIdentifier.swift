/// An identifier that says what the value after it is.
public struct ApplicationIdentifier: Sendable, Hashable {
  /// The identifier, such as `01`.
  public let code: String
  /// GS1's own title of the value.
  public let title: String
  /// The parts of the value.
  let components: [CodeComponent]
  /// Whether the value ends without a separator, since its length is known beforehand.
  let hasKnownLength: Bool
  /// Of each list one group has to be there whole.
  let required: [[CompanionGroup]]
  /// The identifiers that must not be there; `n` stands for any digit.
  let excluded: [IdentifierPattern]

  /// The lengths that a value can have.
  var lengths: ClosedRange<Int> {
    let least = components.filter { !$0.isOptional }.map(\.lengths.lowerBound).reduce(0, +)
    return least...components.map(\.lengths.upperBound).reduce(0, +)
  }
}

extension ApplicationIdentifier {
  /// Every identifier of GS1, by its code.
  public static let all: [String: ApplicationIdentifier] = Dictionary(
    GS1Dictionary.entries.split(separator: "\n").flatMap(entries).map { ($0.code, $0) },
    uniquingKeysWith: { first, _ in first })

  /// Returns the identifier that a text starts with; none is the beginning of another.
  static func leading(_ scalars: Scalars) -> ApplicationIdentifier? {
    (2...4).lazy.compactMap { all[scalars.prefix($0).text] }.first
  }

  // MARK: Reading the dictionary

  /// Reads a line of the dictionary; a range of identifiers gives one for each.
  private static func entries(_ line: Substring) -> [ApplicationIdentifier] {
    let mark = line.utf8.firstIndex(of: UInt8(ascii: "#")) ?? line.endIndex
    let title = String(line[mark...].dropFirst(2))
    var words = line[..<mark].split(separator: " ")[...]
    let codes = codes(words.removeFirst())
    let flags = words.first.flatMap { $0.allSatisfy { "*?".contains($0) } ? $0 : nil }
    if flags != nil { words.removeFirst() }
    let components = words.compactMap(CodeComponent.init)
    let required = values(of: "req=", in: words).map {
      $0.split(separator: ",").map(CompanionGroup.init)
    }
    let excluded = values(of: "ex=", in: words)
      .flatMap { $0.split(separator: ",").map(IdentifierPattern.init) }
    return codes.map { code in
      ApplicationIdentifier(
        code: code, title: title, components: components,
        hasKnownLength: flags?.contains("*") ?? false, required: required, excluded: excluded)
    }
  }

  private static func codes(_ word: Substring) -> [String] {
    let ends = word.split(separator: "-")
    guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]) else {
      return [String(word)]
    }
    return (first...last).map(String.init)
  }

  private static func values(of key: String, in words: ArraySlice<Substring>) -> [Substring] {
    words.filter { $0.utf8.starts(with: key.utf8) }.map { $0.dropFirst(key.utf8.count) }
  }
}

/// An identifier in which `n` stands for any digit, such as `31nn`.
struct IdentifierPattern: Sendable, Hashable {
  let text: String

  init(_ text: Substring) { self.text = String(text) }

  func matches(_ code: String) -> Bool {
    code.utf8.count == text.utf8.count
      && zip(text.utf8, code.utf8).allSatisfy { $0 == UInt8(ascii: "n") || $0 == $1 }
  }
}

/// Identifiers that belong together, such as `01+21`.
struct CompanionGroup: Sendable, Hashable {
  let text: String
  private let patterns: [IdentifierPattern]

  init(_ text: Substring) {
    self.text = String(text)
    self.patterns = text.split(separator: "+").map(IdentifierPattern.init)
  }

  func isIn(_ codes: [String]) -> Bool {
    patterns.allSatisfy { pattern in codes.contains(where: pattern.matches) }
  }
}
