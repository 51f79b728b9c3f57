internal import Submissions

/// The formats of identifiers.
enum IdentifierProperty {
  static func problem(with text: String) -> String? {
    for format in IdentifierFormat.all {
      if let problem = problem(of: format, text) { return "\(format.name): \(problem)" }
    }
    return nil
  }

  private static func problem(of format: IdentifierFormat, _ text: String) -> String? {
    let normal = format.normalised(text)
    let again = format.normalised(normal)
    if !again.unicodeScalars.elementsEqual(normal.unicodeScalars) {
      return "\(normal.debugDescription) is written as \(again.debugDescription)"
    }
    if format.verdict(on: text).isValid, !format.verdict(on: normal).isValid {
      return "the normal form \(normal.debugDescription) of a valid text is not valid"
    }
    return nil
  }
}
