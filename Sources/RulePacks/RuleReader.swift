internal import Diagnostics
internal import Documents

/// What is looked at besides what every run needs.
struct RuleReading: Sendable {
  /// Whether the examples are read.
  var examples = true
  /// Whether it is told what is wrong with the texts for people, which are cut when they are needed.
  var texts = true
}

extension Rule {
  /// Reads one rule of a rule file; what is wrong with it is told, and a rule that lacks what
  /// every rule has is nil.
  init?(_ node: Node, _ reading: RuleReading, _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(node, "rule", known: FileDeclaration.rule.names, &diagnostics)
    let id = reader.text("id", &diagnostics)
    let topic = reader.text("topic", &diagnostics)
    let title = LocalizedText(reader.required("title", &diagnostics), "title", &diagnostics)
    let severity = reader.code("severity", Severity.self, &diagnostics)
    let basis = reader.code("basis", Basis.self, &diagnostics)
    let confidence = reader.code("confidence", Confidence.self, &diagnostics)
    let decidability = reader.code("decidable", Decidability.self, &diagnostics)
    let citation = Citation(reader.required("citation", &diagnostics), &diagnostics)
    let message = MessageTemplate(reader.required("message", &diagnostics), "message", &diagnostics)
    let remedy = MessageTemplate(reader.required("remedy", &diagnostics), "remedy", &diagnostics)
    guard let id, let topic, let title, let severity, let basis, let confidence,
      let decidability, let citation, let message, let remedy
    else { return nil }
    if reading.texts { diagnostics += message.diagnostics + remedy.diagnostics }
    let examples = reading.examples ? reader.required("examples", &diagnostics) : nil
    self.init(
      id: id, topic: topic, title: title, severity: severity, basis: basis,
      confidence: confidence, decidability: decidability, citation: citation,
      period: EffectivePeriod(reader.optional("effective"), &diagnostics),
      kinds: reader.texts("kinds", &diagnostics),
      applies: reader.expression("applies", &diagnostics),
      iterations: Self.iterations(reader, &diagnostics),
      requires: reader.expression("requires", &diagnostics),
      findingPlace: reader.expression("place", &diagnostics), message: message, remedy: remedy,
      examples: examples.map { RuleExample.examples($0, &diagnostics) } ?? [], node: node)
    tellContradictions(reading, &diagnostics)
  }

  private static func iterations(
    _ reader: FieldReader, _ diagnostics: inout [Diagnostic]
  ) -> [Iteration] {
    guard let node = reader.optional("for") else { return [] }
    guard node.kind == .mapping else {
      diagnostics.append(.wanted("a name with a list, as { study: stability }", node))
      return []
    }
    return node.entries.compactMap { key, value in
      guard value.scalarText(&diagnostics) != nil else { return nil }
      return Iteration(name: key.text, list: WrittenExpression(value))
    }
  }

  /// Tells of what is well written, but cannot stand together.
  private func tellContradictions(_ reading: RuleReading, _ diagnostics: inout [Diagnostic]) {
    func tell(_ message: String, at key: String) {
      let place = node[key: key]?.headPlace ?? node.headPlace
      diagnostics.append(Diagnostic("Rule \(id) \(message)", at: place))
    }
    if severity == .error, confidence != .high {
      tell("is an error of \(confidence.rawValue) confidence; only high may be", at: "severity")
    }
    switch decidability {
    case .byHand:
      if requires != nil {
        tell("is decided by hand, so it cannot have \"requires\"", at: "requires")
      }
      if reading.examples { tellMissing([.undecided], tell) }
    case .automatic, .partly:
      if requires == nil { tell("needs the key \"requires\"", at: "id") }
      if reading.examples { tellMissing([.passes, .fails], tell) }
    }
  }

  private func tellMissing(_ outcomes: [ExampleOutcome], _ tell: (String, String) -> Void) {
    for outcome in outcomes where !examples.contains(where: { $0.outcome == outcome }) {
      tell("has no example under \"\(outcome.rawValue)\"", "examples")
    }
  }
}

extension FieldReader {
  fileprivate func expression(
    _ name: String, _ diagnostics: inout [Diagnostic]
  ) -> WrittenExpression? {
    guard let field = optional(name), field.scalarText(&diagnostics) != nil else { return nil }
    return WrittenExpression(field)
  }
}
