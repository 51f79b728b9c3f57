internal import Diagnostics

/// An XML element in the making.
struct XMLElement {
  private let name: String
  private let attributes: [(name: String, value: String)]
  private var children: [XMLElement] = []
  private var text: String?

  /// Creates an element of attributes, which stand in the order given, and elements inside it.
  init(
    _ name: String, _ attributes: [(name: String, value: String)] = [],
    _ children: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// Creates an element with a text inside it.
  init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String) {
    self.init(name, attributes)
    self.text = text
  }

  /// The document that the element is the root of.
  var document: String {
    var document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &document, indent: 0)
    return document
  }

  private func write(to document: inout String, indent: Int) {
    let margin = String(repeating: "  ", count: indent)
    document += "\(margin)<\(name)"
    for attribute in attributes {
      document += " \(attribute.name)=\"\(Self.escaped(attribute.value, inAttribute: true))\""
    }
    if let text {
      document += ">\(Self.escaped(text, inAttribute: false))</\(name)>\n"
    } else if children.isEmpty {
      document += "/>\n"
    } else {
      document += ">\n"
      for child in children { child.write(to: &document, indent: indent + 1) }
      document += "\(margin)</\(name)>\n"
    }
  }

  /// The text with markup as entities; control characters, of which XML 1.0 has no form, and what
  /// could turn text round are written out, but for the isolates of our own prose.
  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where inAttribute: escaped += "&quot;"
      case "\n" where inAttribute: escaped += "&#10;"
      case "\n": escaped += "\n"
      case "\u{2066}", "\u{2067}", "\u{2069}": escaped.unicodeScalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}": escaped += scalar.escaped
      default: escaped += scalar.isHidden ? scalar.escaped : String(Character(scalar))
      }
    }
    return escaped
  }
}
