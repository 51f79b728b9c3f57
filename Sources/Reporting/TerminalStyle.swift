/// How text for a terminal is set: colours or none, and how wide a line may be.
public struct TerminalStyle: Sendable {
  /// Whether escape sequences for colour are written.
  public var usesColour: Bool
  /// The width of a line in cells.
  public var width: Int

  /// Creates a style; without arguments it is for a file.
  public init(usesColour: Bool = false, width: Int = 80) {
    self.usesColour = usesColour
    self.width = max(40, width)
  }

  enum Ink: String {
    case red = "31"
    case yellow = "33"
    case cyan = "36"
    case green = "32"
    case bold = "1"
    case faint = "2"
  }

  func ink(_ text: String, _ inks: Ink...) -> String { ink(text, inks) }

  func ink(_ text: String, _ inks: [Ink]) -> String {
    guard usesColour, !text.isEmpty, !inks.isEmpty else { return text }
    return "\u{1B}[\(inks.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
