public import Diagnostics
internal import Documents

extension RuleLibrary {
  /// Warns of what nobody uses, and notes what rules could rest on or share and do not.
  ///
  /// A parameter and a code list that no expression names are warned of; a topic that only one rule
  /// has, and an act that none cites, may well be right, and are noted.
  public var unusedNames: [Diagnostic] {
    let named = namesInExpressions
    let parameters = packs.flatMap { pack in
      pack.parameters.values.sorted { $0.id < $1.id }.filter { !named.contains($0.id) }.map {
        Diagnostic(
          .warning, "No rule uses the parameter \"\($0.id)\"",
          at: pack.node[key: "parameters"]?.place(ofID: $0.id))
      }
    }
    let lists = codeLists.values.sorted { $0.id < $1.id }.filter { !named.contains($0.id) }.map {
      Diagnostic(.warning, "No rule uses the code list \"\($0.id)\"")
    }
    return parameters + lists + lonelyTopics + actsWithoutRules
  }

  /// The texts in quotation marks of all expressions of all rules.
  private var namesInExpressions: Set<String> {
    let expressions = packs.flatMap(\.rules).flatMap(\.expressions)
    return expressions.reduce(into: []) { names, expression in
      let parts = expression.text.split(omittingEmptySubsequences: false) { "\"'".contains($0) }
      names.formUnion(parts.map(String.init))
    }
  }

  private var lonelyTopics: [Diagnostic] {
    let topics = Dictionary(grouping: packs.flatMap(\.rules), by: \.topic)
    let alone = topics.filter { $0.value.count == 1 }.sorted { $0.key < $1.key }
    let shared = topics.filter { $0.value.count > 1 }.keys.sorted()
    return alone.flatMap(\.value).map { rule in
      let suggestion = Spelling.suggestion(for: rule.topic, in: shared)
      return Diagnostic(
        .note, "\(rule.id) is alone under the topic \"\(rule.topic)\"\(suggestion)",
        at: rule.node[key: "topic"]?.place)
    }
  }

  private var actsWithoutRules: [Diagnostic] {
    let cited = Set(packs.flatMap(\.rules).map(\.citation.act))
    return acts.keys.sorted().filter { !cited.contains($0) }.map {
      Diagnostic(.note, "No rule cites the act \"\($0)\"")
    }
  }

  /// Warns of texts that are the same in two languages, or not in the script of theirs.
  public func textWarnings(of rule: Rule) -> [Diagnostic] {
    let texts = [
      ("title", [rule.title.en, rule.title.ru, rule.title.fa]),
      ("message", Language.allCases.map { rule.message.words($0) }),
      ("remedy", Language.allCases.map { rule.remedy.words($0) }),
    ]
    return texts.flatMap { key, texts in
      Language.allCases.enumerated().compactMap { index, language in
        guard let fault = Self.fault(of: texts[index], language, among: texts, at: index) else {
          return nil
        }
        return Diagnostic(
          .warning, "\(rule.id): the \(key) in \"\(language.rawValue)\" \(fault)",
          at: rule.node[key: key]?[key: language.rawValue]?.place)
      }
    }
  }

  private static func fault(
    of text: String, _ language: Language, among texts: [String], at index: Int
  ) -> String? {
    guard text.contains(where: \.isLetter) else { return nil }
    if let twin = texts[..<index].firstIndex(of: text) {
      return "is the same as in \"\(Language.allCases[twin].rawValue)\""
    }
    return text.unicodeScalars.contains { language.mayWrite($0) }
      ? nil : "has no letter of its script"
  }

  /// Warns of rules on one topic that set different bounds to one field for the same product on the
  /// same day: of a pack, and of those that it extends.
  public func clashingBounds(_ compiler: inout RuleCompiler) -> [Diagnostic] {
    var told: Set<Diagnostic> = []
    return packs.flatMap { pack -> [Diagnostic] in
      let rules = chain(of: pack).flatMap { part in
        part.rules.map { (rule: $0, bounds: compiler.warnings(of: $0, in: part).bounds) }
      }
      let topics = Dictionary(grouping: rules.filter { !$0.bounds.isEmpty }, by: \.rule.topic)
      return topics.sorted { $0.key < $1.key }.flatMap { clashes(among: $0.value) }
    }
    .filter { told.insert($0).inserted }
  }

  private func clashes(among rules: [(rule: Rule, bounds: [RuleBound])]) -> [Diagnostic] {
    rules.indices.flatMap { index in
      rules[..<index].flatMap { earlier in
        rules[index].bounds.compactMap { bound in
          clash(of: rules[index].rule, bound, with: earlier.rule, earlier.bounds)
        }
      }
    }
  }

  private func clash(
    of rule: Rule, _ bound: RuleBound, with earlier: Rule, _ bounds: [RuleBound]
  ) -> Diagnostic? {
    guard rule.period.overlaps(earlier.period), rule.applies?.text == earlier.applies?.text,
      let other = bounds.first(where: { other in
        other.field == bound.field && other.operation == bound.operation
          && other.constant != bound.constant
      }), !bounds.contains(where: { $0.field == bound.field && $0.constant == bound.constant })
    else { return nil }
    return Diagnostic(
      .warning,
      "\(rule.id): \"\(bound.field)\" is compared with \(bound.constant) here, and with "
        + "\(other.constant) in \(earlier.id) of the same topic",
      at: bound.place,
      notes: [Diagnostic.Note("It is compared with \(other.constant) here", at: other.place)])
  }
}

extension Rule {
  /// All expressions of the rule, those in its texts, too.
  var expressions: [WrittenExpression] {
    let texts = [message, remedy].flatMap { template in
      template.segments(.en).compactMap { segment in
        if case .expression(let expression) = segment { expression } else { nil }
      }
    }
    return [applies, requires, findingPlace].compactMap(\.self) + iterations.map(\.list) + texts
  }
}

extension MessageTemplate {
  /// The words of the text without its expressions.
  fileprivate func words(_ language: Language) -> String {
    segments(language).map { segment in
      if case .words(let words) = segment { words } else { "" }
    }
    .joined()
  }
}

extension Language {
  /// Whether the language is written with a letter.
  fileprivate func mayWrite(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .en: scalar.properties.isAlphabetic && scalar.value < 0x250
    case .ru: (0x400...0x4FF).contains(scalar.value)
    case .fa: (0x600...0x6FF).contains(scalar.value)
    }
  }
}

extension EffectivePeriod {
  fileprivate func overlaps(_ other: EffectivePeriod) -> Bool {
    let startsInTime = from.flatMap { from in other.until.map { from <= $0 } } ?? true
    let endsInTime = until.flatMap { until in other.from.map { until >= $0 } } ?? true
    return startsInTime && endsInTime
  }
}

extension Node {
  /// The place of the element of a list that has an id.
  fileprivate func place(ofID id: String) -> Place? {
    elements.first { $0[key: "id"]?.text == id }?[key: "id"]?.place
  }
}
