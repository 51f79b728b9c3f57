internal import Diagnostics

/// Text as it stands in Markdown, so that nothing in it is taken for markup.
enum MarkdownText {
  /// The text with everything escaped that GitHub's and GitLab's Markdown would read.
  static func escaped(_ text: String) -> String {
    text.writing { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      // No person is to be told of a finding because a value looks like their name.
      case "@": "&#64;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "!", "$": "\\\(scalar)"
      default: nil
      }
    }
  }

  /// A text as code: fenced by more backticks than it has in a row.
  static func code(_ text: String) -> String {
    let text = text.escapingHiddenCharacters
    let longest = text.utf8.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 ? " " : ""
    // A bar ends a table's cell even inside code.
    return "\(fence)\(pad)\(text.writing { $0 == "|" ? "\\|" : nil })\(pad)\(fence)"
  }
}
