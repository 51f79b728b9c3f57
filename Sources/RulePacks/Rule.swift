public import Documents

/// How much it weighs that a requirement does not hold; SARIF's words.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing.
  case note
  /// A question from the authority is likely.
  case warning
  /// The law does not allow it.
  case error

  /// Orders severities by weight.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// How sure it is that the law asks what a rule asks.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// Sure enough for a rule to be an error.
  case high
  /// Probable.
  case medium
  /// Possible.
  case low
}

/// How much of a requirement a machine can decide.
public enum Decidability: String, Sendable, Hashable, CaseIterable {
  /// All of it.
  case automatic
  /// The part that the rule's title names.
  case partly
  /// Nothing: a person has to look.
  case byHand = "by-hand"
}

/// An expression as it was written in a rule file, with the node that holds it.
public struct WrittenExpression: Sendable {
  /// The scalar that holds the expression.
  public let node: Node
  /// The bytes of the scalar's text that are the expression: all of it, but in a message.
  public let range: Range<Int>

  /// Creates the expression that is all of a scalar.
  init(_ node: Node) {
    self.init(node, range: 0..<node.utf8.count)
  }

  /// Creates an expression that is a part of a scalar.
  init(_ node: Node, range: Range<Int>) {
    self.node = node
    self.range = range
  }

  /// The expression.
  public var text: String {
    String(decoding: node.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}

/// One list that a rule goes through, giving each of its elements a name.
public struct Iteration: Sendable {
  /// The name of the element.
  public let name: String
  /// The list.
  public let list: WrittenExpression
}

/// What a provision demands, in executable form, as it was written.
public struct Rule: Sendable {
  /// The id, for ever: never reused, never renamed.
  public let id: String
  /// The key that rules of several markets share.
  public let topic: String
  /// What is required.
  public let title: LocalizedText
  /// How much it weighs.
  public let severity: Severity
  /// How the law's text was established.
  public let basis: Basis
  /// How sure it is.
  public let confidence: Confidence
  /// How much of it a machine can decide.
  public let decidability: Decidability
  /// Where the law demands it.
  public let citation: Citation
  /// When it is in force; what the rule leaves out its act says.
  public internal(set) var period: EffectivePeriod
  /// The kinds of product it is about; empty for all that its pack is about.
  public let kinds: [String]
  /// When it applies; nil for always.
  public let applies: WrittenExpression?
  /// The lists it goes through; empty for one verdict on the whole submission.
  public let iterations: [Iteration]
  /// When it holds; nil if only a person can tell.
  public let requires: WrittenExpression?
  /// Where a finding is shown, if not at the first field that decided it.
  public let findingPlace: WrittenExpression?
  /// What is wrong.
  public let message: MessageTemplate
  /// What would mend it.
  public let remedy: MessageTemplate
  /// Its proof.
  public let examples: [RuleExample]
  /// The mapping that defines it.
  public let node: Node
}
