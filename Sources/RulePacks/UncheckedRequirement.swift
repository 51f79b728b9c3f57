internal import Diagnostics

/// A requirement that no rule checks, or a part of one that its rules leave out, and why: an entry
/// of `NOT-CHECKED.md`.
public struct UncheckedRequirement: Sendable, Hashable {
  /// The ids of the requirements; none if what is left out has no id.
  public let ids: [String]
  /// The act that the requirement stands in, if no rule of that id tells it.
  public let act: String?
  /// The provision of that act.
  public let provision: String?
  /// What is left out, if it is not all of the requirement.
  public let part: String?
  /// The reason.
  public let reason: String
}

extension RuleFiles {
  /// The path of the file that says what is not checked.
  public static let uncheckedPath = "NOT-CHECKED.md"

  /// What is not checked, in the order of the file; empty if there is no such file.
  public var unchecked: [UncheckedRequirement] {
    guard let text = texts[Self.uncheckedPath] else { return [] }
    return (1...text.lineCount).compactMap { UncheckedRequirement(line: text.line($0)) }
  }
}

extension UncheckedRequirement {
  /// Reads a line such as `- RU-DEV-061, amendments of 2023: no field holds the day` or
  /// `- RU-DEV-032 [ru-gov-1684-2024, para 88]: binds the regulator`; nil if the line is no entry of a
  /// list.
  init?(line: String) {
    guard line.hasPrefix("- ") else { return nil }
    let entry = line.dropFirst(2)
    let parts = entry.split(separator: ": ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let (head, citation) = parts[0].splitCitation
    var words = head.split(separator: " ").map(String.init)[...]
    var ids: [String] = []
    while let word = words.first {
      let id = word.hasSuffix(",") ? String(word.dropLast()) : word
      guard id.isRequirementID else { break }
      ids.append(id)
      words.removeFirst()
    }
    let part = words.joined(separator: " ")
    self.init(
      ids: ids, act: citation.first, provision: citation.dropFirst().first,
      part: part.isEmpty ? nil : part, reason: parts[1])
  }
}

extension String {
  /// What stands before `[act, provision]` at the end of the text, and the one or two inside.
  fileprivate var splitCitation: (head: String, citation: [String]) {
    guard hasSuffix("]"), let start = lastIndex(of: "[") else { return (self, []) }
    let inside = self[index(after: start)...].dropLast()
    let parts = inside.split(separator: ", ", maxSplits: 1).map(String.init)
    return (String(self[..<start]), parts)
  }

  /// Whether the text is an id such as `EAEU-MED-113` or `STD-X07`.
  fileprivate var isRequirementID: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let last = parts.last else { return false }
    let isWordy = parts.dropLast().allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
    return isWordy && last.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && last.utf8.allSatisfy { $0 < 0x5B && $0 >= 0x30 }
  }
}
