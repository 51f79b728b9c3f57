internal import MarkingCodes

/// Marking codes as they are scanned or typed.
enum MarkingProperty {
  static func problem(with text: String) -> String? {
    let systems = [nil] + MarkingCode.System.allCases.map(Optional.some)
    for system in systems {
      let code = MarkingCode(text, expecting: system)
      if let problem = problem(of: code) { return "as \(code.system.rawValue): \(problem)" }
    }
    return nil
  }

  private static func problem(of code: MarkingCode) -> String? {
    let count = code.text.unicodeScalars.count
    for range in code.elements.map(\.range) + code.faults.map(\.range) {
      guard range.lowerBound >= 0, range.upperBound <= count else {
        return "\(range) is not in the text"
      }
    }
    for element in code.elements where code.title(of: element).en.isEmpty {
      return "\(element) has no title"
    }
    _ = code.elements.map { code.meaning(of: $0, near: 2026) }
    guard let repaired = code.repaired else { return nil }
    let again = MarkingCode(repaired, expecting: code.system)
    return again.elements.map(\.value) == code.elements.map(\.value)
      ? nil : "repaired as \(repaired.debugDescription), it has other elements"
  }
}
