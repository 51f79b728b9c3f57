public import Diagnostics

/// Reads the fields of a mapping by name: every field that is missing, of the wrong kind or unknown
/// becomes a diagnostic at its place, and reading goes on.
public struct FieldReader: Sendable {
  /// The mapping that is read.
  public let node: Node
  private let thing: String

  /// Creates a reader for a mapping that describes a `thing`, such as `rule`, and may have the
  /// `known` keys; tells of a node that is no mapping and of every other key.
  public init(_ node: Node, _ thing: String, known: [String], _ diagnostics: inout [Diagnostic]) {
    self.node = node
    self.thing = thing
    if node.kind != .mapping {
      diagnostics.append(.wanted("a \(thing) as a mapping", node))
    }
    if node.document.isProven { return }
    for (key, _) in node.entries where !known.contains(where: key.hasText) {
      let name = key.text
      let suggestion = Spelling.suggestion(for: name, in: known)
      diagnostics.append(
        Diagnostic("Unknown key \"\(name)\" in a \(thing)\(suggestion)", at: key.place))
    }
  }

  /// Returns the value of a field that may be left out.
  public func optional(_ name: String) -> Node? {
    guard let field = node[key: name], !field.isNull else { return nil }
    return field
  }

  /// Returns the value of a field; one that is missing is told.
  public func required(_ name: String, _ diagnostics: inout [Diagnostic]) -> Node? {
    if let field = optional(name) { return field }
    if node.kind == .mapping {
      diagnostics.append(
        Diagnostic("A \(thing) needs the key \"\(name)\"", at: node.headPlace))
    }
    return nil
  }

  /// Returns a field's text; a missing one and one that is no scalar are told.
  public func text(_ name: String, _ diagnostics: inout [Diagnostic]) -> String? {
    required(name, &diagnostics)?.scalarText(&diagnostics)
  }

  /// Returns the text of a field that may be left out; one that is no scalar is told.
  public func optionalText(_ name: String, _ diagnostics: inout [Diagnostic]) -> String? {
    optional(name)?.scalarText(&diagnostics)
  }

  /// Returns the texts of a list that may be left out, which is an empty list.
  public func texts(_ name: String, _ diagnostics: inout [Diagnostic]) -> [String] {
    list(name, &diagnostics).compactMap { $0.scalarText(&diagnostics) }
  }

  /// Returns the elements of a list that may be left out, which is an empty list.
  public func list(_ name: String, _ diagnostics: inout [Diagnostic]) -> [Node] {
    guard let field = optional(name) else { return [] }
    guard field.kind == .sequence else {
      diagnostics.append(.wanted("a list", field))
      return []
    }
    return Array(field.elements)
  }

  /// Returns the place of a field's code in a closed set; another one is told with the nearest.
  public func code(
    _ name: String, among known: [String], _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let field = required(name, &diagnostics) else { return nil }
    if field.isScalar, let place = known.firstIndex(where: field.hasText) { return place }
    guard let text = field.scalarText(&diagnostics) else { return nil }
    let suggestion = Spelling.suggestion(for: text, in: known)
    diagnostics.append(
      Diagnostic(
        "Unknown \(name) \"\(text)\", wanted one of \(known.joined(separator: ", "))\(suggestion)",
        at: field.place))
    return nil
  }
}

extension Node {
  /// Returns the text of a scalar; a list or a mapping is told.
  public func scalarText(_ diagnostics: inout [Diagnostic]) -> String? {
    guard isScalar else {
      diagnostics.append(.wanted("a text", self))
      return nil
    }
    return text
  }

  /// The place of a node for a message that is about the whole of it: a mapping's first key, so
  /// that a long block is not marked from end to end.
  public var headPlace: Place {
    guard kind == .mapping, let first = entries.first(where: { _ in true }) else { return place }
    return first.key.place
  }

  /// What the node is, in words.
  public var kindInWords: String {
    switch kind {
    case .plainScalar: isNull ? "nothing" : "\"\(text.escapingHiddenCharacters)\""
    case .quotedScalar, .literalScalar, .foldedScalar: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension Diagnostic {
  /// Tells that something else was wanted than what a node holds.
  public static func wanted(_ wanted: String, _ node: Node) -> Diagnostic {
    Diagnostic("Wanted \(wanted), found \(node.kindInWords)", at: node.headPlace)
  }
}
