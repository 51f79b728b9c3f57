internal import Diagnostics

/// Text as it stands in Markdown, so that nothing in it is taken for markup.
enum MarkdownText {
  /// The text with everything escaped that GitHub's and GitLab's Markdown would read.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "@":
        // No person is to be told of a finding because a value looks like their name.
        escaped += "&#64;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "!", "$":
        escaped += "\\\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A text as code: fenced by more backticks than it has in a row.
  static func code(_ text: String) -> String {
    let text = text.escapingHiddenCharacters
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 ? " " : ""
    // A bar ends a table's cell even inside code.
    return "\(fence)\(pad)\(text.replacing("|", with: "\\|"))\(pad)\(fence)"
  }
}
