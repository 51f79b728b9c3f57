internal import CEL

/// The parser of CEL and its inverse.
enum ExpressionProperty {
  static func problem(with text: String) -> String? {
    switch Environment().parse(text) {
    case .failure(let issues): problem(of: issues, in: text)
    case .success(let parsed): problem(of: parsed)
    }
  }

  private static func problem(of parsed: ParsedExpression) -> String? {
    let written = parsed.canonicalText
    switch Environment().parse(written) {
    case .failure(let issues):
      let message = issues.list.first?.message ?? ""
      // What is written anew may need more parentheses and characters than there were.
      return isLimit(message) ? nil : "written anew as \(written), it is refused: \(message)"
    case .success(let again):
      if again.dump != parsed.dump { return "written anew as \(written), it is another tree" }
      return again.canonicalText == written ? nil : "\(written) is written in another way again"
    }
  }

  private static func isLimit(_ message: String) -> Bool {
    message.contains("nested deeper") || message.contains("longer than")
  }

  /// Issues must lie in the text.
  static func problem(of issues: Issues, in text: String) -> String? {
    for issue in issues.list {
      let range = issue.range
      guard range.lower >= 0, range.lower <= range.upper, range.upper <= text.utf8.count + 1 else {
        return "the range \(range) of \"\(issue.message)\" is not in the text"
      }
    }
    return issues.list.isEmpty ? "it is refused without a reason" : nil
  }
}
